import type { CheatSheets, SheetData } from '../../../../server/protocol.ts';
import { entryKey, groupByTool, searchText } from '../entries.ts';
import { occurrences } from '../occurrences.ts';
import { createIndex, search, wordsOf, type SearchResult } from '../search.ts';
import { element } from './dom.ts';
import { drawEntry, type EntryStyle } from './entry.ts';
import { remember, remembered } from './state.ts';

/** The sheets on the page. */
export interface SheetList {
  readonly root: HTMLElement;
  /** Shows only what the query finds, with its sheets open; with an empty query everything, with the sheets as the user left them. */
  filter(query: string): SearchResult;
}

interface DrawnSheet {
  readonly id: string;
  readonly details: HTMLDetailsElement;
  readonly count: HTMLElement;
  readonly entries: readonly HTMLLIElement[];
  readonly about: HTMLElement;
}

/** Draws all sheets, by tool. */
export function drawList({ sheets }: CheatSheets, style: EntryStyle): SheetList {
  const drawn: DrawnSheet[] = [];
  const texts: string[] = [];
  let searching = false;

  const groups = [...groupByTool(sheets)].map(([tool, ofTool]) => {
    const drawings = ofTool.map(drawSheet);
    return element('section', { class: 'tool', 'aria-label': tool }, element('h2', {}, tool), ...drawings);
  });

  function drawSheet(sheet: SheetData): HTMLElement {
    const entries = sheet.entries.map((entry, index) => drawEntry(entry, entryKey(sheet, index), style));
    texts.push(...sheet.entries.map((entry) => searchText(sheet, entry, style.locale)));
    const count = element('span', { class: 'count' }, String(entries.length));
    const about = element(
      'p',
      { class: 'about' },
      element('a', { href: sheet.docs }, style.say('docs')),
      ` · ${style.say('source')}: `,
      element('span', { lang: 'ko' }, sheet.source),
    );
    const details = element(
      'details',
      { class: 'sheet' },
      element('summary', {}, element('span', { class: 'title' }, sheet.title[style.locale]), count),
    );
    details.append(element('ul', { role: 'list' }, ...entries), about);
    details.addEventListener('toggle', () => {
      if (!searching) remember({ open: drawn.filter((other) => other.details.open).map(({ id }) => id) });
    });
    drawn.push({ id: sheet.id, details, count, entries, about });
    return details;
  }

  const index = createIndex(texts);
  const root = element('main', {}, ...groups);

  return {
    root,
    filter: (query) => {
      const result = search(index, query);
      const words = wordsOf(result.readAs ?? query);
      const wasSearching = searching;
      searching = words.length > 0;
      let place = 0;
      for (const { id, details, count, entries, about } of drawn) {
        let shown = 0;
        for (const entry of entries) {
          entry.hidden = !result.found.has(place++);
          if (!entry.hidden) shown++;
          if (searching || wasSearching) openWhereFound(entry, words);
        }
        details.hidden = shown === 0;
        about.hidden = searching;
        details.open = searching ? shown > 0 : remembered().open.includes(id);
        count.textContent = String(shown);
      }
      for (const group of groups) group.hidden = group.querySelector('details.sheet:not([hidden])') === null;
      return result;
    },
  };
}

/** Opens the options of an entry where a word stands in them and not in what can be seen without. */
function openWhereFound(entry: HTMLElement, words: readonly string[]): void {
  const options = entry.querySelector<HTMLDetailsElement>('.options');
  if (!options) return;
  const text = (selector: string): string => [...entry.querySelectorAll(selector)].map(({ textContent }) => textContent).join('\n');
  const seen = text('.command, .text, .danger');
  const hidden = text('.options dl');
  options.open = words.some((word) => occurrences(seen, word).length === 0 && occurrences(hidden, word).length > 0);
}
