import assert from 'node:assert/strict';
import { restyle, styleOf } from '../../../server/yaml/style.ts';

describe('the style of a YAML document', () => {
  it('is that of its first map and its first list', () => {
    assert.deepEqual(styleOf('a:\n  b:\n    - 1\n'), { step: 2, list: 2 });
    assert.deepEqual(styleOf('a:\n    b:\n    - 1\n'), { step: 4, list: 0 });
    assert.deepEqual(styleOf('# a:\na: # x\n\na:\r\n    b:\r\n        - 1\r\n'), { step: 4, list: 4 });
    assert.deepEqual(styleOf('- a:\n    b: 1\n  c:\n  - 1\n'), { step: 2, list: 0 });
    assert.deepEqual(styleOf('a: 1\n'), { step: 2, list: 2 });
    assert.deepEqual(styleOf(''), { step: 2, list: 2 });
  });

  it('can be given to lines', () => {
    const body = 'a:\n  b:\n    - c: 1\n      d:\n        e: 2\n    - - f\n      - g\n\n  h: 3\ni: 4';
    assert.equal(restyle(body, { step: 2, list: 2 }, 0), body);
    assert.equal(
      restyle(body, { step: 4, list: 0 }, 2),
      'a:\n      b:\n      - c: 1\n        d:\n            e: 2\n      - - f\n        - g\n\n      h: 3\n  i: 4',
    );
    assert.equal(restyle('a: 1\nb: 2', { step: 2, list: 2 }, 4), 'a: 1\n    b: 2');
  });
});
