import type { Localized } from '../../server/locale.ts';
import type { NoteData } from '../../server/notes.ts';
import { aboutEntry, address, listOf, localized, localizedOrSame, readYaml, record, type Say } from './checks.ts';
import { bothLanguages, inBoth, nameOf, noteOf, type About } from './entry.ts';
import { checkInline } from './markdown.ts';
import type { SourceFile } from './source.ts';

interface Comparison extends About {
  readonly title: Localized;
  readonly lead: Localized;
  readonly columns: readonly (Localized | string)[];
  readonly rows: readonly (readonly (Localized | string)[])[];
  readonly after?: Localized;
}

const comparison = record(
  { title: localized, lead: localized, columns: listOf(localizedOrSame), rows: listOf(listOf(localizedOrSame)), docs: address },
  { ...aboutEntry, after: localized },
);

/** Reads a comparison; its note shows it as a table. */
export function parseComparison(file: SourceFile, say: Say): Record<string, NoteData> {
  const data = readYaml(file, comparison, say) as Comparison | undefined;
  if (!data) return {};
  const lines = [data.columns, ...data.rows];
  const uneven = data.rows.findIndex((row) => row.length !== data.columns.length);
  if (uneven >= 0) say(`${file.path}: row ${uneven + 1} has ${data.rows[uneven]?.length ?? 0} cells for ${data.columns.length} columns`);
  const body = bothLanguages((locale) => {
    const row = (cells: readonly (Localized | string)[]): string => `| ${cells.map((cell) => inBoth(cell)[locale].trim()).join(' | ')} |`;
    for (const cells of lines)
      for (const cell of cells) {
        checkInline(`${file.path} (${locale})`, inBoth(cell)[locale], say);
        if (/[|\n]/.test(inBoth(cell)[locale].trim())) say(`${file.path}: a cell holds | or a line break: ${inBoth(cell)[locale]}`);
      }
    const table = [row(data.columns), `|${' --- |'.repeat(data.columns.length)}`, ...data.rows.map(row)].join('\n');
    return [data.lead[locale].trim(), table, data.after?.[locale].trim() ?? ''].filter(Boolean).join('\n\n');
  });
  return { [`comparisons/${nameOf(file.path)}`]: noteOf(data.title, body, data) };
}
