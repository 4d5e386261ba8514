import type { Localized } from '../../server/locale.ts';
import type { ChecklistData, SheetData } from '../../server/notes.ts';
import { listOf, localized, readYaml, record, text, type Check, type Say } from './checks.ts';
import type { SourceFile } from './source.ts';

/** Something the study notes hold, and the places of the library that teach it. */
export interface InventoryRow {
  /** Kind and name: `tables/terms`. */
  readonly id: string;
  readonly what: Localized;
  /** Title and section of the study note. */
  readonly source: string;
  readonly at: readonly string[];
}

/** A pattern that may not stand in the content. */
export interface Never {
  /** `text`: titles and sentences; `code`: code blocks, snippets and commands; `all`: both. */
  readonly in: 'text' | 'code' | 'all';
  readonly pattern: string;
  /** What the pattern has to find. */
  readonly example: string;
  /** A line that fits this speaks of the mistake and does not make it. */
  readonly unless?: string;
}

/** A mistake of the study notes and what became of it. */
export interface Correction {
  readonly id: string;
  readonly wrong: Localized;
  readonly right: Localized;
  /** Places of the library that teach what is right. */
  readonly at?: readonly string[];
  /** Rules that report what is wrong. */
  readonly rules?: readonly string[];
  /** Why it is not mentioned. */
  readonly avoided?: Localized;
  readonly never?: readonly Never[];
}

/** What the study notes hold, and what had to be put right. */
export interface Inventory {
  readonly rows: readonly InventoryRow[];
  readonly corrections: readonly Correction[];
}

const scope: Check = (value, where, say) => {
  if (value !== 'text' && value !== 'code' && value !== 'all') say(`${where}: must be text, code or all`);
};
const expression: Check = (value, where, say) => {
  try {
    new RegExp(String(value));
  } catch {
    say(`${where}: no regular expression`);
  }
};
const inventory = record({
  rows: listOf(record({ id: text, what: localized, source: text, at: listOf(text) })),
  corrections: listOf(
    record(
      { id: text, wrong: localized, right: localized },
      {
        at: listOf(text),
        rules: listOf(text),
        avoided: localized,
        never: listOf(record({ in: scope, pattern: expression, example: text }, { unless: expression })),
      },
    ),
  ),
});

/** Reads the inventory. With any mistake, which is told, it is empty. */
export function parseInventory(file: SourceFile, say: Say): Inventory {
  return (readYaml(file, inventory, say) as Inventory | undefined) ?? { rows: [], corrections: [] };
}

/** What the inventory may name, by id: notes, cheat sheets, their commands (`cheatsheets/<sheet>: <command>`) and items of checklists. */
export function placesOf(library: {
  readonly ids: () => readonly string[];
  readonly sheets: () => readonly SheetData[];
  readonly checklists: () => readonly ChecklistData[];
}): ReadonlySet<string> {
  return new Set([
    ...library.ids(),
    ...library
      .sheets()
      .flatMap(({ id, entries }) => [`cheatsheets/${id}`, ...entries.map(({ command }) => `cheatsheets/${id}: ${command}`)]),
    ...library.checklists().flatMap(({ id, items }) => items.map((item) => `${id}#${item.id}`)),
  ]);
}
