/** One word of a command as the shell takes it apart: texts, and what the shell would put in. */
export interface ShellWord {
  readonly parts: readonly ShellPart[];
}
export type ShellPart = string | ShellVariable | ShellCommand;
/** `$NAME`, `${NAME:-default}`. */
export interface ShellVariable {
  readonly variable: string;
  /** `:-`, `-`, `:?`, `?`, `:+`, `+`, or empty. */
  readonly operator: string;
  readonly operand: string;
}
/** `$(command)`, whose output only the shell knows. */
export interface ShellCommand {
  readonly command: string;
}

/** A command taken apart, up to the first sign that ends it (`;`, `&&`, `|`, a line break). */
export interface ShellSplit {
  readonly words: readonly ShellWord[];
  /** The text from the sign that ends the command, without it when nothing follows. */
  readonly rest: string;
}

/** Longest command that is read, in characters. */
const lengthLimit = 100_000;

/**
 * Takes a command apart as a POSIX shell would: quotes, backslashes, continued lines, comments, variables. Never throws;
 * a quote that is not closed ends with the text. Nothing is ever run.
 */
export function splitCommand(source: string): ShellSplit {
  const text = source.slice(0, lengthLimit).replace(/\r\n?/g, '\n');
  const words: ShellWord[] = [];
  let parts: ShellPart[] | undefined;
  let at = 0;
  const add = (part: ShellPart): void => {
    parts ??= [];
    const last = parts.length - 1;
    if (typeof part === 'string' && typeof parts[last] === 'string') parts[last] += part;
    else parts.push(part);
  };
  const end = (): void => {
    if (parts) words.push({ parts });
    parts = undefined;
  };
  const dollar = (): void => {
    const [part, next] = readDollar(text, at);
    add(part);
    at = next;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '\\') {
      // PowerShell's and cmd's continuations are none of a POSIX shell, but people paste them too.
      if (text[at + 1] !== '\n') add(text[at + 1] ?? '');
      at += 2;
    } else if (char === '`' || char === '^') {
      if (text[at + 1] === '\n') at += 2;
      else if (char === '^') {
        add(char);
        at++;
      } else {
        const close = text.indexOf('`', at + 1);
        const stop = close < 0 ? text.length : close;
        add({ command: text.slice(at + 1, stop) });
        at = stop + 1;
      }
    } else if (char === "'") {
      const close = text.indexOf("'", at + 1);
      const stop = close < 0 ? text.length : close;
      add(text.slice(at + 1, stop));
      at = stop + 1;
    } else if (char === '"') {
      add('');
      at++;
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\\') {
          const next = text[at + 1] ?? '';
          if (next !== '\n') add(/[\\"$`]/.test(next) ? next : `\\${next}`);
          at += 2;
        } else if (text[at] === '$') dollar();
        else {
          const run = /^[^\\"$]+/.exec(text.slice(at, at + 4096))?.[0] ?? '';
          add(run);
          at += run.length;
        }
      }
      at++;
    } else if (char === '$') dollar();
    else if (char === ' ' || char === '\t') {
      end();
      at++;
    } else if (char === '\n') {
      end();
      at++;
      if (words.length > 0) break;
    } else if (/[;&|<>()]/.test(char)) {
      end();
      break;
    } else if (char === '#' && !parts) {
      const stop = text.indexOf('\n', at);
      at = stop < 0 ? text.length : stop;
    } else {
      const run = /^[^\s\\'"$`^;&|<>()#]+|^#/.exec(text.slice(at, at + 4096))?.[0] ?? char;
      add(run);
      at += run.length;
    }
  }
  end();
  return { words, rest: text.slice(at).trim() };
}

function readDollar(text: string, at: number): readonly [ShellPart, number] {
  const ahead = text.slice(at, at + 1000);
  const simple = /^\$([A-Za-z_]\w*)/.exec(ahead);
  if (simple) return [{ variable: simple[1] ?? '', operator: '', operand: '' }, at + simple[0].length];
  const braced = /^\$\{([A-Za-z_]\w*)(?:(:?[-?+])([^{}"'`$\\]*))?\}/.exec(ahead);
  if (braced) return [{ variable: braced[1] ?? '', operator: braced[2] ?? '', operand: braced[3] ?? '' }, at + braced[0].length];
  if (ahead.startsWith('$(') || ahead.startsWith('${')) {
    const close = closing(text, at + 2, ahead[1] === '(' ? ')' : '}');
    return [{ command: text.slice(at + 2, close) }, close + 1];
  }
  return ['$', at + 1];
}

function closing(text: string, from: number, close: string): number {
  const open = close === ')' ? '(' : '{';
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return text.length;
}
