import type { Span } from '../text/span.ts';

const closers: Readonly<Record<string, string>> = { '{': '}}', '%': '%}' };

/** The template expressions of a text (`{{ … }}` as Helm has them, `{% … %}` as Jinja), in order. One that is never closed is none. */
export function templateExpressions(text: string): readonly Span[] {
  const found: Span[] = [];
  // Where each kind is closed for the last time: no search goes past it, so looking stays linear.
  const last: Record<string, number> = {};
  for (let brace = text.indexOf('{'); brace >= 0;) {
    const kind = text[brace + 1] ?? '';
    const closer = Object.hasOwn(closers, kind) ? closers[kind] : undefined;
    const end =
      closer === undefined || brace + 2 > (last[kind] ??= text.lastIndexOf(closer)) ? brace + 1 : text.indexOf(closer, brace + 2) + 2;
    if (end > brace + 1) found.push({ start: brace, end });
    brace = text.indexOf('{', end);
  }
  return found;
}

/**
 * Masks template expressions at equal length, so that what remains parses as YAML and positions hold.
 * A line that holds nothing else becomes blank; an expression among other text becomes as many letters.
 */
export function maskTemplates(text: string, expressions: readonly Span[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of expressions) {
    pieces.push(text.slice(position, start), text.slice(start, end).replace(/[^\r\n]/g, filler));
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join('').split('\n').map(unfill).join('\n');
}

/** Stands for a masked character until its whole line is known; no text holds this code point. */
const filler = '\uFFFE';

function unfill(line: string): string {
  if (!line.includes(filler)) return line;
  return line.replaceAll(filler, /^[ \t\r\uFFFE]*$/.test(line) ? ' ' : 'x');
}
