import { isMap, type Pair, type YAMLMap } from 'yaml';
import type { ParsedYaml, YamlDocument } from '../yaml/parse.ts';
import { mapAt, pairsOf, resolve } from '../yaml/read.ts';

/** A service of a Compose file. */
export interface Service {
  readonly name: string;
  /** The pair that declares it. */
  readonly pair: Pair;
  readonly node: YAMLMap;
}

/** The services that a document declares, in order. */
export function servicesOf({ source }: YamlDocument): readonly Service[] {
  let services = known.get(source);
  if (!services) known.set(source, (services = findServices(source)));
  return services;
}

/** Every rule asks for the services, so they are looked for once. */
const known = new WeakMap<ParsedYaml, readonly Service[]>();

function findServices({ ast }: ParsedYaml): readonly Service[] {
  const services = mapAt(ast, ast.contents, ['services']);
  if (!services) return [];
  return [...pairsOf(ast, services)].flatMap(([name, pair]): readonly Service[] => {
    const node = resolve(ast, pair.value);
    return isMap(node) ? [{ name, pair, node }] : [];
  });
}

/** How a finding names the service: `service/web`. */
export function resourceOf({ name }: Service): string {
  return `service/${name}`;
}
