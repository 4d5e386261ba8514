/** The Compose schema at run time: what may stand at a path of a file. */
import type { ListData, ListShape, MapData, MapShape, ScalarKind, Shape, ShapeData, StructureData } from './types.ts';

export type { Format, ListShape, MapShape, ScalarKind, Shape } from './types.ts';

/** What the schema says of a place. */
export interface SchemaPlace {
  readonly shape: Shape;
  /** The last key that means something on the way: at `services.web.ports.0` it is `ports`. Absent at the top and under names of the author's. */
  readonly key?: string;
  /** The map that holds the key. */
  readonly owner?: MapShape;
  /** Whether the owner must have the key. */
  readonly required: boolean;
  /** The place itself with `*` for the author's names and `[]` for items: `services.*.healthcheck.interval`, `services.*.ports[].target`. */
  readonly place: string;
  /** The name that the author chose, when the path ends at one: `web` at `services.web`. */
  readonly name?: string;
}

/** Answers about Compose files. */
export interface ComposeSchema {
  /** What the whole file is. */
  readonly root: () => Shape;
  /** The shape of a name, such as `service` or `network`. */
  readonly shape: (name: string) => Shape | undefined;
  /** What stands at a path. `undefined` where the path leaves the schema: unknown keys, and all that begins with `x-`. */
  readonly at: (path: readonly (string | number)[]) => SchemaPlace | undefined;
}

/** Makes a schema from the contents of `structure.json`, which is asked for and parsed when the first question comes. */
export function createSchema(json: () => string): ComposeSchema {
  let parsed: StructureData | undefined;
  let top: Shape | undefined;
  const named = new Map<string, Shape>();
  const data = (): StructureData => (parsed ??= JSON.parse(json()) as StructureData);
  const root = (): Shape => (top ??= unpack(data().root, shape));

  function shape(name: string): Shape | undefined {
    const known = named.get(name);
    if (known) return known;
    const { shapes } = data();
    if (!Object.hasOwn(shapes, name)) return undefined;
    const made = unpack(shapes[name] ?? {}, shape);
    named.set(name, made);
    return made;
  }

  function at(path: readonly (string | number)[]): SchemaPlace | undefined {
    let place: SchemaPlace = { shape: root(), required: false, place: '' };
    for (const step of path) {
      const next = typeof step === 'number' ? itemOf(place) : entryOf(place, step);
      if (!next) return undefined;
      place = next;
    }
    return place;
  }

  return { root, shape, at };
}

/** The place one key down. */
export function entryOf(from: SchemaPlace, key: string): SchemaPlace | undefined {
  const { map } = from.shape;
  if (!map) return undefined;
  const path = from.place === '' ? '' : `${from.place}.`;
  const own = map.keys.get(key);
  if (own) return { shape: own, key, owner: map, required: map.required.includes(key), place: `${path}${key}` };
  if (!map.others || (map.extensible && key.startsWith('x-'))) return undefined;
  return {
    shape: map.others,
    ...(from.key !== undefined && { key: from.key }),
    ...(from.owner && { owner: from.owner }),
    required: false,
    place: `${path}*`,
    name: key,
  };
}

/** The place of the items of a list. */
export function itemOf(from: SchemaPlace): SchemaPlace | undefined {
  const { list } = from.shape;
  if (!list) return undefined;
  return {
    shape: list.items,
    ...(from.key !== undefined && { key: from.key }),
    ...(from.owner && { owner: from.owner }),
    required: false,
    place: `${from.place}[]`,
  };
}

const kinds: Readonly<Record<string, ScalarKind>> = { s: 'string', i: 'integer', n: 'number', b: 'boolean', '0': 'null' };

/** Makes a shape from its data; what is inside is unpacked when somebody asks for it, so that shapes may hold themselves. */
function unpack(data: ShapeData, named: (name: string) => Shape | undefined): Shape {
  const { ref, scalars, map, list, ...own } = data;
  const base = ref === undefined ? undefined : named(ref);
  const read = (scalars ?? '').split('').flatMap((letter) => kinds[letter] ?? []);
  const unpackedMap = map ? unpackMap(map, named) : base?.map;
  const unpackedList = list ? unpackList(list, named) : base?.list;
  return {
    ...base,
    ...own,
    scalars: scalars === undefined ? (base?.scalars ?? []) : read,
    ...(unpackedMap && { map: unpackedMap }),
    ...(unpackedList && { list: unpackedList }),
  };
}

function unpackMap({ name, description, keys = {}, required = [], others, names, open, extensible }: MapData, named: Named): MapShape {
  let unpackedKeys: ReadonlyMap<string, Shape> | undefined;
  let unpackedOthers: Shape | undefined;
  return {
    name,
    ...(description !== undefined && { description }),
    get keys() {
      return (unpackedKeys ??= new Map(Object.entries(keys).map(([key, value]) => [key, unpack(value, named)])));
    },
    required,
    get others() {
      return (unpackedOthers ??= others && unpack(others, named));
    },
    ...(names !== undefined && { names }),
    open: open ?? false,
    extensible: extensible ?? false,
  };
}

type Named = (name: string) => Shape | undefined;

function unpackList({ description, items, unique }: ListData, named: Named): ListShape {
  return { ...(description !== undefined && { description }), items: unpack(items, named), unique: unique ?? false };
}
