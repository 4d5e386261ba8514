import type { Node, Pair, YAMLMap } from 'yaml';
import type { Span } from '../../text/span.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import type { SchemaPlace } from '../schema/schema.ts';

/** A value on the way down. */
export interface Spot {
  readonly document: YamlDocument;
  readonly node: Node | undefined;
  readonly place: SchemaPlace;
  /** What messages call the value: its key, or for an item of a list the key of the list. */
  readonly field: string;
  /** Where the key stands, or the item itself. */
  readonly at: Span;
  /** The map above, past lists. */
  readonly parent: MapSpot | undefined;
  readonly depth: number;
}

/** A map on the way down, with its keys, those of merge keys included. */
export interface MapSpot extends Spot {
  readonly map: YAMLMap;
  readonly pairs: ReadonlyMap<string, Pair>;
}

/** A span without what follows on further lines. */
export function firstLine({ span, source }: YamlDocument, { start, end }: Span): Span {
  const text = source.text.slice(start - span.start, end - span.start);
  const lineEnd = text.search(/\r?\n/);
  return { start, end: lineEnd < 0 ? end : start + lineEnd };
}

/** A text for a message: on one line, and not too long. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
