/** A snippet as VS Code's files hold it. */
export interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: string | readonly string[];
}

/** What VS Code inserts when nothing is typed over: every tab stop with its default, the first choice, or nothing. */
export function expand({ body }: Snippet): string {
  const source = typeof body === 'string' ? body : body.join('\n');
  const defaults = new Map<string, string>();
  let at = 0;

  function read(until: string | undefined): string {
    let text = '';
    while (at < source.length && source[at] !== until) {
      if (source[at] === '\\' && /[$}\\]/.test(source[at + 1] ?? '')) {
        text += source.charAt(at + 1);
        at += 2;
      } else if (source[at] === '$') text += tabStop();
      else text += source.charAt(at++);
    }
    return text;
  }

  function tabStop(): string {
    const bare = /^\$(\d+)/.exec(source.slice(at));
    if (bare) {
      at += bare[0].length;
      return defaults.get(bare[1] ?? '') ?? '';
    }
    const open = /^\$\{(\d+)([:|}])/.exec(source.slice(at));
    if (!open) throw new Error(`a $ that is no tab stop must be written \\$: ${source.slice(at, at + 20)}`);
    at += open[0].length;
    const [, number = '', kind] = open;
    if (kind === '}') return defaults.get(number) ?? '';
    const text = kind === '|' ? choice() : read('}');
    at++;
    if (!defaults.has(number)) defaults.set(number, text);
    return text;
  }

  function choice(): string {
    const end = source.indexOf('|', at);
    const [first = ''] = source.slice(at, end).split(',');
    at = end + 1;
    return first;
  }

  return read(undefined);
}
