import { renderInline } from './markdown.ts';
import type { Style } from './terminal.ts';

/** A table of Markdown: the headings, then the rows. */
export type Table = readonly (readonly string[])[];

/** The table that begins at a line; `undefined` where none does. Cells hold no `|`. */
export function tableAt(lines: readonly string[], at: number): Table | undefined {
  if (!isRow(lines[at]) || !/^\|(?: *:?-+:? *\|)+ *$/.test(lines[at + 1] ?? '')) return undefined;
  let end = at + 2;
  while (isRow(lines[end])) end++;
  return [lines[at] ?? '', ...lines.slice(at + 2, end)].map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function isRow(line: string | undefined): boolean {
  return /^\|.*\|\s*$/.test(line ?? '');
}

/** Renders a table with its columns below one another; or where that would be too wide, row by row. */
export function renderTable(table: Table, style: Style, columns = Infinity): readonly string[] {
  const cells = table.map((row) => row.map((cell) => renderInline(cell, style)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const [headings = [], ...rows] = cells;
  const total = widths.reduce((sum, width) => sum + width, 0) + 3 * (widths.length - 1);
  if (total > columns) return listed(headings, rows, style);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join(' │ ')
      .trimEnd();
  return [style.bold(line(headings)), widths.map((width) => '─'.repeat(width)).join('─┼─'), ...rows.map(line)];
}

/** Each row as a list of its cells, below what it is about. */
function listed([, ...headings]: readonly string[], rows: Table, style: Style): readonly string[] {
  return rows.flatMap(([first = '', ...cells], index) => [
    ...(index === 0 ? [] : ['']),
    style.bold(first),
    ...cells.map((cell, column) => `  ${headings[column] ?? ''}: ${cell}`),
  ]);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

// Colours, and signs that stand above or below others, take no room.
const widthless = /\u001b\[\d+m|[\p{Mn}\p{Me}\u200B-\u200F\uFE0F]/gu;
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;

/** How many columns of a terminal a text takes: Korean and what else is wide by Unicode's East Asian Width takes two a character. */
export function displayWidth(text: string): number {
  return Array.from(text.replace(widthless, '')).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}
