import assert from 'node:assert/strict';
import { pieces } from '../../../server/compose/completion/pieces.ts';
import { accepted, findingsIn } from './completing.ts';

describe('compose skeletons', () => {
  for (const { on, label } of pieces) {
    it(`${label} on ${on} stands the rules`, () => {
      const before =
        on === 'healthcheck'
          ? 'services:\n  web:\n    image: acme/web:1.0\n    restart: unless-stopped\n    healthcheck:\n      ▮\n'
          : `services:\n  db:\n    image: acme/db:1.0\n    restart: unless-stopped\n    healthcheck:\n      test: ["CMD", "true"]\n  web:\n    ${label.startsWith('build') ? 'restart: always' : 'image: acme/web:1.0'}\n    ▮\n`;
      const text = accepted(before, label);
      assert.deepEqual(findingsIn(text), [], text);
    });
  }

  it('fit files that are indented otherwise', () => {
    assert.equal(
      accepted('services:\n    web:\n        image: a\n        networks:\n        - a\n        ▮\n', 'develop (watch)')
        .split('\n')
        .slice(5)
        .join('\n'),
      '        develop:\n            watch:\n            - action: sync\n              path: ./src\n              target: /app/src\n            - action: rebuild\n              path: package.json\n',
    );
  });
});
