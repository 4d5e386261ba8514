import type { Difference } from '../text/difference.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A key at the top of a document with what stands below it, to where the next one begins. */
export interface Section extends Span {
  /** What stands below the key, when it is nothing but keys again: the first begins at the end of the key's own line. */
  readonly entries: readonly Span[];
}

/** A line that can only be a key of a block mapping: no list item, no quoted text, no value that goes on. */
const plainKey = /^[A-Za-z0-9_][\w./-]*:(?=\s|$)/;

/**
 * Divides a document by its indentation: into the keys at its top, and each of them into the keys below it.
 * @param column of the keys at the top; an entry of a section may be divided like a document
 * @returns `undefined` where a division would not be certain: something other than comments above the first key, tabs, directives
 */
export function outline(text: string, column = 0): readonly Section[] | undefined {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined; // no line break to the parser
  const sections: { start: number; entries: number[]; indent: number; divisible: boolean }[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const at = contentFrom(text, start, end);
    const indent = at - start;
    const section = sections.at(-1);
    if (at === end || text[at] === '#') {
      // Neither blank lines nor comments divide anything.
    } else if (text.slice(start, at).includes('\t')) return undefined;
    else if (indent > column && section) {
      if (section.divisible) {
        if (section.entries.length === 0) section.indent = indent;
        if (indent < section.indent || (indent === section.indent && !plainKey.test(text.slice(at, end).trimEnd())))
          section.divisible = false;
        else if (indent === section.indent) section.entries.push(start);
      }
    } else {
      const content = text.slice(at, end).trimEnd();
      if (indent === column && plainKey.test(content)) {
        sections.push({ start, entries: [], indent: 0, divisible: /^[^:]*:\s*(?:#.*)?$/.test(content) });
      } else if (!section) {
        if (content !== '---' || indent > 0) return undefined;
      } else {
        if (indent < column || /^(?:---|\.\.\.|%)/.test(content)) return undefined;
        section.divisible = false;
      }
    }
    start = end;
  }
  return sections.map(({ start, entries, divisible }, index) => {
    const end = sections[index + 1]?.start ?? text.length;
    const starts = divisible ? entries : [];
    return { start, end, entries: starts.map((from, at) => ({ start: from, end: starts[at + 1] ?? end })) };
  });
}

/**
 * The outline of a text of which a part inside of one entry was edited; `undefined` where the edit may have changed more than lengths.
 * @param known the version before
 */
export function outlineEdited(
  text: string,
  known: { readonly text: string; readonly sections: readonly Section[] },
  { start, beforeEnd, afterEnd }: Difference,
): readonly Section[] | undefined {
  const by = text.length - known.text.length;
  const section = known.sections.find(({ end }) => start < end);
  const entry = section?.entries.find(({ end }) => start < end);
  const { start: line } = lineAt(text, start);
  if (!section || !entry || line <= entry.start || (beforeEnd >= entry.end && entry.end < known.text.length)) return undefined;
  const column = contentFrom(text, entry.start, text.length) - entry.start;
  const deeper = /^(?: *(?:#.*)?| *[^\s#].*)$/;
  for (const each of text.slice(line, nextLineStart(text, afterEnd)).split(/\r?\n/)) {
    const indent = contentFrom(each, 0, each.length);
    if (!deeper.test(each) || (indent <= column && indent < each.length && each[indent] !== '#')) return undefined;
  }
  const moved = (span: Span): Span =>
    span.end <= start || by === 0 ? span : { start: span.start > start ? span.start + by : span.start, end: span.end + by };
  return known.sections.map((one) => (one.end <= start || by === 0 ? one : { ...moved(one), entries: one.entries.map(moved) }));
}

/** Where the first character of a line stands that is no white space to YAML; the line's end when there is none. */
function contentFrom(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
