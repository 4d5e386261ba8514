import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import { mapAt, scalarsOf } from '../../yaml/read.ts';
import { restyle } from '../../yaml/style.ts';
import type { SchemaType } from '../schema/types.ts';
import { unversioned } from '../wires/reach.ts';
import { excludedBy } from './exclusive.ts';
import { itemOf } from '../../yaml/item.ts';
import { pieces } from './skeletons/pieces.ts';
import type { Piece } from './skeletons/piece.ts';
import type { Spot } from './spot.ts';

/** Offers pieces for an object: fields with all that they need, and in a new list item the whole item. */
export function completePieces(spot: Spot, type: SchemaType): readonly CompletionItem[] {
  const { place } = spot;
  if (place.style !== 'block' || place.hasColon) return [];
  const name = unversioned(type.id);
  const excluded = excludedBy(type, place.siblings);
  const isNewItem = typeof place.path.at(-1) === 'number' && place.siblings.size === 0;
  return pieces
    .filter(
      ({ on, field }) =>
        on === name && (isNewItem ? field === undefined : field !== undefined && !place.siblings.has(field) && !excluded.has(field)),
    )
    .map((piece) => pieceItem(spot, piece));
}

function pieceItem(spot: Spot, { label, detail, note, on, body }: Piece): CompletionItem {
  const { context, style, place } = spot;
  return itemOf(spot, {
    label,
    kind: CompletionItemKind.Snippet,
    text: restyle(on.startsWith('core/') ? withOwnLabels(spot, body) : body, style, place.column),
    snippet: true,
    sort: `8${label}`,
    detail: detail[context.locale],
    documentation: summaryOf(note, context).documentation,
  });
}

/** The piece with the labels of the manifest's own Pods where it speaks of them. */
function withOwnLabels({ root, document, path }: Spot, body: string): string {
  const { ast } = document.source;
  const [labels] = ['spec.selector.matchLabels', 'spec.template.metadata.labels', 'metadata.labels']
    .map((place) => scalarsOf(ast, mapAt(ast, root, place.split('.'))))
    .filter(({ size }) => size > 0);
  if (!labels || path.length === 0) return body;
  const plain = [...labels].filter(([key, value]) => /^[\w./-]+$/.test(key) && /^[A-Za-z][\w.-]*$/.test(value));
  if (plain.length === 0) return body;
  return body.replace(/^( *)app\.kubernetes\.io\/name: \$\{\d:web\}$/gm, (_, indent: string) =>
    plain.map(([key, value]) => `${indent}${key}: ${value}`).join('\n'),
  );
}
