import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { moved } from '../../moved.ts';
import type { Span } from '../../text/span.ts';
import { entryPlace } from '../../yaml/piecewise.ts';
import { spanOfKey, spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { keyOf } from '../../yaml/path.ts';
import { isEmpty, pairOf, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import { entryOf, itemOf, type SchemaPlace } from '../schema/schema.ts';
import { schema } from '../schema.ts';
import { formatProblem } from './formats.ts';
import { interpolationProblem } from './interpolation.ts';
import { missingKeys } from './missing-keys.ts';
import type { CheckedRule, Problem } from './problem.ts';
import { firstLine, shortened, type MapSpot, type Spot } from './spot.ts';
import { typeProblem } from './types.ts';
import { unknownKey } from './unknown-key.ts';

/** Deepest nesting and most values that are looked at. */
const depthLimit = 100;
const valueLimit = 200_000;
/** Most mistakes that are told of one document: whoever has more begins with these. */
const problemLimit = 300;

interface Walk {
  readonly report: (problem: Problem | undefined) => void;
  readonly seen: Map<Node, Set<string>>;
  left: number;
  /** Whether so many mistakes were found that others are no longer looked for. */
  isOver: boolean;
}

/** By what a mistake is told from others: one that several aliases bring is one. */
function keyOfProblem({ rule, at, variant = '' }: Problem): string {
  return `${rule} ${at.start} ${at.end} ${variant}`;
}

/** Everything in a document that the schema objects to. */
export function walk(document: YamlDocument): readonly Problem[] {
  const found = new Map<string, Problem>();
  const { contents } = document.source.ast;
  if (!isNode(contents) || isEmpty(contents)) return [];
  let resource: string | undefined;
  // Compose takes the files of `include` before it looks at the schema, and does not mind what else stands there.
  let isInclude = false;
  const report = (problem: Problem | undefined): void => {
    if (!problem || state.isOver || (isInclude && (problem.rule === 'known-keys' || problem.variant === 'empty'))) return;
    const key = keyOfProblem(problem);
    if (!found.has(key)) found.set(key, { ...(resource !== undefined && { resource }), ...problem });
    state.isOver = found.size >= problemLimit;
  };
  const state: Walk = { report, seen: new Map(), left: valueLimit, isOver: false };
  if (!isMap(contents)) {
    const at = spanOfNode(document, contents) ?? document.span;
    report({ rule: 'value-types', at: firstLine(document, at), variant: 'top' });
    return [...found.values()];
  }
  const top: SchemaPlace = { shape: schema.root(), required: false, place: '' };
  const start = document.span.start;
  visit(
    state,
    { document, node: contents, place: top, field: '', at: { start, end: start }, parent: undefined, depth: 0 },
    (name, section) => {
      resource = name;
      isInclude = section === 'include';
    },
  );
  return [...found.values()];
}

type Enter = (resource: string | undefined, section?: string) => void;

/** @param enter told of each service, network and so on before what is in it */
function visit(state: Walk, spot: Spot, enter?: Enter): void {
  const { document, node, place } = spot;
  if (state.isOver || state.left-- < 0 || spot.depth > depthLimit || (isNode(node) && node.tag === '!reset')) return;
  if (node && wasSeen(state, node, place.place)) return;
  const problem = typeProblem(spot);
  if (problem) return state.report(problem);
  if (isMap(node)) visitMap(state, { ...spot, map: node, pairs: pairsOf(document.source.ast, node) }, enter);
  else if (isSeq(node)) visitList(state, spot, node.items);
  else if (isScalar(node)) {
    const broken = interpolationProblem(document, node);
    state.report(broken ?? formatProblem(spot, node));
  }
}

function visitMap(state: Walk, spot: MapSpot, enter: Enter | undefined): void {
  const { pairs, depth } = spot;
  state.report(mergeProblem(spot));
  for (const [key, pair] of pairs) {
    if (state.isOver) return;
    if (depth === 1) enter?.(kinds[spot.field] === undefined ? undefined : `${kinds[spot.field] ?? ''}/${key}`);
    else if (depth === 0) enter?.(undefined, key);
    if (depth === 1) visitRemembered(state, spot, key, pair);
    else visitEntry(state, spot, key, pair, enter);
  }
  missingKeys(spot).forEach(state.report);
}

function visitEntry(state: Walk, spot: MapSpot, key: string, pair: Pair, enter?: Enter): void {
  const { document, place, depth } = spot;
  const at = spanOfKey(document, pair) ?? spot.at;
  const node = resolve(document.source.ast, pair.value);
  const wrongKey = keyProblem(pair, key, at);
  if (wrongKey) state.report(wrongKey);
  const next = entryOf(place, key);
  if (!next || (next.name !== undefined && !isNamed(place, key))) {
    if (!place.shape.map?.open && !(place.shape.map?.extensible && key.startsWith('x-')) && !wrongKey)
      state.report(unknownKey(spot, key, pair, at));
    else visitFree(state, document, node, depth + 1);
    return;
  }
  const child: Spot = { document, node, place: next, field: key, at, parent: spot, depth: depth + 1 };
  visit(state, child, enter);
}

/** What was said about an entry that was parsed by itself, such as a service; positions count from its start. */
interface Remembered {
  readonly problems: readonly Problem[];
  /** How many values were looked at. */
  readonly values: number;
}

/** By the piece that the entry was parsed in, and by the section that it stands in. */
const remembered = new WeakMap<object, Map<string, Remembered>>();

/**
 * Visits an entry of a section, unless what was said about it still holds: without aliases an entry is judged by itself. Its fixes are
 * made anew, from the document as it is now.
 */
function visitRemembered(state: Walk, spot: MapSpot, key: string, pair: Pair): void {
  const origin = spot.document.source.text.includes('*') ? undefined : entryPlace(pair);
  if (!origin) return visitEntry(state, spot, key, pair);
  const start = spot.document.span.start + origin.start;
  const visitAnew = (): { readonly problems: readonly Problem[]; readonly left: number } => {
    const found = new Map<string, Problem>();
    const report = (problem: Problem | undefined): void => {
      if (problem && !found.has(keyOfProblem(problem))) found.set(keyOfProblem(problem), problem);
      own.isOver = found.size >= problemLimit;
    };
    const own: Walk = { report, seen: new Map(), left: valueLimit, isOver: false };
    visitEntry(own, spot, key, pair);
    return { problems: [...found.values()], left: own.left };
  };
  const known = remembered.get(origin.piece) ?? new Map<string, Remembered>();
  remembered.set(origin.piece, known);
  let found = known.get(spot.field);
  if (!found) {
    const { problems, left } = visitAnew();
    found = { problems: problems.map((problem) => moved(problem, -start)), values: valueLimit - left };
    known.set(spot.field, found);
  }
  state.left -= found.values;
  found.problems.forEach((problem, index) => {
    const { fix, ...rest } = problem;
    state.report({ ...moved(rest, start), ...(fix && { fix: () => visitAnew().problems[index]?.fix?.() }) });
  });
}

function isNamed({ shape }: SchemaPlace, key: string): boolean {
  const names = shape.map?.names;
  return names === undefined || names === '.+' || names === '^.+$' || new RegExp(names).test(key);
}

const kinds: Readonly<Record<string, string>> = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  configs: 'config',
  secrets: 'secret',
  models: 'model',
};

function visitList(state: Walk, spot: Spot, items: readonly unknown[]): void {
  const place = itemOf(spot.place);
  if (!place) return;
  const { document } = spot;
  if (single.includes(spot.place.place)) state.report(duplicateItem(spot, items));
  for (const item of items) {
    const node = resolve(document.source.ast, item);
    const at = (isNode(item) && spanOfNode(document, item)) || spot.at;
    visit(state, { ...spot, node, place, at: firstLine(document, at), depth: spot.depth + 1 });
  }
}

/** Lists in which Compose does not leave out what stands twice, but refuses it. */
const single: readonly string[] = [
  'depends_on',
  'device_cgroup_rules',
  'external_links',
  'group_add',
  'security_opt',
  'build.no_cache_filter',
  'develop.watch[].ignore',
  'develop.watch[].include',
].map((key) => `services.*.${key}`);

function duplicateItem({ document, field }: Spot, items: readonly unknown[]): Problem | undefined {
  const seen = new Set<string>();
  for (const item of items) {
    const node = resolve(document.source.ast, item);
    const text = isScalar(node) ? textOf(node) : undefined;
    const at = isNode(item) ? spanOfNode(document, item) : undefined;
    if (text !== undefined && at && seen.has(text))
      return { rule: 'value-formats', at, variant: 'duplicate', data: { field, value: shortened(text) } };
    if (text !== undefined) seen.add(text);
  }
  return undefined;
}

/** A merge key that holds no map, and no list of maps. */
function mergeProblem({ document, map }: MapSpot): Problem | undefined {
  const pair = pairOf(map, '<<');
  const at = pair && spanOfKey(document, pair);
  const { ast } = document.source;
  const node = resolve(ast, pair?.value);
  if (!at || isMap(node) || (isSeq(node) && node.items.every((item) => isMap(resolve(ast, item))))) return undefined;
  return { rule: 'value-types', at, variant: 'merge' };
}

/** What no schema describes: only its keys and its variables can be wrong. */
function visitFree(state: Walk, document: YamlDocument, node: Node | undefined, depth: number): void {
  if (!node || state.left-- < 0 || depth > depthLimit || node.tag === '!reset' || wasSeen(state, node, '?')) return;
  if (isScalar(node)) return state.report(interpolationProblem(document, node));
  if (isSeq(node)) for (const item of node.items) visitFree(state, document, resolve(document.source.ast, item), depth + 1);
  if (isMap(node))
    for (const pair of node.items) {
      const key = keyOf(pair);
      const at = spanOfKey(document, pair);
      if (key !== undefined && at) state.report(keyProblem(pair, key, at));
      visitFree(state, document, resolve(document.source.ast, pair.value), depth + 1);
    }
}

/** A key that is no text. */
function keyProblem({ key: node }: Pair, key: string, at: Span): Problem | undefined {
  if (!isScalar(node) || typeof node.value === 'string' || node.tag !== undefined || isAlias(node)) return undefined;
  const isWhole = node.source !== undefined && node.source !== '';
  return {
    rule: 'value-types' satisfies CheckedRule,
    at,
    variant: 'key',
    data: { field: key },
    fix: () =>
      isWhole
        ? {
            title: { ko: '따옴표로 감싸기', en: 'Put it in quotes' },
            edits: [{ span: at, newText: JSON.stringify(key) }],
            isPreferred: true,
          }
        : undefined,
  };
}

function wasSeen(state: Walk, node: Node, as: string): boolean {
  const before = state.seen.get(node);
  if (before?.has(as)) return true;
  if (before) before.add(as);
  else state.seen.set(node, new Set([as]));
  return false;
}
