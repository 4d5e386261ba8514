import type { Locale, SheetData, SheetEntryData } from '../../../server/protocol.ts';

/** Names an entry: its sheet's id and its place in it. */
export function entryKey(sheet: SheetData, index: number): string {
  return `${sheet.id}/${String(index)}`;
}

/** The entry with this key; `undefined` when there is none. */
export function findEntry(sheets: readonly SheetData[], key: string): SheetEntryData | undefined {
  const [id, index = ''] = key.split('/');
  return /^\d+$/.test(index) ? sheets.find((sheet) => sheet.id === id)?.entries[Number(index)] : undefined;
}

/** Everything by which an entry can be found, in the language on show. */
export function searchText(sheet: SheetData, entry: SheetEntryData, locale: Locale): string {
  const options = (entry.options ?? []).flatMap((option) => [option.flag, option[locale]]);
  return [
    entry.command,
    entry.text[locale],
    ...options,
    entry.danger?.[locale] ?? '',
    ...(entry.keywords ?? []),
    sheet.title[locale],
    sheet.tool,
  ].join('\n');
}

const toolOrder = ['docker', 'compose', 'kubectl'];

/** The sheets by tool: in the order in which they are learned, then others as they come. */
export function groupByTool(sheets: readonly SheetData[]): ReadonlyMap<string, readonly SheetData[]> {
  const groups = new Map<string, SheetData[]>();
  for (const sheet of sheets) {
    const group = groups.get(sheet.tool);
    if (group) group.push(sheet);
    else groups.set(sheet.tool, [sheet]);
  }
  const rank = (tool: string): number => (toolOrder.includes(tool) ? toolOrder.indexOf(tool) : toolOrder.length);
  return new Map([...groups].sort(([a], [b]) => rank(a) - rank(b)));
}
