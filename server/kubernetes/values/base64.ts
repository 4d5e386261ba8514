import { counted, plural, type Lines } from '../../say.ts';
import { trimEndOf } from '../../text/trim.ts';

/** What a Secret's value in base64 is like, without its content. */
export interface Encoded {
  /** In bytes, decoded. */
  readonly length: number;
  /** Whether what is decoded ends in a line break, as `echo` without `-n` leaves one. */
  readonly endsInLineBreak: boolean;
}

/** Measures base64 with padding, line breaks left out, as the API server reads it; `undefined` when it is none. */
export function readBase64(text: string): Encoded | undefined {
  const packed = text.replace(/[\r\n]/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined;
  const padding = packed.endsWith('==') ? 2 : packed.endsWith('=') ? 1 : 0;
  const length = (packed.length / 4) * 3 - padding;
  return { length, endsInLineBreak: length > 0 && lastByte(packed.slice(-4)) === 10 };
}

/** The last byte of the last four characters. */
function lastByte(quartet: string): number {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bare = trimEndOf(quartet, '=');
  let bits = 0;
  for (const character of bare) bits = bits * 64 + alphabet.indexOf(character);
  return Math.floor(bits / 2 ** (bare.length === 3 ? 2 : bare.length === 2 ? 4 : 0)) % 256;
}

/** Says how long a Secret's value is and that it is no protection; the value itself is never shown. */
export function base64Facts(text: string): Lines {
  const encoded = readBase64(text);
  if (!encoded)
    return [
      {
        ko: 'base64가 아니라 거부됩니다. 평문은 `stringData`에 적으세요.',
        en: 'Not base64, so it is refused. Plain text belongs into `stringData`.',
      },
    ];
  if (encoded.length === 0) return [{ ko: '비어 있습니다.', en: 'It is empty.' }];
  return [
    {
      ko: `base64로 적은 ${counted(encoded.length)}바이트. **암호화가 아니라 표기일 뿐**이라 누구나 되돌릴 수 있습니다.`,
      en: `${plural(encoded.length, 'byte')} in base64: **an encoding, not encryption**. Anybody can turn it back.`,
    },
    ...(encoded.endsInLineBreak
      ? [
          {
            ko: '끝에 줄바꿈이 들어 있습니다. `echo`로 만들었다면 `-n`을 붙이세요.',
            en: 'It ends in a line break: `echo` needs `-n`.',
          },
        ]
      : []),
  ];
}
