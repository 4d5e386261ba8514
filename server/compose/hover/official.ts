import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import type { SchemaPlace } from '../schema/schema.ts';

/** The official text on a place, as safe Markdown; names between quotes become code. */
export function officialOf({ shape }: SchemaPlace): string | undefined {
  const text = shape.description ?? shape.map?.description ?? shape.list?.description;
  return text === undefined || text === '' ? undefined : toMarkdown(text);
}

function toMarkdown(text: string): string {
  return text
    .split(/'([\w./:*+-]+)'/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarkdown(part)))
    .join('');
}
