import { fillIn } from './interpolate.ts';

/**
 * Reads a file of variables as Compose reads `.env` and `env_file`: `NAME=value`, quotes, comments, `export`, and variables of
 * the lines above. A name without `=` has no value. The last line of a name counts.
 * @param lookup variables from elsewhere
 */
export function readEnvFile(
  text: string,
  lookup: (name: string) => string | undefined = () => undefined,
): ReadonlyMap<string, string | undefined> {
  const entries = new Map<string, string | undefined>();
  const known = (name: string): string | undefined => entries.get(name) ?? lookup(name);
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const head = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*([=:]?)[ \t]*/.exec(text.slice(at, Math.min(lineEnd, at + 1000)));
    if (!head) {
      at = lineEnd + 1;
      continue;
    }
    const [whole = '', name = '', equals = ''] = head;
    const start = at + whole.length;
    if (equals === '') {
      if (start >= lineEnd || text[start] === '#') entries.set(name, undefined);
      at = lineEnd + 1;
      continue;
    }
    const quote = text[start];
    const close = quote === '"' || quote === "'" ? closingQuote(text, start + 1, quote) : -1;
    if (close < 0) {
      const raw = text.slice(start, lineEnd).replace(/(?:^|[ \t]+)#.*$/, '').trim();
      entries.set(name, fillWith(raw, known));
      at = lineEnd + 1;
    } else {
      const inside = text.slice(start + 1, close);
      entries.set(name, quote === "'" ? inside : fillWith(unescape(inside), known));
      at = endOfLine(text, close) + 1;
    }
  }
  return entries;
}

function fillWith(text: string, lookup: (name: string) => string | undefined): string {
  return fillIn(text, (name) => lookup(name) ?? '').text;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function unescape(text: string): string {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return text.replace(/\\([\s\S])/g, (whole, char: string) => letters[char] ?? (/["\\$]/.test(char) ? char : whole));
}
