import type { Say } from './checks.ts';

/** What a text may hold. */
export interface MarkdownLimits {
  /** Characters without the code. */
  readonly text: number;
  /** Lines of one example. */
  readonly codeLines: number;
}

/** Tells what is wrong with a text: one that does not stand alone, that is too long, or that has what is not shown. */
export function checkMarkdown(where: string, body: string, limits: MarkdownLimits, say: Say): void {
  if (body.trim() === '') return say(`${where}: the section is empty`);
  const code = body.match(/^```[\s\S]*?^```/gm) ?? [];
  const text = body
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .trim();
  if (/^(?:[-*#>|]|```)/.test(body)) say(`${where}: must begin with a paragraph that stands alone`);
  if (text.length > limits.text) say(`${where}: ${text.length} characters, more than ${limits.text}`);
  if (code.some((block) => block.split('\n').length - 2 > limits.codeLines))
    say(`${where}: an example has more than ${limits.codeLines} lines`);
  if ((body.match(/^```/gm)?.length ?? 0) % 2 !== 0) say(`${where}: a code block is not closed`);
  if (/^#\s|^###/m.test(text)) say(`${where}: only level-two headings`);
  checkInline(where, text, say);
}

/** Tells what a text, or a line of one, may not hold anywhere: HTML and images. */
export function checkInline(where: string, text: string, say: Say): void {
  if (/<[a-zA-Z!/][^>]*>/.test(text.replace(/`[^`]*`/g, ''))) say(`${where}: HTML is not shown; put it in back-ticks`);
  if (text.includes('![')) say(`${where}: no images`);
}
