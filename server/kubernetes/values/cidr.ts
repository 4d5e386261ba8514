import { counted, shown, type Lines } from '../../say.ts';

/** Says which addresses a block of IPv4 covers; of IPv6 only that all are meant. */
export function cidrFacts(text: string): Lines {
  if (text === '0.0.0.0/0' || text === '::/0') {
    const version = text.includes(':') ? 'IPv6' : 'IPv4';
    return [{ ko: `${shown(text)} — 모든 ${version} 주소`, en: `${shown(text)} — every ${version} address` }];
  }
  const [, address = '', length = ''] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text) ?? [];
  const parts = address.split('.').map(Number);
  const bits = Number(length);
  if (parts.length !== 4 || parts.some((part) => part > 255) || bits > 32) return [];
  const size = 2 ** (32 - bits);
  const number = parts.reduce((sum, part) => sum * 256 + part, 0);
  const first = Math.floor(number / size) * size;
  const range = size === 1 ? shown(dotted(first)) : `${shown(dotted(first))} – ${shown(dotted(first + size - 1))}`;
  return [{ ko: `${range} (주소 ${counted(size)}개)`, en: `${range} (${counted(size)} ${size === 1 ? 'address' : 'addresses'})` }];
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
