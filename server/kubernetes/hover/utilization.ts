import { isMap } from 'yaml';
import { mapAt, nodeAt, stringAt, textAt } from '../../yaml/read.ts';
import type { Manifest } from '../model.ts';
import { utilizationFacts, type Asked } from '../values/utilization.ts';
import type { Lines } from '../../say.ts';
import { mayShare } from '../wires/match.ts';
import { containersOf, podSpec } from '../workload.ts';
import { above, read, type Spot } from './spot.ts';

/** What a target of a HorizontalPodAutoscaler in per cent comes to, where the workload that it scales stands in the same file. */
export function utilizationLead(spot: Spot, text: string): Lines {
  const isOld = spot.field.endsWith('targetCPUUtilizationPercentage');
  const resource = isOld ? 'cpu' : read(spot, [...above(spot, 2), 'name']);
  if (resource === undefined) return [];
  const target = targetOf(spot);
  const only = isOld ? undefined : read(spot, [...above(spot, 2), 'container']);
  return utilizationFacts(text, resource, target && asked(target, resource, only));
}

function targetOf({ manifest, model }: Spot): Manifest | undefined {
  const { ast } = manifest.document.source;
  const ref = nodeAt(ast, manifest.root, ['spec', 'scaleTargetRef']);
  if (!isMap(ref) || manifest.document.source.templated) return undefined;
  const kind = stringAt(ast, ref, ['kind']);
  const name = stringAt(ast, ref, ['name']);
  return model.manifests.find(
    (other) => name !== undefined && other.kind === kind && other.name === name && mayShare(other.namespace, manifest.namespace),
  );
}

/**
 * What the containers of a workload ask for; without a request the limit counts. Sidecars count too, other init containers do not.
 * What the Pod as a whole asks for goes before.
 */
function asked(target: Manifest, resource: string, only: string | undefined): readonly Asked[] | undefined {
  const { ast } = target.document.source;
  const ofPod = only === undefined ? mapAt(ast, podSpec(target), ['resources']) : undefined;
  if (ofPod) {
    const request = textAt(ast, ofPod, ['requests', resource]);
    return request === undefined ? undefined : [{ container: '', request }];
  }
  return containersOf(target)
    .filter(({ role, name }) => role !== 'init' && (only === undefined || name === only))
    .map(({ node, name }) => {
      const request = textAt(ast, node, ['resources', 'requests', resource]) ?? textAt(ast, node, ['resources', 'limits', resource]);
      return { container: name ?? '', request };
    });
}
