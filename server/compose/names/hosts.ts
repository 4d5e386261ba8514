import type { Span } from '../../text/span.ts';

/** Names of variables whose value is the name of a host. */
const hostVariable = /(?:^|_)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$/i;

/**
 * Where a text may name other services as hosts: `mysql://db:3306/shop`, `kafka:9092`, and all of the value of `DB_HOST`.
 * Tags of images look like ports, so a short number is none.
 * @param key the variable whose value it is, if it is one
 */
export function hostsIn(text: string, key?: string): readonly Span[] {
  if (key !== undefined && hostVariable.test(key) && /^[\w.-]+$/.test(text)) return [{ start: 0, end: text.length }];
  const hosts: Span[] = [];
  const pattern = /(?:\/\/(?:[^\s/@:]{0,100}(?::[^\s/@]{0,100})?@)?|(?<![\w.:/@-]))([A-Za-z][\w.-]{0,100})(?=:(?:80|\d{3,5})(?!\d)|(?<=\/\/[^\s]{0,300})(?=[/?"'\s]|$))/g;
  for (const match of text.slice(0, 2000).matchAll(pattern)) {
    const [whole, host = ''] = match;
    const end = match.index + whole.length;
    hosts.push({ start: end - host.length, end });
  }
  return hosts;
}
