import { isMap, isNode, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import { mapAt, mapsAt, nodeAt, pairsOf, resolve, scalarsOf, stringAt, textAt, textsAt } from '../../yaml/read.ts';
import { groupOf, type Manifest } from '../model.ts';
import { schema } from '../schema.ts';
import type { SchemaType } from '../schema/types.ts';
import { podPath } from '../workload.ts';
import { createMarker, type Marker } from '../../yaml/marks.ts';
import { dataKeys, podsMade, servicePorts } from './contents.ts';
import { plainOf } from './plain-of.ts';
import { leadsToWires, unversioned } from './reach.ts';
import { localFields, selectorFields, wiresOfField, wiresOfType, type Wire } from './targets.ts';
import type { Condition, KindKey, LabelUse, Local, Mark, Part, Reference, Resource, Selection } from './types.ts';

/** Deepest nesting that is walked. */
const depthLimit = 60;

/** Reads what others may refer to, and what a manifest refers to itself. */
export function readResource(manifest: Manifest, marker: Marker = createMarker(manifest.document.source.text)): Resource | undefined {
  const { ast } = manifest.document.source;
  const { root, apiVersion, kind } = manifest;
  const kindNode = nodeAt(ast, root, ['kind']);
  const name = marker.name(nodeAt(ast, root, ['metadata', 'name']));
  const at = name?.mark ?? (kindNode && marker.mark(kindNode));
  if (!at) return undefined;
  const key = keyFor(groupOf(manifest), kind);
  const found: Found = { references: [], selections: [], locals: [], labelUses: [] };
  const type = schema.resourceType(apiVersion, kind);
  if (type) walk({ ast, marker, found }, root, type, 0);
  const pod = podPath(manifest);
  const template = pod && mapAt(ast, root, pod);
  const podLabels = template && mapAt(ast, template, ['metadata', 'labels']);
  const labels = mapAt(ast, root, ['metadata', 'labels']);
  found.labelUses.push(...labelsIn(ast, marker, podLabels, 'pods'));
  if (labels !== podLabels) found.labelUses.push(...labelsIn(ast, marker, labels, 'resource'));
  return {
    apiVersion,
    kind,
    key,
    name,
    namespace: manifest.namespace,
    mark: at,
    labels: scalarsOf(ast, labels),
    pods: template && podsMade(ast, marker, template, podLabels),
    keys: key === '/ConfigMap' || key === '/Secret' ? dataKeys(ast, marker, root) : undefined,
    ports: key === '/Service' ? servicePorts(ast, marker, root) : [],
    ...found,
    object: plainOf(ast, root, kind, pod),
  };
}

/** A kind's key. */
export function keyFor(group: string, kind: string): KindKey {
  return `${group}/${kind}`;
}

interface Found {
  readonly references: Reference[];
  readonly selections: Selection[];
  readonly locals: Local[];
  readonly labelUses: LabelUse[];
}

interface Walk {
  readonly ast: Document;
  readonly marker: Marker;
  readonly found: Found;
}

function walk(context: Walk, map: YAMLMap, type: SchemaType, depth: number): void {
  if (depth > depthLimit) return;
  const { ast, marker, found } = context;
  const typeName = unversioned(type.id);
  for (const wire of wiresOfType[typeName] ?? []) {
    const reference = readReference(context, map, `${typeName}#${wire.name}`, wire);
    if (reference) found.references.push(reference);
  }
  for (const [key, pair] of pairsOf(ast, map)) {
    const field = type.fields.get(key);
    const value = resolve(ast, pair.value);
    if (!field || !value) continue;
    const place = `${typeName}#${key}`;
    const local = localFields[place];
    if (local) {
      const name = marker.name(value);
      if (name && !(isScalar(value) && typeof value.value === 'number')) found.locals.push({ ...local, name });
    } else if (selectorFields.has(place)) {
      const mark = isNode(pair.key) ? marker.mark(pair.key) : undefined;
      if (mark && isMap(value)) readSelection(context, value, place, mark, mapAt(ast, map, ['namespaceSelector']) !== undefined);
    } else if (place === 'apps/StatefulSetSpec#volumeClaimTemplates') {
      for (const claim of mapsAt(ast, map, [key])) {
        const name = marker.name(nodeAt(ast, claim, ['metadata', 'name']));
        if (name) found.locals.push({ space: 'volume', role: 'definition', name });
      }
    }
    const wire = wiresOfField[place];
    const inner = schema.typeOf(field);
    if (wire) {
      for (const object of objectsIn(ast, value)) {
        const reference = readReference(context, object, place, wire);
        if (reference) found.references.push(reference);
      }
    } else if (inner && leadsToWires(inner)) for (const object of objectsIn(ast, value)) walk(context, object, inner, depth + 1);
  }
}

/** The objects in a field: itself, the items of a list, the values of a map of objects. */
function objectsIn(ast: Document, value: Node): readonly YAMLMap[] {
  if (isSeq(value)) return value.items.map((item) => resolve(ast, item)).filter((item) => isMap(item));
  return isMap(value) ? [value] : [];
}

function readReference({ ast, marker }: Walk, map: YAMLMap, place: string, wire: Wire): Reference | undefined {
  const name = marker.name(nodeAt(ast, map, [wire.name]));
  if (!name) return undefined;
  return {
    place,
    target: targetOf(ast, map, wire),
    name,
    namespace: wire.namespace ? stringAt(ast, map, ['namespace']) : undefined,
    optional: textAt(ast, map, ['optional']) === 'true',
    parts: partsOf(ast, marker, map, wire),
  };
}

function targetOf(ast: Document, map: YAMLMap, { target }: Wire): KindKey {
  if (typeof target === 'string') return target;
  const kind = stringAt(ast, map, ['kind']);
  if (kind === undefined) return target.named;
  const apiVersion = stringAt(ast, map, ['apiVersion']);
  const written =
    stringAt(ast, map, ['apiGroup']) ?? stringAt(ast, map, ['group']) ?? apiVersion?.slice(0, Math.max(0, apiVersion.indexOf('/')));
  return keyFor(written ?? target.named.slice(0, target.named.indexOf('/')), kind);
}

function partsOf(ast: Document, marker: Marker, map: YAMLMap, { key, items, port }: Wire): readonly Part[] {
  const keys = [
    ...(key === undefined ? [] : [marker.name(nodeAt(ast, map, [key]))]),
    ...(items ? mapsAt(ast, map, ['items']).map((item) => marker.name(nodeAt(ast, item, ['key']))) : []),
  ];
  const parts = keys.flatMap((name): Part[] => (name ? [{ ...name, kind: 'key' }] : []));
  const ports = port === undefined ? [] : portPart(ast, marker, nodeAt(ast, map, [port]));
  return [...parts, ...ports];
}

function portPart(ast: Document, marker: Marker, node: Node | undefined): readonly Part[] {
  if (isMap(node)) return [...portPart(ast, marker, nodeAt(ast, node, ['name'])), ...portPart(ast, marker, nodeAt(ast, node, ['number']))];
  const name = marker.name(node);
  return name ? [{ ...name, kind: isScalar(node) && typeof node.value === 'number' ? 'port number' : 'port name' }] : [];
}

function readSelection({ ast, marker, found }: Walk, map: YAMLMap, place: string, mark: Mark, everywhere: boolean): void {
  // A Service's selector is a plain map of labels, as is that of a ReplicationController.
  const isPlain = place.startsWith('core/') && place.endsWith('Spec#selector');
  const labels = isPlain ? map : mapAt(ast, map, ['matchLabels']);
  const conditions: Condition[] = [];
  for (const use of labelsIn(ast, marker, labels, 'selector')) {
    found.labelUses.push(use);
    conditions.push({ key: use.key, operator: 'equals', values: [use.value.text], mark: use.value.mark });
  }
  for (const expression of isPlain ? [] : mapsAt(ast, map, ['matchExpressions'])) {
    const keyNode = nodeAt(ast, expression, ['key']);
    const where = keyNode && marker.mark(keyNode);
    const key = textAt(ast, expression, ['key']);
    const operator = stringAt(ast, expression, ['operator']);
    if (where && key !== undefined && operator !== undefined)
      conditions.push({ key, operator, values: textsAt(ast, expression, ['values']), mark: where });
  }
  found.selections.push({ place, mark, conditions, everywhere });
}

function labelsIn(ast: Document, marker: Marker, map: YAMLMap | undefined, where: LabelUse['where']): readonly LabelUse[] {
  if (!map) return [];
  return [...pairsOf(ast, map)].flatMap(([key, pair]): LabelUse[] => {
    const value = marker.name(resolve(ast, pair.value));
    return value ? [{ key, value, where }] : [];
  });
}
