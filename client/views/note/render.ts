import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');
markdown.validateLink = (address) => /^(?:https|note):/.test(address);

/** A note's Markdown as HTML: no markup of its own gets through, and links lead only to `https` pages and to notes. */
export function renderNote(body: string): string {
  return markdown.render(body);
}

/** The note that a link leads to; `undefined` for a link to a page. */
export function noteIdOf(address: string): string | undefined {
  if (!address.startsWith('note:')) return undefined;
  const id = address.slice('note:'.length);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
