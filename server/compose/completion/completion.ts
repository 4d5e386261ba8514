import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import type { Path } from '../../yaml/path.ts';
import { distinctItems, isAskedFor, withDashes } from '../../yaml/typing.ts';
import type { ComposeModel } from '../model.ts';
import { completeFiles } from './files.ts';
import { completeImages } from './images.ts';
import { completeKeys } from './keys.ts';
import { completeMapKeys, completeMapValues } from './map-keys.ts';
import { completeMounts } from './mounts.ts';
import { completeNameKeys, completeNames } from './names.ts';
import { completePorts } from './ports.ts';
import { completePieces } from './skeletons.ts';
import { spotAt, spotWith, type Spot } from './spot.ts';
import { completeStages } from './stages.ts';
import { completeValues } from './values.ts';
import { completeVariables } from './variables.ts';

/**
 * Offers what may stand at the cursor: keys that are missing, values that are known from the schema, the project and the workspace,
 * and skeletons of services and their parts.
 */
export function complete(model: ComposeModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const variables = completeVariables(model, offset, context);
  if (variables) return variables;
  const spot = spotAt(model, offset, context);
  if (!spot || context.trigger === '$' || !isAskedFor(spot, context.trigger)) return [];
  const { place } = spot;
  switch (place.role) {
    case 'key':
      return [...keysAt(spot), ...(place.list ? listItems(spot, place.list).filter(({ kind }) => kind !== CompletionItemKind.Field) : [])];
    case 'item':
      return listItems(spot, place.path);
    case 'value':
      return valuesAt(spot);
  }
}

function keysAt(spot: Spot): readonly CompletionItem[] {
  const { place, at } = spot;
  if (!at) return [];
  const { map, list, scalars } = at.shape;
  // Of two forms the list is offered for names only, and nothing of it beside the keys of a map.
  const isFresh = !map || (place.siblings.size === 0 && list?.items.format !== undefined);
  return [
    ...(map ? [...completeKeys(spot, map), ...completeNameKeys(spot), ...completeMapKeys(spot), ...completePieces(spot, map)] : []),
    ...(list && !place.afterDash && isFresh ? listItems(spot, spot.path) : []),
    // A scalar of a list.
    ...(scalars.length > 0 && place.afterDash && !place.hasColon && place.siblings.size === 0
      ? valuesAt({ ...spot, place: { ...place, role: 'value' } })
      : []),
  ];
}

/** Items of a list with the dash before them. */
function listItems(spot: Spot, list: Path): readonly CompletionItem[] {
  const { place } = spot;
  if (place.style !== 'block' || place.hasColon) return [];
  const path = [...list, 0];
  const inner = spotWith(
    { ...spot, place: { ...place, role: 'key', path, column: place.column + 2, siblings: new Map(), afterDash: true, list: undefined } },
    path,
  );
  return withDashes(keysAt(inner));
}

function valuesAt(spot: Spot): readonly CompletionItem[] {
  const { at } = spot;
  if (!at || at.shape.scalars.length === 0) return [];
  return distinctItems([
    ...completeNames(spot),
    ...completeMounts(spot),
    ...completeStages(spot),
    ...completeImages(spot),
    ...completePorts(spot),
    ...completeFiles(spot),
    ...completeMapValues(spot),
    ...completeValues(spot, at),
  ]);
}
