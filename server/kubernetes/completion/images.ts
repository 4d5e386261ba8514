import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { clusterOf } from '../wires/check.ts';
import { valueItem } from '../../yaml/item.ts';
import type { Spot } from './spot.ts';

/** Most images that are offered. */
const imageLimit = 100;

/** Offers the images that the workspace runs, those first that it runs most. */
export function completeImages(spot: Spot): readonly CompletionItem[] {
  const { resolution, model, context } = spot;
  if (resolution?.field !== 'image' || !/Container$/.test(resolution.owner.name)) return [];
  const users = new Map<string, { count: number; readonly by: string }>();
  for (const { resource } of clusterOf(model, context).podMakers())
    for (const image of resource.pods?.images ?? []) {
      const known = users.get(image);
      if (known) known.count++;
      else users.set(image, { count: 1, by: `${resource.kind}/${resource.name?.text ?? ''}` });
    }
  return [...users]
    .sort(([, one], [, other]) => other.count - one.count)
    .slice(0, imageLimit)
    .map(([value, { count, by }], index) =>
      valueItem(spot, {
        value,
        isString: true,
        kind: CompletionItemKind.Module,
        sort: `0${String(index).padStart(3, '0')}`,
        detail: count > 1 ? `${by} … (${count})` : by,
      }),
    );
}
