import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { mark } from './payloads.ts';

// The most that any editor may understand: HTML is not taken for text.
const markdown = new MarkdownIt({ html: true, linkify: false });
markdown.validateLink = () => true;

/** The pages that notes and rules lead to, and what our own texts lead to. */
const addresses = /^(?:https:\/\/|note:|command:mulgil\.openNote\?)/;

/** No more than this may come of one word of a file, in characters. */
const longest = 20_000;

/** Fails when Markdown that an editor or a page shows does anything that a file told it to. */
export function checkMarkdown(text: string, what: string): void {
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  for (const { type, content, attrs } of tokens) {
    assert.ok(type !== 'html_block' && type !== 'html_inline', `${what}: HTML ${content}`);
    assert.notEqual(type, 'image', `${what}: an image in ${text.slice(0, 300)}`);
    if (type !== 'link_open') continue;
    const address = attrs?.find(([name]) => name === 'href')?.[1]?.toString() ?? '';
    assert.match(address, addresses, what);
    // The page of an image is named after it.
    if (!/^https:\/\/hub\.docker\.com\/(?:_|r)\/[a-z0-9/._-]{1,255}$/.test(address))
      assert.doesNotMatch(decodeURIComponent(address), new RegExp(`${mark}|evil`), `${what}: a link to ${address}`);
  }
  for (const { type, content } of tokens)
    if (type === 'heading_open' || type === 'hr') assert.doesNotMatch(content, new RegExp(mark), what);
  checkPlain(text.replaceAll('\n', ' '), what);
}

/** Characters that turn text around, hide in it, or that a terminal obeys. */
const dangerous = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/u;

/** Fails when a text of one line holds what is not seen as it is, or is longer than anyone reads. */
export function checkPlain(text: string, what: string): void {
  assert.doesNotMatch(text, dangerous, `${what}: ${JSON.stringify(text.slice(0, 300))}`);
  assert.ok(text.length < longest, `${what}: ${text.length} characters`);
}
