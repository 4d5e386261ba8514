import type { Style } from './terminal.ts';

/**
 * Renders the Markdown of our notes (paragraphs, lists, code, bold, links) as text for a terminal: without its marks where the
 * style sets text off, with back-ticks where it does not.
 */
export function renderMarkdown(markdown: string, style: Style): string {
  let fenced = false;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    else if (fenced) lines.push(`    ${style.cyan(line)}`.trimEnd());
    else lines.push(renderInline(labelled(line.replace(/^(\s*)[-*] /, '$1• ')), style));
  }
  return lines.join('\n');
}

/** The label that begins an item of a list gets a colon, so that it is told from the text where bold is not seen: `• Default: 10`. */
function labelled(line: string): string {
  return line.replace(/^(\s*• \*\*[^*]+)\*\*(?=\s)/, '$1:**');
}

const inline = /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(.+?)\*\*|\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]*)\)|\\([!-/:-@[-`{-~])/g;

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
