import { counted, shown, type Lines } from '../../say.ts';
import { parseBytes } from './bytes.ts';

const names = ['', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Says how many bytes a size is. */
export function bytesFacts(text: string): Lines {
  const bytes = parseBytes(text);
  if (bytes === undefined) return [];
  if (bytes < 0) return [{ ko: '제한 없음', en: 'No limit' }];
  const power = bytes < 1024 ? 0 : Math.min(names.length - 1, Math.floor(Math.log2(bytes) / 10));
  const round = power === 0 ? '' : ` (${counted(bytes / 1024 ** power, 2)} ${names[power] ?? ''})`;
  return [{ ko: `${shown(text)} = ${counted(bytes)}바이트${round}`, en: `${shown(text)} = ${counted(bytes)} bytes${round}` }];
}
