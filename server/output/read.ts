import { containerColumns, containersOf } from './containers.ts';
import { describedPod, isDescription } from './describe.ts';
import { seenInDescription } from './described-pods.ts';
import { eventColumns, warningsOf } from './events.ts';
import { podColumns, podsOf } from './pods.ts';
import type { Say, Seen } from './seen.ts';
import { tableAt, tableWithoutHeading, type OutputTable } from './table.ts';

/** What output shows, and the lines that none of the readers knows. */
export interface ReadOutput {
  readonly seen: readonly Seen[];
  readonly rest: readonly string[];
}

const tables: readonly { readonly columns: readonly string[]; readonly read: (table: OutputTable, say: Say) => readonly Seen[] }[] = [
  { columns: podColumns, read: podsOf },
  { columns: eventColumns, read: warningsOf },
  { columns: containerColumns, read: containersOf },
];

/** Reads output from its first line to its last: tables and descriptions as such, in any order and number. */
export function readOutput(lines: readonly string[], say: Say): ReadOutput {
  const seen: Seen[] = [];
  const rest: string[] = [];
  for (let at = 0; at < lines.length;) {
    const known = partAt(lines, at, say);
    if (known) {
      seen.push(...known.seen);
      at += known.length;
    } else rest.push(lines[at++] ?? '');
  }
  return { seen, rest };
}

/** A row of `kubectl get pods`, as people copy one alone. */
const podRow = /^ *(\S{1,63} +)?\S{1,253} +\d{1,4}\/\d{1,4} +[A-Z][\w:/.-]{0,60} +\d{1,6}(?: \(\S{1,20} ago\))? +\S{1,10}/;

/** Rows of Pods without a heading that begin at a line, and how many lines they take. */
function podRowsAt(lines: readonly string[], at: number): { readonly table: OutputTable; readonly length: number } | undefined {
  const match = podRow.exec(lines[at] ?? '');
  if (!match) return undefined;
  let end = at + 1;
  while (podRow.test(lines[end] ?? '')) end++;
  const columns = [...(match[1] === undefined ? [] : ['NAMESPACE']), ...podColumns, 'AGE'];
  return { table: tableWithoutHeading(lines.slice(at, end), columns), length: end - at };
}

function partAt(lines: readonly string[], at: number, say: Say): { readonly seen: readonly Seen[]; readonly length: number } | undefined {
  for (const { columns, read } of tables) {
    const found = tableAt(lines, at, columns);
    if (found) return { seen: read(found.table, say), length: found.length };
  }
  const rows = podRowsAt(lines, at);
  if (rows) return { seen: podsOf(rows.table, say), length: rows.length };
  if (!isDescription(lines, at)) return undefined;
  const { pod, length } = describedPod(lines, at);
  return { seen: [seenInDescription(pod, say)], length };
}
