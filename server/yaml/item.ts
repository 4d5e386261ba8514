import { CompletionItemKind, InsertTextFormat, InsertTextMode, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf, type Span } from '../text/span.ts';
import type { CursorPlace } from './complete.ts';
import type { YamlDocument } from './parse.ts';

/** Where an item goes: its document, and what is being typed there. */
export interface ItemSpot {
  readonly model: { readonly document: TextDocument };
  readonly document: YamlDocument;
  readonly place: CursorPlace;
}

/** What an item says and inserts. */
export interface Offer {
  readonly label: string;
  /** What is inserted; in the syntax of snippets when `snippet` is set. */
  readonly text: string;
  readonly snippet?: boolean;
  readonly kind: CompletionItemKind;
  readonly sort: string;
  readonly detail?: string | undefined;
  readonly documentation?: MarkupContent | undefined;
  /** What the typed text is compared with, instead of the label. */
  readonly filter?: string | undefined;
  /** What it takes the place of, instead of what is being typed. From the document's start. */
  readonly span?: Span;
  readonly also?: CompletionItem['additionalTextEdits'];
}

/** Makes an item that takes the place of what is being typed. Lines after the first bring their indentation. */
export function itemOf({ model, document, place }: ItemSpot, offer: Offer): CompletionItem {
  const { label, text, snippet = false, kind, sort, detail, documentation, filter, also } = offer;
  const { start, end } = offer.span ?? place.span;
  const shift = document.span.start;
  const isSnippet = snippet && /\$/.test(text);
  return {
    label,
    kind,
    sortText: sort,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeOf(model.document, { start: start + shift, end: end + shift }),
      newText: (place.needsSpace && !offer.span ? ' ' : '') + text,
    },
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(detail === undefined || detail === '' ? {} : { detail }),
    ...(documentation ? { documentation } : {}),
    ...(also ? { additionalTextEdits: also } : {}),
  };
}

/** A value that may stand at the cursor. */
export interface ValueOffer extends Omit<Offer, 'text' | 'kind' | 'snippet' | 'label'> {
  readonly value: string;
  readonly label?: string;
  readonly kind?: CompletionItemKind;
  /** Whether the field holds a string, so that a value which looks like something else is quoted. */
  readonly isString: boolean;
  /** An example that must not come up for what somebody types on their own: `1` is not the beginning of `100m`. */
  readonly isExample?: boolean;
}

/** Makes an item of a value, quoted as its place demands. */
export function valueItem(spot: ItemSpot, offer: ValueOffer): CompletionItem {
  const { value, isString, isExample, kind = CompletionItemKind.Value, label = value === '' ? '""' : value, filter, ...rest } = offer;
  const { quote } = spot.place;
  const typed = filter ?? (isExample ? exampleFilter(spot) : value);
  return itemOf(spot, { ...rest, label, kind, text: writeValue(spot, value, isString), filter: quote + typed + quote });
}

/** Text that nothing typed is the beginning of. */
function exampleFilter({ place }: ItemSpot): string {
  return place.typed === '' ? '\u2026' : place.typed;
}

/** A scalar in the style of its place. */
export function writeValue({ place: { quote, style } }: ItemSpot, value: string, isString: boolean): string {
  if (quote === '"') return JSON.stringify(value);
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (style === 'json' && isString) return JSON.stringify(value);
  if (!isString || isPlain(value)) return value;
  return JSON.stringify(value);
}

/** Whether every reader of YAML takes an unquoted text for that very string. */
function isPlain(text: string): boolean {
  return (
    /^[A-Za-z_/.][\w./:@+~-]*$/.test(text) &&
    !text.endsWith(':') &&
    !/^(?:y|yes|n|no|true|false|on|off|null|\.?inf|\.nan|\.\d[\d.e+-]*)$/i.test(text)
  );
}

/** A key in the style of its place. */
export function writeKey({ place: { quote, style } }: Pick<ItemSpot, 'place'>, key: string): string {
  if (quote === "'") return `'${key}'`;
  return quote === '"' || style === 'json' ? JSON.stringify(key) : key;
}

/** A text as it stands in a snippet. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
