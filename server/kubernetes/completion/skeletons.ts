import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { mapAt, scalarsOf } from '../../yaml/read.ts';
import { restyle } from '../../yaml/style.ts';
import type { SchemaType } from '../schema/types.ts';
import { unversioned } from '../wires/reach.ts';
import { excludedBy } from './exclusive.ts';
import { itemOf } from '../../yaml/item.ts';
import { network } from './skeletons/network.ts';
import { others } from './skeletons/others.ts';
import { pieces } from './skeletons/pieces.ts';
import type { Piece, Skeleton } from './skeletons/skeleton.ts';
import { workloads } from './skeletons/workloads.ts';
import type { Spot } from './spot.ts';

/** Skeletons of whole manifests. */
export const manifests: readonly Skeleton[] = [...workloads, ...network, ...others];

/** Offers whole manifests where nothing stands yet but what is being typed at the top: nothing, a word, or `kind: …`. */
export function completeManifests(spot: Spot): readonly CompletionItem[] {
  const { place, text } = spot;
  const isTop = place.path.length === (place.role === 'value' ? 1 : 0) && place.role !== 'item' && place.column === 0;
  if (!isTop || place.style !== 'block' || place.siblings.size > 0 || place.quote !== '' || place.hasColon) return [];
  if (place.role === 'value' && place.path[0] !== 'kind') return [];
  const line = lineAt(text, place.span.start);
  const span = place.role === 'value' ? { start: line.start, end: line.end } : undefined;
  const before = span ? text.slice(line.start, place.span.start) : '';
  return manifests.map((skeleton) =>
    skeletonItem(spot, skeleton, span ? `${before}${skeleton.label}` : `${skeleton.label} apiVersion kind`, span),
  );
}

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
    .map((piece) => skeletonItem(spot, piece));
}

function skeletonItem(spot: Spot, skeleton: Skeleton & Partial<Piece>, filter?: string, span?: Span): CompletionItem {
  const { context, style, place } = spot;
  const { label, detail, comments = [], note } = skeleton;
  const body = skeleton.body.replace(/#([1-9])$/gm, (_, index) => `# ${comments[Number(index) - 1]?.[context.locale] ?? ''}`);
  return itemOf(spot, {
    label,
    kind: CompletionItemKind.Snippet,
    text: restyle(skeleton.on?.startsWith('core/') === true ? withOwnLabels(spot, body) : body, style, place.column),
    snippet: true,
    sort: `8${label}`,
    filter,
    detail: detail[context.locale],
    documentation: summaryOf(note, context).documentation,
    ...(span ? { span } : {}),
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
