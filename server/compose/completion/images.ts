import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { storeOf } from '../../facts/stores.ts';
import { valueItem } from '../../yaml/item.ts';
import { projectsOf } from '../names/projects.ts';
import type { Spot } from './spot.ts';

/** Most images of the workspace that are offered. */
const imageLimit = 100;

/** Images that services of many projects run, with the tag of a version that gets fixes. */
const usualImages: readonly string[] = [
  'postgres:18',
  'mysql:8.4',
  'mariadb:11.8',
  'redis:8',
  'valkey/valkey:8',
  'mongo:8',
  'apache/kafka:4.3.1',
  'rabbitmq:4-management',
  'memcached:1.6',
  'nginx:1.30',
];

/** Offers the images that the workspace runs, those first that it runs most, and then usual ones. */
export function completeImages(spot: Spot): readonly CompletionItem[] {
  if (spot.at?.shape.format !== 'image') return [];
  const counts = new Map<string, { count: number; readonly path: string }>();
  const { path: own } = spot.context;
  for (const [path, file] of projectsOf(spot.model, spot.context).all())
    for (const image of file.flatMap(({ names }) => names.images)) {
      const known = counts.get(image);
      if (known) known.count++;
      else counts.set(image, { count: 1, path });
    }
  // What is being typed is an image of the file by now.
  const typed = counts.get(spot.place.typed);
  if (typed?.count === 1 && typed.path === own) counts.delete(spot.place.typed);
  const nearby = [...counts]
    .filter(([image]) => !image.includes('$') || spot.place.typed === '')
    .sort(([, one], [, other]) => other.count - one.count)
    .slice(0, imageLimit)
    .map(([image, { count, path }]) => ({ image, detail: count > 1 ? `${path} … (${count})` : path, isNear: true }));
  const usual = usualImages.map((image) => ({ image, detail: storeOf(image)?.name, isNear: false }));
  return [...nearby, ...usual].map(({ image, detail, isNear }, index) =>
    valueItem(spot, {
      value: image,
      isString: true,
      kind: CompletionItemKind.Module,
      sort: `${isNear ? 0 : 5}${String(index).padStart(3, '0')}`,
      detail,
    }),
  );
}
