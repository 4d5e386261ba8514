/** Whether a text is an IPv4 or IPv6 address. */
export function isIp(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Whether a text is an IPv4 address: four numbers up to 255, without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return text.length <= 15 && parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Whether a text is an IPv6 address; one with an IPv4 address at its end, or a zone, counts too. */
export function isIpv6(text: string): boolean {
  const [address = '', zone] = text.split('%', 2);
  if (address.length > 45 || zone === '' || !address.includes(':')) return false;
  const tail = address.slice(address.lastIndexOf(':') + 1);
  const plain = tail.includes('.') ? (isIpv4(tail) ? `${address.slice(0, -tail.length)}0:0` : undefined) : address;
  if (plain === undefined) return false;
  const halves = plain.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

/** Whether a text is a network such as `172.28.0.0/16`. */
export function isCidr(text: string): boolean {
  const slash = text.indexOf('/');
  const length = text.slice(slash + 1);
  if (slash < 0 || !/^(?:0|[1-9]\d{0,2})$/.test(length)) return false;
  const address = text.slice(0, slash);
  return (isIpv4(address) && Number(length) <= 32) || (isIpv6(address) && Number(length) <= 128);
}
