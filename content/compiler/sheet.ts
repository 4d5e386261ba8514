import { commandId, type SheetData } from '../../server/notes.ts';
import { address, listOf, localized, readYaml, record, text, type Say } from './checks.ts';
import { checkAddress } from './links.ts';
import type { SourceFile } from './source.ts';

const entry = record(
  { command: text, text: localized },
  { options: listOf(record({ flag: text, ko: text, en: text })), danger: localized, keywords: listOf(text), docs: address },
);
const sheet = record({ id: text, tool: text, title: localized, source: text, docs: address, entries: listOf(entry) });

/** Reads a cheat sheet. With any mistake, which is told, there is no sheet. */
export function parseSheet(file: SourceFile, say: Say): SheetData | undefined {
  const data = readYaml(file, sheet, say) as SheetData | undefined;
  if (!data) return undefined;
  if (`${data.id}.yaml` !== file.path) say(`${file.path}: its id is ${data.id}`);
  for (const { docs } of [data, ...data.entries]) if (docs !== undefined) checkAddress(file.path, docs, say);
  if (data.entries.some(({ command }) => command.includes('docker-compose ')))
    say(`${file.path}: docker-compose is the retired first version; write docker compose`);
  return data;
}

/** Tells commands of all sheets that would have the same id, by which links and favourites name them. */
export function checkCommandIds(sheets: readonly SheetData[], say: Say): void {
  const owners = new Map<string, string>();
  for (const { id: sheetId, entries } of sheets) {
    for (const { command } of entries) {
      const id = commandId(command);
      const where = `${sheetId}: ${command}`;
      const owner = owners.get(id);
      if (owner !== undefined) say(`${where}: has the same id as ${owner}`);
      owners.set(id, where);
    }
  }
}
