import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { spanOfKey, type YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import { hasVariables } from '../values/interpolation.ts';
import { parseBoolean } from '../values/numbers.ts';
import { entriesOf, type Parts } from '../project/parts.ts';
import type { Problem } from './problem.ts';

/** What in the volumes, networks, configs and secrets of a file contradicts itself, or says nothing. */
export function resourceProblems({ own, beside, complete }: Parts): readonly Problem[] {
  const { file } = own;
  const declaredBeside = (section: string, name: string): boolean =>
    !complete || beside.some((part) => entriesOf(part.file, section).some((other) => other.name === name));
  const of = (section: string, check: (one: Resource) => Problem | undefined): readonly Problem[] =>
    entriesOf(file, section).flatMap(({ name, document, map, pair }): Problem[] => {
      if (!map || map.tag === '!reset') return [];
      const problem = check({ name, document, map, pair, pairs: pairsOf(document.source.ast, map) });
      // What is missing here may stand in the file beside it.
      if (problem?.whole && declaredBeside(section, name)) return [];
      return problem ? [{ resource: `${section.slice(0, -1)}/${name}`, ...problem }] : [];
    });
  return [
    ...of('volumes', (one) => doubleName(one) ?? externalVolume(one)),
    ...of('networks', doubleName),
    ...of('configs', (one) => doubleName(one) ?? sources(one, ['file', 'environment', 'content'])),
    ...of('secrets', (one) => doubleName(one) ?? sources(one, ['file', 'environment'], isExternal(one.document, one.pairs))),
  ];
}

interface Resource {
  readonly name: string;
  readonly document: YamlDocument;
  readonly map: YAMLMap;
  readonly pair: Pair;
  readonly pairs: ReadonlyMap<string, Pair>;
}

/** `name`, and another one under the old `external.name`. */
function doubleName({ document, map, pairs }: Resource): Problem | undefined {
  const { ast } = document.source;
  const old = nodeAt(ast, map, ['external', 'name']);
  const now = nodeAt(ast, map, ['name']);
  const pair = pairs.get('external');
  const at = pair && spanOfKey(document, pair);
  if (!isScalar(old) || !isScalar(now) || textOf(old) === textOf(now) || !at) return undefined;
  return { rule: 'setting-conflicts', at, variant: 'external-name' };
}

/** A volume that exists already has no settings but its name. */
function externalVolume({ document, pairs }: Resource): Problem | undefined {
  if (!isExternal(document, pairs)) return undefined;
  for (const [key, pair] of pairs) {
    if (['external', 'name'].includes(key) || key.startsWith('x-') || isEmpty(resolve(document.source.ast, pair.value))) continue;
    const at = spanOfKey(document, pair);
    if (at) return { rule: 'setting-conflicts', at, variant: 'external', data: { key } };
  }
  return undefined;
}

function isExternal({ source: { ast } }: YamlDocument, pairs: ReadonlyMap<string, Pair>): boolean {
  const node = resolve(ast, pairs.get('external')?.value);
  return isMap(node) || (isScalar(node) && (parseBoolean(textOf(node)) === true || hasVariables(textOf(node))));
}

/** Exactly one place that the content comes from. */
function sources(
  { document, pairs, pair, name }: Resource,
  keys: readonly string[],
  external = pairs.has('external'),
): Problem | undefined {
  const given = keys.filter((key) => pairs.has(key));
  const shown = keys.map((key) => `\`${key}\``).join(', ');
  const [, second] = given;
  if (second !== undefined) {
    const other = pairs.get(second);
    const at = other && spanOfKey(document, other);
    return at && { rule: 'setting-conflicts', at, variant: 'sources', data: { keys: shown } };
  }
  const at = spanOfKey(document, pair);
  if (given.length > 0 || pairs.has('driver') || external || !at) return undefined;
  return { rule: 'required-keys', at, variant: 'source', data: { name, keys: shown }, whole: true };
}
