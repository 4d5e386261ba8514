/** Whether a text is an IPv4 address without leading zeros. */
function isIPv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/.test(text) && !text.endsWith('.');
}

/** Whether a text is an IPv6 address; the last part may be an IPv4 address. */
function isIPv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const hasIPv4 = last.includes('.');
  if (hasIPv4 && !isIPv4(last)) return false;
  const plain = hasIPv4 ? groups.slice(0, -1) : groups;
  const count = plain.length + (hasIPv4 ? 2 : 0);
  return plain.every((group) => /^[\da-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

export function isIP(text: string): boolean {
  return isIPv4(text) || isIPv6(text);
}

/** Whether a text is a block of addresses: `10.0.0.0/8`, `2001:db8::/32`. */
export function isCIDR(text: string): boolean {
  const slash = text.lastIndexOf('/');
  const address = text.slice(0, Math.max(0, slash));
  const prefix = text.slice(slash + 1);
  if (slash < 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefix)) return false;
  return isIPv4(address) ? Number(prefix) <= 32 : isIPv6(address) && Number(prefix) <= 128;
}
