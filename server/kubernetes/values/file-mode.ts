import { shown, type Lines } from '../../say.ts';

/**
 * The permissions that a mode stands for. YAML of Kubernetes reads `0644` and `0o644` as octal and `420` as decimal: the same.
 * `undefined` for what is no whole number from 0 to 0777.
 */
export function readMode(text: string): number | undefined {
  const [, octal] = /^0o?([0-7]{1,4})$/.exec(text) ?? [];
  const mode = octal !== undefined ? parseInt(octal, 8) : /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return mode >= 0 && mode <= 0o777 ? mode : undefined;
}

/** Says which permissions a file mode stands for. */
export function modeFacts(text: string): Lines {
  const mode = readMode(text);
  if (mode === undefined)
    return slip(text) ?? [{ ko: '0–0777(10진수로 0–511)이어야 합니다.', en: 'It must be 0–0777, which is 0–511 in decimal.' }];
  const octal = `0${mode.toString(8).padStart(3, '0')}`;
  const other = text === octal ? `10진수로 ${shown(mode)}` : `8진수로 ${shown(octal)}`;
  const otherEn = text === octal ? `${shown(mode)} in decimal` : `${shown(octal)} in octal`;
  return [
    { ko: `${shown(text)} = \`${letters(mode)}\` (${other})`, en: `${shown(text)} = \`${letters(mode)}\` (${otherEn})` },
    ...(slip(text) ?? []),
  ];
}

/** Decimal numbers that look like octal ones, and are the usual modes 0640, 0644, 0660, 0664, 0770 and 0777. */
const usualDecimals: readonly string[] = ['416', '420', '432', '436', '504', '511'];

/** An octal number without its leading zero, such as `644`, is another one in decimal. */
function slip(text: string): Lines | undefined {
  if (!/^[4-7][0-7]{2}$/.test(text) || usualDecimals.includes(text)) return undefined;
  return [{ ko: `${shown(`0${text}`)}(8진수)를 뜻하지 않았나요?`, en: `Was ${shown(`0${text}`)}, the octal number, meant?` }];
}

function letters(mode: number): string {
  return [mode >> 6, mode >> 3, mode].map((bits) => (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + (bits & 1 ? 'x' : '-')).join('');
}
