import { readIgnoreComment, type Silencer } from '../silence.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';
import { moveSpan, type Span } from '../text/span.ts';
import type { YamlDocument, YamlFile } from './parse.ts';
import { createDocumentMemory, spansOf } from './per-document.ts';

/**
 * Makes a reader of what silences findings in a file: the `# mulgil ignore=` comments, and what a language adds for each document.
 * Of a document that did not change it is remembered.
 */
export function createSilencers(more: (document: YamlDocument) => readonly Silencer[] = () => []): (file: YamlFile) => readonly Silencer[] {
  const memory = createDocumentMemory<readonly Silencer[]>((found) => found.length > 0);
  return (file) => {
    const found = memory.recall(file, '', (document) => [...commentSilencers(document.source.text), ...more(document)]);
    if (found.size === 0) return [];
    const spans = spansOf(file);
    return [...found].flatMap(([source, silencers]) =>
      (spans.get(source) ?? []).flatMap(({ start }) => silencers.map((one) => moved(one, start))),
    );
  };
}

function moved(silencer: Silencer, by: number): Silencer {
  return { ...silencer, at: moveSpan(silencer.at, by), target: moveSpan(silencer.target, by) };
}

/**
 * The `# mulgil ignore=` comments of a YAML text. One on a line of its own speaks about the next line that is no comment,
 * one at the end of a line about that line.
 */
export function commentSilencers(text: string): readonly Silencer[] {
  const silencers: Silencer[] = [];
  let line: Span = { start: 0, end: -1 };
  let below: Span = { start: -1, end: -1 };
  for (const { index } of text.matchAll(/(?<![^ \t\r\n])#[ \t]*mulgil[ \t]+ignore/g)) {
    if (index < line.end) continue; // the rest of a comment
    line = lineAt(text, index);
    const read = readIgnoreComment(text.slice(index + 1, line.end));
    if (!read) continue;
    const alone = text.slice(line.start, index).trim() === '';
    // Comments that follow one another speak about the same line: it is looked for once.
    if (alone && below.start < line.end) below = nextContentLine(text, line.end);
    silencers.push({
      at: { start: index, end: line.end },
      target: alone ? below : line,
      rules: read.rules,
      own: true,
      reason: read.reason,
    });
  }
  return silencers;
}

function nextContentLine(text: string, from: number): Span {
  for (let start = nextLineStart(text, from); start < text.length; start = nextLineStart(text, start)) {
    const line = lineAt(text, start);
    const content = text.slice(line.start, line.end).trim();
    if (content !== '' && !content.startsWith('#')) return line;
  }
  return { start: text.length, end: text.length };
}
