import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Span } from '../../text/span.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, pairsOf, resolve } from '../../yaml/read.ts';
import { resourceOf, type Manifest } from '../model.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import type { ListValue, MapValue, SchemaType, Value } from '../schema/types.ts';
import { combinationProblems } from './combinations.ts';
import { duplicateItems } from './duplicate-items.ts';
import { equivalentsOf } from './equivalents.ts';
import { formatOf, keyProblem, valueProblem, type FieldFormat } from './formats.ts';
import { judgeCollection, judgeScalar, shortened } from './judge-value.ts';
import { missingFields } from './missing-fields.ts';
import { spanAt, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import { unknownField } from './unknown-field.ts';

/** Deepest nesting and most values that are looked at. */
const depthLimit = 100;
const valueLimit = 500_000;
/** Most mistakes that are told of one manifest: whoever has more begins with these. */
const problemLimit = 200;

/** A walk over one manifest. */
interface Walk {
  readonly manifest: Manifest;
  readonly schema: KubernetesSchema;
  /** What was looked at already, by type: an alias leads to the same node again. */
  readonly seen: Map<Node, Set<string>>;
  /** What was found, by rule and place: a mistake that several aliases bring is one. */
  readonly found: Map<string, Problem>;
  left: number;
}

/** A value on the way down. */
interface Step {
  readonly node: Node | undefined;
  readonly value: Value;
  /** The object that holds it and the field in which it stands. */
  readonly place: Place;
  readonly field: string;
  /** What messages call it: the field, or the key in a map. */
  readonly name: string;
  /** Its position, from 0, in the list that messages name. */
  readonly item?: number;
  /** Where the field's key or the list's item stands. */
  readonly at: Span;
  readonly format: FieldFormat | undefined;
  readonly depth: number;
}

/** Everything that the API server would object to in a manifest of a kind that the schema knows. */
export function walk(manifest: Manifest, schema: KubernetesSchema): readonly Problem[] {
  const type = schema.resourceType(manifest.apiVersion, manifest.kind);
  if (!type) return [];
  const state: Walk = { manifest, schema, seen: new Map(), found: new Map(), left: valueLimit };
  visitObject(state, manifest.root, type, undefined, undefined, ownerOf(manifest), 0);
  return [...state.found.values()];
}

/** Where it is said that a manifest lacks something: its name, or else its kind. */
function ownerOf(manifest: Manifest): Span {
  const { ast } = manifest.document.source;
  const pairs = pairsOf(ast, manifest.root);
  const metadata = resolve(ast, pairs.get('metadata')?.value);
  const name = isMap(metadata) ? pairsOf(ast, metadata).get('name')?.value : undefined;
  const kind = pairs.get('kind');
  const start = manifest.document.span.start;
  const node = isScalar(name) && !isEmpty(name) ? name : kind?.value;
  const range = isScalar(node) || isAlias(node) ? node.range : undefined;
  return range ? { start: start + range[0], end: start + range[1] } : { start, end: start };
}

function visitObject(
  state: Walk,
  map: YAMLMap,
  type: SchemaType,
  parent: Place | undefined,
  field: string | undefined,
  owner: Span,
  depth: number,
): void {
  const known = state.seen.get(map) ?? new Set<string>();
  if (known.has(type.id) || depth > depthLimit) return;
  state.seen.set(map, known.add(type.id));
  const { manifest, schema } = state;
  const pairs = pairsOf(manifest.document.source.ast, map);
  const report = (problem: Problem): void =>
    add(state, { equivalents: equivalentsOf(place, problem), note: `kubernetes/${type.name}`, ...problem });
  const place: Place = { manifest, schema, map, type, pairs, parent, field, owner, report };
  for (const [name, pair] of pairs) {
    const at = spanOfKey(manifest.document, pair);
    if (!at || state.left-- <= 0) continue;
    // Only the API server writes these; it passes over what a manifest says in them.
    if ((!parent && name === 'status') || (type.id === 'meta/v1/ObjectMeta' && name === 'managedFields')) continue;
    const info = type.fields.get(name);
    if (!info) {
      const unknown = unknownField(place, name, pair, at);
      if (unknown) place.report(unknown);
    } else {
      const node = resolve(manifest.document.source.ast, pair.value);
      visit(state, { node, value: info.value, place, field: name, name, at, format: formatOf(type.id, name), depth: depth + 1 });
    }
  }
  missingFields(place);
  combinationProblems(place);
}

function visit(state: Walk, step: Step): void {
  const { node, value, place } = step;
  if (isEmpty(node) || node === undefined || (isScalar(node) && value.kind === 'any')) return;
  if (value.kind === 'any') return;
  const misfit = value.kind === 'object' || value.kind === 'list' || value.kind === 'map' ? judgeCollection(step) : undefined;
  const report = (problem: Problem): void => place.report({ note: noteOn(step), ...problem });
  if (misfit) report(misfit);
  else if (value.kind === 'object' && isMap(node)) {
    const type = place.schema.type(value.type);
    if (type) visitObject(state, node, type, place, step.field, step.at, step.depth);
  } else if (value.kind === 'list' && isSeq(node)) visitItems(state, step, value, node.items);
  else if (value.kind === 'map' && isMap(node)) visitEntries(state, step, value, node);
  else if (value.kind !== 'object' && value.kind !== 'list' && value.kind !== 'map') {
    const found = judgeScalar(step, value) ?? (isScalar(node) ? valueProblem(step, node, value, step.format) : undefined);
    if (found) report(found);
  }
}

function visitItems(state: Walk, step: Step, value: ListValue, items: readonly unknown[]): void {
  const { place } = step;
  const { ast } = place.manifest.document.source;
  for (const [position, item] of items.entries()) {
    if (state.left-- <= 0) return;
    const node = resolve(ast, item);
    visit(state, { ...step, node, item: position, value: value.items, at: itemOwner(place, node, step.at), depth: step.depth + 1 });
  }
  duplicateItems(place, step.field, value, items);
}

/** The id that a note on the field has. */
function noteOn({ place, field }: Step): string {
  return `kubernetes/${place.type.name}#${field}`;
}

/** Where it is said that an item of a list lacks something: its name, or else its first key. */
function itemOwner(place: Place, node: Node | undefined, fallback: Span): Span {
  if (!isMap(node)) return spanAt(place, node, fallback);
  const pairs = pairsOf(place.manifest.document.source.ast, node);
  const name = pairs.get('name');
  if (isScalar(name?.value) && !isEmpty(name.value)) return spanAt(place, name.value, fallback);
  const first = pairs.values().next().value;
  return (first && spanOfKey(place.manifest.document, first)) ?? spanAt(place, node, fallback);
}

function visitEntries(state: Walk, step: Step, value: MapValue, map: YAMLMap): void {
  const { place } = step;
  const { ast } = place.manifest.document.source;
  for (const [key, pair] of pairsOf(ast, map)) {
    if (state.left-- <= 0) return;
    const at = spanOfKey(place.manifest.document, pair) ?? step.at;
    const wrongKey = keyProblem(place, step.field, key, pair, at, step.format);
    if (wrongKey) place.report({ note: noteOn(step), ...wrongKey });
    const { item: _, ...holder } = step;
    visit(state, { ...holder, node: resolve(ast, pair.value), name: shortened(key), value: value.values, at, depth: step.depth + 1 });
  }
}

function add(state: Walk, problem: Problem): void {
  const key = `${problem.rule} ${problem.at.start} ${problem.at.end} ${problem.variant ?? ''}`;
  if (state.found.size < problemLimit && !state.found.has(key)) state.found.set(key, { resource: resourceOf(state.manifest), ...problem });
  if (state.found.size >= problemLimit) state.left = 0; // nothing more is looked for
}
