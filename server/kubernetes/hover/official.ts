import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';

/** Longest official text that is shown, in characters. */
const lengthLimit = 400;

/** Most of a text that is looked at. */
const readLimit = 4000;

/**
 * The beginning of a text of the API reference, in whole sentences of about 400 characters, as safe Markdown: code and links to https pages
 * stay, everything else is shown as it is written. `undefined` when there is nothing to show.
 */
export function officialText(description: string | undefined): string | undefined {
  const [paragraph = ''] = (description ?? '')
    .slice(0, readLimit)
    .trim()
    .split(/\n[ \t]*\n|\n[ \t]*(?:[-*]|\d+\.)[ \t]/, 1);
  const text = paragraph.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : toMarkdown(cut(text));
}

/** As many sentences as fit; of a first one that is too long the first words. */
function cut(text: string): string {
  if (text.length <= lengthLimit) return text;
  let end = 0;
  for (const match of text.matchAll(/[.!?](?= +[A-Z`"'([])/g)) {
    const at = match.index + 1;
    if (at > lengthLimit) break;
    if (!/\b(?:e\.g|i\.e|etc|vs)\.$/i.test(text.slice(Math.max(0, at - 6), at))) end = at;
  }
  return end > 0 ? text.slice(0, end) : `${text.slice(0, text.lastIndexOf(' ', lengthLimit))} …`;
}

const special = /`([^`]+)`|\[([^[\]]+)\]\((https:\/\/[^\s()]+)\)|(https:\/\/[^\s<>()`[\]]*[\w/])/g;

function toMarkdown(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(special)) {
    const [whole, code, label, address, bare] = match;
    pieces.push(escapeMarkdown(text.slice(at, match.index)));
    if (code !== undefined) pieces.push(codeSpan(code));
    else if (label !== undefined && address !== undefined) pieces.push(`[${escapeMarkdown(label)}](${address})`);
    else if (bare !== undefined) pieces.push(`[${escapeMarkdown(bare.replace('https://', ''))}](${bare})`);
    at = match.index + whole.length;
  }
  pieces.push(escapeMarkdown(text.slice(at)));
  return pieces.join('');
}
