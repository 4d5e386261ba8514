import { inLine } from './harmless.ts';

/** Longest text and longest piece of code, in characters: longer ones are cut, since nobody reads them in a hover. */
const textLimit = 5000;
const codeLimit = 1000;

/**
 * Makes any text harmless inside Markdown: what a file says is shown, never interpreted
 * (no links, images, HTML, emphasis or icons).
 */
export function escapeMarkdown(text: string): string {
  return inLine(text, textLimit).replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&');
}

/** The text as inline code; back-ticks inside it are kept by a longer fence. */
export function codeSpan(text: string): string {
  const line = inLine(text, codeLimit);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
