import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import type { Place } from '../../workspace.ts';
import type { ParsedYaml, YamlDocument } from '../../yaml/parse.ts';
import type { Path } from '../../yaml/path.ts';
import { nodeAt, textOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import type { SchemaPlace } from '../schema/schema.ts';
import { servicesOf } from '../services.ts';
import { settledText } from './variables.ts';

/** A key or value of a Compose file that is to be explained. */
export interface Spot {
  readonly model: ComposeModel;
  readonly document: YamlDocument;
  readonly file: Place;
  /** From the root, as the schema knows it: through anchors and merge keys. */
  readonly path: Path;
  readonly place: SchemaPlace;
  /** The value, aliases followed. */
  readonly node: Node | undefined;
}

/** As much of a spot as it takes to read a text there. */
export type TextSpot = Pick<Spot, 'document' | 'file'>;

/** The map and the key, as the schema calls them: `service#restart`, `deploy.update_config#order`. */
export function keyOfSpot({ place }: Spot): string {
  return `${place.owner?.name ?? ''}#${place.key ?? ''}`;
}

/** The service that the spot lies in. */
export function serviceName({ path }: Spot): string | undefined {
  return path[0] === 'services' && typeof path[1] === 'string' ? path[1] : undefined;
}

/** The text of a scalar, variables and all; `undefined` for anything else, and for what a template makes. */
export function writtenText({ document }: Pick<Spot, 'document'>, node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  if (document.source.templated && node.range && /\{[{%]/.test(document.source.text.slice(node.range[0], node.range[1]))) return undefined;
  return textOf(node);
}

/** The text of a scalar as Compose will see it; `undefined` where a variable keeps that open. */
export function readText(spot: TextSpot, node: unknown): string | undefined {
  const text = writtenText(spot, node);
  return text === undefined ? undefined : settledText(text, spot.file);
}

/** A node of the spot's service, or of another one. */
export function inService({ document }: Spot, service: string, path: Path): Node | undefined {
  const { source } = document;
  let nodes = known.get(source);
  if (!nodes) known.set(source, (nodes = new Map(servicesOf(document).map(({ name, node }) => [name, node]))));
  return nodeAt(source.ast, nodes.get(service), path);
}

const known = new WeakMap<ParsedYaml, ReadonlyMap<string, YAMLMap>>();

/** A map at the spot, by a path from the root. */
export function mapFrom({ document }: Spot, path: Path): YAMLMap | undefined {
  const { ast } = document.source;
  const node = nodeAt(ast, ast.contents, path);
  return isMap(node) ? node : undefined;
}

/** A piece of text as Compose will see it; `undefined` where a variable keeps that open. */
export function settledValue({ file }: Spot, text: string): string | undefined {
  return settledText(text, file);
}
