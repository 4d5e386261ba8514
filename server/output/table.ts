/** A table of kubectl or docker: one record a row, by the names of its columns. */
export interface OutputTable {
  readonly columns: readonly string[];
  readonly rows: readonly OutputRow[];
}

/** The cells of a row by their columns; a column that is empty or not there is `''`. */
export type OutputRow = (column: string) => string;

interface Column {
  readonly name: string;
  readonly start: number;
}

// Names of columns are written in capitals, with single spaces inside: `LAST SEEN`, `CONTAINER ID`, `PORT(S)`.
const heading = /[A-Z][A-Z()/%-]*(?: [A-Z][A-Z()/%-]*)*/g;

/** Names of two words, for headings whose columns are one space apart. */
const twoWords = ['LAST SEEN', 'FIRST SEEN', 'CONTAINER ID', 'IMAGE ID', 'NOMINATED NODE', 'READINESS GATES'];

/** The table that begins at a line, and how many lines it takes; `undefined` where none begins that has all these columns. */
export function tableAt(
  lines: readonly string[],
  at: number,
  needs: readonly string[],
): { readonly table: OutputTable; readonly length: number } | undefined {
  const columns = columnsOf(lines[at] ?? '');
  const names = columns.map(({ name }) => name);
  if (!needs.every((name) => names.includes(name))) return undefined;
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !isNextPart(lines[end] ?? '', needs)) end++;
  const rows = lines.slice(at + 1, end).map((line) => rowOf(columns, line));
  return { table: { columns: names, rows }, length: end - at };
}

/** Lines as the rows of a table whose heading was not copied. What stands behind the last of these columns counts to it. */
export function tableWithoutHeading(lines: readonly string[], columns: readonly string[]): OutputTable {
  return {
    columns,
    rows: lines.map((line) => {
      const cells = cellsOf(line.trim(), columns.length);
      return (column) => cells[columns.indexOf(column)] ?? '';
    }),
  };
}

/** Another table, a prompt with the next command, or a part of a description: what no row begins with. */
function isNextPart(line: string, needs: readonly string[]): boolean {
  const names = columnsOf(line).map(({ name }) => name);
  return needs.every((name) => names.includes(name)) || /^(?:[$%#>❯➜] |\S{1,80}[@:]\S{0,80}[$#] |[A-Z][\w ]*:(?: |$))/.test(line);
}

function columnsOf(line: string): readonly Column[] {
  // Only a line of capitals is a heading.
  if (line.length > 400 || /[a-z]/.test(line)) return [];
  const isWide = / {2}/.test(line.trim());
  return [...line.matchAll(heading)].flatMap(({ 0: name, index }) => (isWide ? [{ name, start: index }] : divided(name, index)));
}

function divided(names: string, start: number): readonly Column[] {
  const found: Column[] = [];
  for (let at = 0; at < names.length;) {
    const two = twoWords.find((name) => names.startsWith(name, at));
    const name = two ?? /^\S*/.exec(names.slice(at))?.[0] ?? '';
    found.push({ name, start: start + at });
    at += name.length + 1;
  }
  return found;
}

/** Cells stand below their headings. Where the spaces of a table were lost on its way, they are told by the spaces that are left. */
function rowOf(columns: readonly Column[], line: string): OutputRow {
  const isAligned = columns.every(({ start }) => start === 0 || start >= line.length || line[start - 1] === ' ');
  const cells = isAligned
    ? columns.map(({ start }, index) => line.slice(start, columns[index + 1]?.start).trim())
    : cellsOf(line.trim(), columns.length);
  return (column) => cells[columns.findIndex(({ name }) => name === column)] ?? '';
}

function cellsOf(line: string, count: number): readonly string[] {
  const wide = line.split(/ {2,}/);
  if (wide.length === count) return wide;
  // `5 (2m ago)` is one cell.
  const words = line.replace(/ {1,20}\((\S{1,30}) ago\)/g, '\u0000($1\u0000ago)').split(/ +/);
  const cells = words.length > count ? [...words.slice(0, count - 1), words.slice(count - 1).join(' ')] : words;
  return cells.map((cell) => cell.replaceAll('\u0000', ' '));
}
