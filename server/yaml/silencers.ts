import { readIgnoreComment, type Silencer } from '../silence.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';

/**
 * The `# mulgil ignore=` comments of a YAML text. One on a line of its own speaks about the next line that is no comment,
 * one at the end of a line about that line.
 */
export function commentSilencers(text: string): readonly Silencer[] {
  const silencers: Silencer[] = [];
  for (let found = text.indexOf('mulgil'); found >= 0; found = text.indexOf('mulgil', found + 1)) {
    const line = lineAt(text, found);
    const sharp = text.lastIndexOf('#', found);
    if (sharp < line.start || text.slice(sharp + 1, found).trim() !== '') continue;
    const read = readIgnoreComment(text.slice(sharp + 1, line.end));
    if (!read) continue;
    const target = text.slice(line.start, sharp).trim() === '' ? nextContentLine(text, line.end) : line;
    silencers.push({ at: { start: sharp, end: line.end }, target, rules: read.rules, own: true, reason: read.reason });
  }
  return silencers;
}

function nextContentLine(text: string, from: number): { start: number; end: number } {
  for (let start = nextLineStart(text, from); start < text.length; start = nextLineStart(text, start)) {
    const line = lineAt(text, start);
    const content = text.slice(line.start, line.end).trim();
    if (content !== '' && !content.startsWith('#')) return line;
  }
  return { start: text.length, end: text.length };
}
