import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { distinctItems, isAskedFor, withDashes } from '../../yaml/typing.ts';
import type { KubernetesModel } from '../model.ts';
import type { Resolution } from '../schema/schema.ts';
import { completeAccess } from './access.ts';
import { completeFields } from './fields.ts';
import { completeImages } from './images.ts';
import { itemOf } from '../../yaml/item.ts';
import { completeKind, completeRootKeys } from './kinds.ts';
import { completeLabelKeys, completeLabelValues } from './labels.ts';
import { completeMapKeys } from './map-keys.ts';
import { completeMounts } from './mounts.ts';
import { completeNames } from './names.ts';
import { completePodParts } from './pods.ts';
import { completePieces } from './skeletons.ts';
import { resolveAt, spotAt, type Spot } from './spot.ts';
import { completeValues } from './values.ts';
import { completeVariables } from './variables.ts';

/**
 * Offers what may stand at the cursor: fields that are missing, values that are known from the schema, the manifest and the
 * workspace, and skeletons of fields and list items.
 */
export function complete(model: KubernetesModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const spot = spotAt(model, offset, context);
  if (!spot || !isAskedFor(spot, context.trigger)) return [];
  switch (spot.place.role) {
    case 'key':
      return [
        ...completeKeys(spot),
        ...(spot.place.list ? listItems(spot, spot.place.list).filter(({ kind }) => kind !== CompletionItemKind.Field) : []),
      ];
    case 'item':
      return listItems(spot, spot.place.path);
    case 'value':
      return spot.path.length === 0 ? [] : valuesAt(spot);
  }
}

function completeKeys(spot: Spot): readonly CompletionItem[] {
  const { place, path, resolution, kind, apiVersion } = spot;
  if (path.length === 0 && !place.afterDash && (kind === undefined || apiVersion === undefined || place.siblings.size === 0))
    return completeRootKeys(spot);
  const value = resolution?.value;
  switch (value?.kind) {
    case undefined:
      return [];
    case 'object': {
      const type = spot.schema.type(value.type);
      return type ? [...completeFields(spot, type), ...completePieces(spot, type), ...completeMounts(spot, type)] : [];
    }
    case 'map':
      return [...completeLabelKeys(spot), ...completeMapKeys(spot)];
    case 'list':
      return place.afterDash ? [] : listItems(spot, place.path);
    default:
      // A scalar of a list.
      return place.afterDash && !place.hasColon ? valuesAt({ ...spot, place: { ...place, role: 'value' } }) : [];
  }
}

/** Items of a list with the dash before them. */
function listItems(spot: Spot, list: Spot['path']): readonly CompletionItem[] {
  const { place } = spot;
  const path = [...spot.path.slice(0, spot.path.length), ...list.slice(place.path.length), 0];
  const resolution = resolveAt(spot, path);
  if (!resolution || place.style !== 'block' || place.hasColon) return [];
  const inner: Spot = {
    ...spot,
    path,
    resolution,
    place: {
      ...place,
      role: resolution.value.kind === 'object' ? 'key' : 'value',
      path: [...list, 0],
      column: place.column + 2,
      siblings: new Map(),
      afterDash: true,
      list: undefined,
    },
  };
  const items = resolution.value.kind === 'object' ? completeKeys(inner) : valuesAt(inner);
  return withDashes(items);
}

function valuesAt(spot: Spot): readonly CompletionItem[] {
  const { resolution } = spot;
  if (spot.path.length === 1 && (spot.path[0] === 'kind' || spot.path[0] === 'apiVersion')) return completeKind(spot);
  if (!resolution) return [];
  if (resolution.value.kind === 'object') return emptyObject(spot, resolution);
  if (resolution.value.kind === 'list' || resolution.value.kind === 'map') return [];
  const variables = completeVariables(spot);
  if (variables || spot.context.trigger === '$') return variables ?? [];
  return distinctItems([
    ...completeNames(spot),
    ...completePodParts(spot),
    ...completeImages(spot),
    ...completeLabelValues(spot),
    ...completeAccess(spot),
    ...completeValues(spot, resolution),
  ]);
}

/** Objects that say something by having nothing in them. */
const emptyObjects: ReadonlySet<string> = new Set(['emptyDir', 'podSelector', 'namespaceSelector']);

function emptyObject(spot: Spot, { field = '' }: Resolution): readonly CompletionItem[] {
  if (!emptyObjects.has(field) || spot.place.quote !== '') return [];
  return [itemOf(spot, { label: '{}', text: '{}', kind: CompletionItemKind.Value, sort: '0' })];
}
