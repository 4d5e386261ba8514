import { isMap } from 'yaml';
import type { Path } from '../../yaml/path.ts';
import { mapAt, mapsAt, nodeAt, scalarsOf, stringAt, textsAt } from '../../yaml/read.ts';
import { schema } from '../schema.ts';
import { selectorFacts, type Candidate, type SelectorTest } from '../values/selector.ts';
import type { Lines } from '../../say.ts';
import { clusterOf } from '../wires/check.ts';
import type { Placed } from '../wires/cluster.ts';
import { mayShare, meets } from '../wires/match.ts';
import type { Spot } from './spot.ts';

/** Fields whose map of labels is itself the selector. */
const plainSelectors: readonly string[] = ['ServiceSpec#selector', 'ReplicationControllerSpec#selector'];

/** Selectors of something other than Pods of the same namespace, and such as nobody can tell the candidates of. */
const others: Readonly<Record<string, 'namespaces' | 'volumes' | 'unknown'>> = {
  'PodAffinityTerm#namespaceSelector': 'namespaces',
  'NetworkPolicyPeer#namespaceSelector': 'namespaces',
  'PersistentVolumeClaimSpec#selector': 'volumes',
  'MetricIdentifier#selector': 'unknown',
  'ClusterTrustBundleProjection#labelSelector': 'unknown',
  'CSIStorageCapacity#nodeTopology': 'unknown',
  'AggregationRule#clusterRoleSelectors': 'unknown',
};

/** What the selector selects that the spot is, or lies in. */
export function selectorLead(spot: Spot): Lines {
  if (spot.manifest.document.source.templated) return [];
  const path = selectorPath(spot);
  const test = path && selectionTest(spot, path);
  const holder = path && schema.resolve(spot.manifest.apiVersion, spot.manifest.kind, path);
  if (!test || holder?.field === undefined) return [];
  const field = `${holder.owner.name}#${holder.field}`;
  const kind = Object.hasOwn(others, field) ? others[field] : undefined;
  if (kind === 'unknown') return [];
  const isInPeer = path.some((step) => step === 'ingress' || step === 'egress');
  const everywhere =
    field.startsWith('PodAffinityTerm') ||
    (isInPeer && nodeAt(spot.manifest.document.source.ast, spot.manifest.root, [...path.slice(0, -1), 'namespaceSelector']) !== undefined);
  const candidates = candidatesOf(spot, kind, everywhere);
  return selectorFacts(test, candidates, plainSelectors.includes(field) ? 'nothing' : 'everything');
}

/** The path of the selector: the spot's own, or of a LabelSelector or map that the spot lies in. */
function selectorPath({ manifest, path, field, resolution }: Spot): Path | undefined {
  if (plainSelectors.includes(field)) return resolution.mapKey === undefined ? path : path.slice(0, -1);
  if (resolution.owner.name === 'LabelSelector' && resolution.field === 'matchLabels')
    return path.slice(0, resolution.mapKey === undefined ? -1 : -2);
  const isSelector =
    resolution.mapKey === undefined && resolution.value.kind === 'object' && schema.typeOf(resolution)?.name === 'LabelSelector';
  return isSelector && manifest.root.items.length > 0 ? path : undefined;
}

/** The conditions of a selector: a LabelSelector, or a map of labels. `undefined` when there is none. */
export function selectionTest({ manifest }: Spot, path: Path): SelectorTest | undefined {
  const { ast } = manifest.document.source;
  const selector = nodeAt(ast, manifest.root, path);
  if (!isMap(selector)) return undefined;
  const resolution = schema.resolve(manifest.apiVersion, manifest.kind, path);
  const isPlain = resolution?.value.kind === 'map';
  const labels = scalarsOf(ast, isPlain ? selector : mapAt(ast, selector, ['matchLabels']));
  const conditions = [
    ...[...labels].map(([key, value]) => ({ key, operator: 'equals', values: [value] })),
    ...(isPlain ? [] : mapsAt(ast, selector, ['matchExpressions'])).map((node) => ({
      key: stringAt(ast, node, ['key']) ?? '',
      operator: stringAt(ast, node, ['operator']) ?? '',
      values: textsAt(ast, node, ['values']),
    })),
  ];
  return { isEmpty: conditions.length === 0, matches: (of) => conditions.every((condition) => meets(condition, of)) };
}

function candidatesOf(
  { model, file, manifest }: Spot,
  kind: 'namespaces' | 'volumes' | undefined,
  everywhere: boolean,
): readonly Candidate[] {
  const cluster = clusterOf(model, file);
  const name = ({ resource }: Placed): string => `${resource.kind}/${resource.name?.text ?? ''}`;
  if (kind === 'namespaces')
    return cluster.all('/Namespace').map((placed) => ({
      name: name(placed),
      labels: new Map([...placed.resource.labels, ['kubernetes.io/metadata.name', placed.resource.name?.text ?? '']]),
    }));
  if (kind === 'volumes') return cluster.all('/PersistentVolume').map((placed) => ({ name: name(placed), labels: placed.resource.labels }));
  return cluster.podMakers().flatMap((placed) => {
    const { pods, namespace } = placed.resource;
    return pods && (everywhere || mayShare(namespace, manifest.namespace)) ? [{ name: name(placed), labels: pods.labels }] : [];
  });
}
