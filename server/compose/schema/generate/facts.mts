import type { MapData, ShapeData, StructureData } from '../types.ts';
import { defaults } from './facts/defaults.mts';
import { formats } from './facts/formats.mts';
import { knownValues } from './facts/known-values.mts';
import { minimums } from './facts/minimums.mts';

/** Adds the facts to the shapes. @throws Error when one of them names a place that there is not */
export function withFacts({ root, shapes }: StructureData): StructureData {
  const seen = new Set<string>();
  const add = (shape: ShapeData, place: string): ShapeData => {
    seen.add(place);
    const { map, list } = shape;
    const format = formats[place];
    const known = knownValues[place];
    const usual = defaults[place];
    const minimum = minimums[place];
    return {
      ...shape,
      ...(format && { format }),
      ...(known && { known }),
      ...(usual !== undefined && { default: usual }),
      ...(minimum !== undefined && { minimum }),
      ...(map && { map: addToMap(map, place) }),
      ...(list && { list: { ...list, items: add(list.items, `${place}[]`) } }),
    };
  };
  const addToMap = (map: MapData, place: string): MapData => ({
    ...map,
    ...(map.keys && { keys: Object.fromEntries(Object.entries(map.keys).map(([key, value]) => [key, add(value, `${place}.${key}`)])) }),
    ...(map.others && { others: add(map.others, `${place}.*`) }),
  });
  const result: StructureData = {
    root: add(root, 'compose'),
    shapes: Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, add(shape, name)])),
  };
  const lost = [...Object.keys(formats), ...Object.keys(knownValues), ...Object.keys(defaults), ...Object.keys(minimums)].filter(
    (place) => !seen.has(place),
  );
  if (lost.length > 0) throw new Error(`There is no ${lost.join(', ')}.`);
  return result;
}
