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
 * @returns `undefined` where a division would not be certain: something other than comments above the first key, tabs, directives
 */
export function outline(text: string): readonly Section[] | undefined {
  const sections: { start: number; entries: number[]; indent: number; divisible: boolean }[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, end);
    const indent = line.length - line.trimStart().length;
    const content = line.slice(indent).trimEnd();
    const section = sections.at(-1);
    if (content === '' || content.startsWith('#')) {
      // Neither blank lines nor comments divide anything.
    } else if (line.slice(0, indent).includes('\t')) return undefined;
    else if (indent === 0 && plainKey.test(content)) {
      sections.push({ start, entries: [], indent: 0, divisible: /^[^:]*:\s*(?:#.*)?$/.test(content) });
    } else if (!section) {
      if (content !== '---' || indent > 0) return undefined;
    } else if (indent === 0) {
      if (/^(?:---|\.\.\.|%)/.test(content)) return undefined;
      section.divisible = false;
    } else if (section.divisible) {
      if (section.entries.length === 0) section.indent = indent;
      if (indent < section.indent || (indent === section.indent && !plainKey.test(content))) section.divisible = false;
      else if (indent === section.indent) section.entries.push(start);
    }
    start = end;
  }
  return sections.map(({ start, entries, divisible }, index) => {
    const end = sections[index + 1]?.start ?? text.length;
    const starts = divisible ? entries : [];
    return { start, end, entries: starts.map((from, at) => ({ start: from, end: starts[at + 1] ?? end })) };
  });
}
