import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { storeOf } from '../../facts/stores.ts';
import { summaryOf } from '../../hover.ts';
import { escaped, itemOf } from '../../yaml/item.ts';
import { stringAt } from '../../yaml/read.ts';
import { restyle } from '../../yaml/style.ts';
import type { MapShape } from '../schema/schema.ts';
import { excludedBy } from './exclusive.ts';
import { pieces, type Piece } from './pieces.ts';
import type { Spot } from './spot.ts';
import { declare, type Declared } from './top-level.ts';

/** Offers pieces for a map: keys with all that they need. Those for the service's own image come first. */
export function completePieces(spot: Spot, map: MapShape): readonly CompletionItem[] {
  const { place, service, document } = spot;
  if (place.style !== 'block' || place.hasColon || place.quote !== '') return [];
  const { ast } = document.source;
  const excluded = excludedBy(map.name, place.siblings);
  const image = stringAt(ast, service, ['image']);
  const store = image === undefined ? undefined : storeOf(image);
  const fits = (piece: Piece): boolean => piece.image !== undefined && store !== undefined && storeOf(piece.image)?.name === store.name;
  return pieces
    .filter(({ on, field, body }) => on === map.name && isMissing(spot, field, body) && !excluded.has(field))
    .flatMap((piece) => pieceItem(spot, piece, fits(piece)) ?? []);
}

/** Whether none of the keys that a piece begins with is there. */
function isMissing({ place }: Spot, field: string, body: string): boolean {
  const keys = [field, ...[...body.matchAll(/^([a-z_]+):/gm)].map(([, key = '']) => key)];
  return keys.every((key) => !place.siblings.has(key));
}

function pieceItem(spot: Spot, piece: Piece, isFitting: boolean): CompletionItem | undefined {
  const { context, style, place, serviceName = 'app', document, service } = spot;
  const own = /^[A-Za-z\d][\w.-]*$/.test(serviceName) ? serviceName : 'app';
  const image = stringAt(document.source.ast, service, ['image']) ?? '';
  const directory = storeOf(image)?.directories[0] ?? '/data';
  const fill = (text: string): string => text.replaceAll('NAME', own);
  const declared = (piece.declares ?? []).map(({ section, name, body }) => declare(spot, { section, name: fill(name), body: fill(body) }));
  if (declared.includes(undefined)) return undefined;
  const edits = declared.filter((each): each is Declared => each !== undefined);
  const body = piece.declares ? fill(piece.body).replace('DIRECTORY', escaped(directory)) : piece.body;
  const also = edits.flatMap((each) => each.also ?? []);
  return itemOf(spot, {
    label: piece.label,
    kind: CompletionItemKind.Snippet,
    text: restyle(body, style, place.column) + edits.map(({ after }) => escaped(after ?? '')).join(''),
    snippet: true,
    sort: `${isFitting ? 1 : 8}${isFitting ? '99' : ''}${piece.label}`,
    detail: piece.detail[context.locale],
    documentation: summaryOf(piece.note, context).documentation,
    ...(also.length > 0 ? { also } : {}),
  });
}
