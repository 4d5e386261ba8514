import { asMap, asText, createMap, isList, textsOf, type Plain, type PlainMap, type Tags } from '../plain.ts';

/** Keys of a service that may be a list of `NAME=value` or a map. */
const pairLists: readonly string[] = ['environment', 'labels', 'annotations', 'sysctls', 'storage_opt'];

/** Keys of a service whose list of names is short for a map with empty entries. */
const nameLists: readonly string[] = ['depends_on', 'networks'];

/** Writes the short forms of a service that matter when files are merged in the long one. */
export function normaliseService(service: PlainMap, tags: Tags): PlainMap {
  const made = createMap();
  for (const [key, value] of Object.entries(service)) made[key] = carry(value, longForm(key, value), tags);
  const resets = tags.resets.get(service);
  if (resets) tags.resets.set(made, resets);
  return made;
}

function longForm(key: string, value: Plain): Plain {
  if (pairLists.includes(key) && isList(value)) return pairsOf(value);
  if (key === 'extra_hosts' && isList(value)) return value;
  if (nameLists.includes(key) && isList(value)) {
    const made = createMap();
    for (const name of textsOf(value)) made[name] = null;
    return made;
  }
  if (key === 'build' && typeof value === 'string') return Object.assign(createMap(), { context: value });
  if (key === 'build' && asMap(value)) {
    const args = asMap(value)?.['args'];
    return isList(args) ? Object.assign(createMap(), value, { args: pairsOf(args) }) : value;
  }
  return value;
}

/** Keeps what a tag said of the short form. */
function carry(from: Plain, to: Plain, { overrides }: Tags): Plain {
  if (from !== to && typeof from === 'object' && typeof to === 'object' && from && to && overrides.has(from)) overrides.add(to);
  return to;
}

function pairsOf(list: readonly Plain[]): PlainMap {
  const made = createMap();
  for (const item of list) {
    const text = asText(item);
    if (text === undefined) continue;
    const equals = text.indexOf('=');
    if (equals < 0) made[text] = null;
    else made[text.slice(0, equals)] = text.slice(equals + 1);
  }
  return made;
}
