import assert from 'node:assert/strict';
import { pieces } from '../../../server/compose/completion/pieces.ts';
import { lintWorkspace } from '../../../server/lint-workspace.ts';
import { accepted } from './completing.ts';

/** What the recommended rules find in a file. */
function findingsIn(text: string): readonly string[] {
  const files = [
    { path: 'compose.yaml', text },
    { path: '.env', text: 'MYSQL_PASSWORD=\n' },
    { path: '.gitignore', text: '.env\n' },
    { path: 'Dockerfile', text: 'FROM node:24 AS runtime\n' },
  ];
  return lintWorkspace(files, {}, (message) => assert.fail(message))
    .files.filter(({ path }) => path === 'compose.yaml')
    .flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule}: ${message}`));
}

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
