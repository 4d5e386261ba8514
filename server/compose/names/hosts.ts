import type { Span } from '../../text/span.ts';

/** Variables whose value is the name of a host and nothing else. */
const hostVariable = /(?:^|_)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$/i;

/** Longest text that is looked at, in characters. */
const lengthLimit = 4000;

/**
 * Where a text may name other services as hosts: `mysql://db:3306/shop`, `kafka:9092`, and all of the value of `DB_HOST`.
 * The tag of an image looks like a port, so that without a scheme a short number is none.
 * @param variable whose value it is, if it is one's
 */
export function hostsIn(text: string, variable?: string): readonly Span[] {
  if (variable !== undefined && hostVariable.test(variable) && /^[\w.-]+$/.test(text)) return [{ start: 0, end: text.length }];
  if (text.length > lengthLimit || !/[:@]/.test(text)) return [];
  const hosts: Span[] = [];
  for (const { 0: token, index } of text.matchAll(/[^\s,;'"()[\]]+/g)) {
    const scheme = token.indexOf('://');
    const begin = scheme < 0 ? 0 : scheme + 3;
    const path = token.slice(begin).search(/[/?#]/);
    const authority = path < 0 ? token.slice(begin) : token.slice(begin, begin + path);
    const start = begin + authority.lastIndexOf('@') + 1;
    const [, host = '', port] = /^([A-Za-z][\w.-]*)(?::(\d{2,5}))?$/.exec(authority.slice(start - begin)) ?? [];
    const isHost = scheme >= 0 || (port !== undefined && (port === '80' || port.length > 2));
    if (host !== '' && isHost) hosts.push({ start: index + start, end: index + start + host.length });
  }
  return hosts;
}
