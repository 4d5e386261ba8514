import { renderTable, tableAt } from './table.ts';
import type { Style } from './terminal.ts';

/**
 * Renders the Markdown of our notes (paragraphs, headings, lists, code, tables, bold, links) as text for a terminal: without its marks
 * where the style sets text off, with back-ticks where it does not.
 * @param columns how many characters fit into a line, if that is known
 */
export function renderMarkdown(markdown: string, style: Style, columns?: number): string {
  let fenced = false;
  const lines: string[] = [];
  const all = markdown.split('\n');
  for (let at = 0; at < all.length; at++) {
    const line = all[at] ?? '';
    const table = fenced ? undefined : tableAt(all, at);
    if (/^ *```/.test(line)) fenced = !fenced;
    else if (fenced) lines.push(`    ${style.cyan(line)}`.trimEnd());
    else if (table) {
      lines.push(...renderTable(table, style, columns));
      at += table.length; // and the line below the headings
    } else if (/^#+ /.test(line)) lines.push(style.bold(renderInline(line.replace(/^#+ /, ''), style)));
    else lines.push(renderInline(labelled(line.replace(/^(\s*)[-*] /, '$1• ')), style));
  }
  return lines.join('\n');
}

/** The label that begins an item of a list gets a colon, so that it is told from the text where bold is not seen: `• Default: 10`. */
function labelled(line: string): string {
  return line.replace(/^(\s*• \*\*[^*]+)\*\*(?=\s)/, '$1:**');
}

const inline = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(.+?)\*\*|\[((?:`[^`]*`|[^[\]`])*)\]\(([^)\s]*)\)|\\([!-/:-@[-`{-~])/g;

/** Renders one line. */
export function renderInline(text: string, style: Style): string {
  return text.replace(
    inline,
    (
      _,
      ticks: string | undefined,
      code: string | undefined,
      bold: string | undefined,
      link: string | undefined,
      target: string | undefined,
      escaped: string | undefined,
    ) => {
      if (ticks !== undefined && code !== undefined) return style.colours ? style.cyan(code) : `${ticks}${code}${ticks}`;
      if (bold !== undefined) return style.bold(renderInline(bold, style));
      if (link !== undefined) return target?.startsWith('https:') ? `${renderInline(link, style)} (${target})` : renderInline(link, style);
      return escaped ?? '';
    },
  );
}
