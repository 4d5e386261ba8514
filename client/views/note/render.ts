import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');
markdown.validateLink = (address) => /^(?:https|note):/.test(address);

/** A note's Markdown as HTML: no markup of its own gets through, and links lead only to `https` pages and to notes. */
export function renderNote(body: string): string {
  return markdown.render(body);
}
