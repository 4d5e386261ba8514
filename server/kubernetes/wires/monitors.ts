import { isNode } from 'yaml';
import { mapAt, pairOf } from '../../yaml/read.ts';
import type { Manifest } from '../model.ts';
import { requirementsOf } from '../selector.ts';
import type { Cluster, Placed } from './cluster.ts';
import { createMarker } from '../../yaml/marks.ts';
import { mayShare } from './match.ts';
import { plainAt, plainTexts } from './plain.ts';
import type { Condition, KindKey, Mark, Resource } from './types.ts';

/** The Prometheus operator's list of Services to ask for metrics: https://prometheus-operator.dev/docs/api-reference/api/ */
export const serviceMonitorKey: KindKey = 'monitoring.coreos.com/ServiceMonitor';

/** The Services of the namespaces in which a ServiceMonitor looks: its own, those that it names, or all. */
export function servicesAround(cluster: Cluster, { object, namespace }: Resource): readonly Placed[] {
  const selector = ['spec', 'namespaceSelector'];
  const names = plainTexts(object, [...selector, 'matchNames']);
  const isAny = plainAt(object, [...selector, 'any']) === true;
  const namespaces = names.length > 0 ? names : [namespace];
  return cluster.all('/Service').filter(({ resource }) => isAny || namespaces.some((name) => mayShare(name, resource.namespace)));
}

/** The selector of a kind that the schema does not know, at `spec.selector`: where its key stands, and what it demands. */
export function selectorOf(manifest: Manifest): { readonly mark: Mark; readonly conditions: readonly Condition[] } | undefined {
  const { ast, text } = manifest.document.source;
  const spec = mapAt(ast, manifest.root, ['spec']);
  const key = spec && pairOf(spec, 'selector')?.key;
  const selector = mapAt(ast, spec, ['selector']);
  const marker = createMarker(text);
  const mark = isNode(key) ? marker.mark(key) : undefined;
  if (!mark || !selector) return undefined;
  const conditions = requirementsOf(manifest, selector).map(({ nodes: [, last], ...condition }): Condition => {
    return { ...condition, mark: (condition.operator === 'equals' ? marker.mark(last) : undefined) ?? mark };
  });
  return { mark, conditions };
}
