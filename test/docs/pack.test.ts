import assert from 'node:assert/strict';
import { pack } from '../../docs/pack.mts';
import { unpack } from '../../server/unpack.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('packed texts', () => {
  const texts: Readonly<Record<string, Uint8Array>> = {
    'one letter': bytes('a'),
    'one letter over and over': bytes('a'.repeat(100_000)),
    'U+0000 first and last': bytes('\0a\0'),
    'every byte': Uint8Array.from({ length: 1024 }, (_, at) => (at * 7) & 255),
    'Korean and English': bytes('컨테이너는 이미지에서 만들어집니다. A container is made from an image. '.repeat(50)),
    'no pattern at all': Uint8Array.from({ length: 5000 }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 255),
    'what is longer than a run can say at once': bytes(`${'x'.repeat(70_000)}y${'x'.repeat(70_000)}`),
  };
  for (const [what, text] of Object.entries(texts))
    it(`come out as they were: ${what}`, () => assert.deepEqual(Buffer.from(unpack(pack(text))), Buffer.from(text)));

  it('are much smaller than the text', () => {
    const text = bytes(
      Array.from({ length: 400 }, (_, at) => `- { command: kubectl get pods -n team-${at}, text: Shows Pods. }`).join('\n'),
    );
    assert.ok(pack(text).length < text.length / 12, `${pack(text).length} of ${text.length}`);
  });
});
