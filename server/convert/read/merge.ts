import { asMap, asText, createMap, isList, type Plain, type PlainMap, type Tags } from '../plain.ts';

/** Lists that the later file replaces, because half a command is none. */
const replaced: readonly string[] = ['command', 'entrypoint', 'test'];

/** Deepest nesting that is merged. */
const depthLimit = 50;

/** Lays a later map over an earlier one as Compose does: maps are merged, lists go on, anything else is replaced. */
export function mergeMaps(below: PlainMap, above: PlainMap, tags: Tags, depth = 0): PlainMap {
  const made = createMap();
  Object.assign(made, below);
  for (const key of tags.resets.get(above) ?? []) Reflect.deleteProperty(made, key);
  for (const [key, value] of Object.entries(above)) {
    const before = made[key];
    made[key] = before === undefined || depth > depthLimit ? value : mergeValues(key, before, value, tags, depth);
  }
  return made;
}

function mergeValues(key: string, before: Plain, value: Plain, tags: Tags, depth: number): Plain {
  if (value === null) return before;
  if (typeof value === 'object' && tags.overrides.has(value)) return value;
  const [earlier, later] = [asMap(before), asMap(value)];
  if (earlier && later) return mergeMaps(earlier, later, tags, depth + 1);
  if (isList(before) && isList(value) && !replaced.includes(key)) return joinLists(before, value, key);
  return value;
}

/** The items of both lists; a mount at the same place, or an item that says the same, is taken from the later one. */
function joinLists(before: readonly Plain[], value: readonly Plain[], key: string): readonly Plain[] {
  const items = new Map<string, Plain>();
  for (const item of [...before, ...value]) items.set(identityOf(item, key), item);
  return [...items.values()];
}

function identityOf(item: Plain, key: string): string {
  if (key !== 'volumes' && key !== 'configs' && key !== 'secrets') return JSON.stringify(item);
  const map = asMap(item);
  const text = asText(item);
  const target = map ? (asText(map['target']) ?? asText(map['source'])) : key === 'volumes' ? targetOf(text ?? '') : text;
  return target ?? JSON.stringify(item);
}

function targetOf(short: string): string {
  const parts = short.replace(/^[A-Za-z]:(?=[\\/])/, '').split(':');
  return parts.length > 1 ? (parts[1] ?? short) : short;
}
