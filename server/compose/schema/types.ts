/**
 * The shape of the generated `structure.json`, and of what the schema answers with.
 *
 * A shape says what may stand at a place of a Compose file: a text or number, a map, a list, or several of them, since most keys
 * have a short and a long form.
 */

/** What a value written in one piece may be. Compose reads `"true"` as a boolean and `"3"` as a number where a key takes them. */
export type ScalarKind = 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** How a text has to be written. The parsers in ../values/ know each of them. */
export type Format =
  | 'boolean'
  | 'bytes'
  | 'capability'
  | 'cidr'
  | 'config'
  | 'cpus'
  | 'device'
  | 'directory'
  | 'duration'
  | 'expose'
  | 'file'
  | 'host'
  | 'image'
  | 'integer'
  | 'ip'
  | 'mac'
  | 'model'
  | 'network'
  | 'number'
  | 'platform'
  | 'port'
  | 'profile'
  | 'project'
  | 'pull-policy'
  | 'restart'
  | 'secret'
  | 'service'
  | 'signal'
  | 'stage'
  | 'tmpfs'
  | 'volume';

/** What may stand at a place. */
export interface Shape {
  /** The official text in English; plain, with `'…'` around names. */
  readonly description?: string;
  /** What a single value may be; empty where only a map or a list may stand. */
  readonly scalars: readonly ScalarKind[];
  /** The only texts allowed. */
  readonly enum?: readonly string[];
  /** Texts that Docker knows, where Compose itself takes any: `restart: always`. */
  readonly known?: readonly string[];
  readonly format?: Format;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What Compose takes when the key is left out, as a file would write it. */
  readonly default?: string;
  readonly deprecated?: true;
  readonly map?: MapShape;
  readonly list?: ListShape;
}

/** A map whose keys mean something, or whose keys the author chooses, or both. */
export interface MapShape {
  /** What the map is, as notes call it: `service`, `healthcheck`, `build`, `port`. */
  readonly name: string;
  readonly description?: string;
  /** The keys that mean something, in the schema's order. */
  readonly keys: ReadonlyMap<string, Shape>;
  readonly required: readonly string[];
  /** What stands under names that the author chooses: at `services` a service. */
  readonly others: Shape | undefined;
  /** Which names the author may choose, as a regular expression. */
  readonly names?: string;
  /** Whether any other key may stand here too. Keys that begin with `x-` may stand where `extensible` says so. */
  readonly open: boolean;
  readonly extensible: boolean;
}

export interface ListShape {
  readonly description?: string;
  readonly items: Shape;
  /** No two items may be equal. */
  readonly unique: boolean;
}

/** `structure.json`. */
export interface StructureData {
  readonly root: ShapeData;
  /** Shapes that stand at several places, by name. */
  readonly shapes: Readonly<Record<string, ShapeData>>;
}

/** A shape, or with `ref` the shape of that name and what is different here. */
export interface ShapeData {
  readonly ref?: string;
  readonly description?: string;
  /** The first letters of the kinds: `sin` is string, integer, number; `0` is null. */
  readonly scalars?: string;
  readonly enum?: readonly string[];
  readonly known?: readonly string[];
  readonly format?: Format;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string;
  readonly deprecated?: true;
  readonly map?: MapData;
  readonly list?: ListData;
}

export interface MapData {
  readonly name: string;
  readonly description?: string;
  readonly keys?: Readonly<Record<string, ShapeData>>;
  readonly required?: readonly string[];
  readonly others?: ShapeData;
  readonly names?: string;
  readonly open?: true;
  readonly extensible?: true;
}

export interface ListData {
  readonly description?: string;
  readonly items: ShapeData;
  readonly unique?: true;
}
