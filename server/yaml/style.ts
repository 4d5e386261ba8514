/** How the lines of a document are indented. */
export interface YamlStyle {
  /** By how many columns a map lies deeper than its key. */
  readonly step: number;
  /** By how many columns the dashes of a list lie deeper than its key: 0 where they stand below it. */
  readonly list: number;
}

/** Lines that are looked at: a document's style shows at its top. */
const lineLimit = 400;

/** Takes the style of a document from the first map and the first list in it that lie below a key. */
export function styleOf(text: string): YamlStyle {
  let step: number | undefined;
  let list: number | undefined;
  let above: number | undefined; // the column of a key without a value on the line before
  for (const line of text.split('\n', lineLimit)) {
    const [, indent = '', dashes = ''] = /^( *)((?:- +)*)/.exec(line) ?? [];
    const content = line.slice(indent.length + dashes.length).trimEnd();
    if (content === '' || content.startsWith('#')) continue;
    if (above !== undefined) {
      if (dashes !== '' && indent.length >= above) list ??= indent.length - above;
      else if (indent.length > above) step ??= indent.length - above;
    }
    above = /^[^\s#"'][^#"']*:$/.test(content) ? indent.length + dashes.length : undefined;
    if (step !== undefined && list !== undefined) break;
  }
  const sane = (columns: number | undefined): number | undefined => (columns !== undefined && columns <= 8 ? columns : undefined);
  return { step: sane(step) ?? 2, list: sane(list) ?? sane(step) ?? 2 };
}

/**
 * Indents lines that were written with two spaces a level, lists too, in another style.
 * @param column of the first line, which gets no indentation itself
 */
export function restyle(body: string, { step, list }: YamlStyle, column: number): string {
  const open = [{ from: 0, to: column, isDash: false }];
  return body
    .split('\n')
    .map((line, index) => {
      let from = /^ */.exec(line)?.[0].length ?? 0;
      if (line.trim() === '') return '';
      let content = line.slice(from);
      let written = '';
      let isFirst = true;
      for (;;) {
        while (open.length > 1 && (open.at(-1)?.from ?? 0) > from) open.pop();
        const isDash = content.startsWith('- ');
        const top = open.at(-1) ?? { from: 0, to: column, isDash: false };
        const to = top.from === from && (isFirst || !top.isDash) ? top.to : top.to + (isDash ? list : step);
        if (isFirst) written = ' '.repeat(index === 0 ? 0 : to);
        if (top.from !== from) open.push({ from, to, isDash });
        if (!isDash) return written + content;
        // What follows the dash lies two columns deeper, in every style.
        open.push({ from: from + 2, to: to + 2, isDash: false });
        written += '- ';
        content = content.slice(2);
        from += 2;
        isFirst = false;
        if (!content.startsWith('- ')) return written + content;
      }
    })
    .join('\n');
}
