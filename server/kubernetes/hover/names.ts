import { groupOf } from '../model.ts';
import { claimNameFacts, serviceNameFacts, statefulNameFacts } from '../values/dns-name.ts';
import type { Lines } from '../../say.ts';
import { read, type Spot } from './spot.ts';

/** By which names in DNS a Service, or a Pod of a StatefulSet, is reached. */
export function nameLead(spot: Spot, text: string): Lines {
  const { manifest, path, field } = spot;
  const { kind, namespace } = manifest;
  if (manifest.document.source.templated) return [];
  if (field === 'StatefulSetSpec#serviceName' && manifest.name !== undefined) return statefulNameFacts(manifest.name, text, namespace);
  if (field === 'ObjectMeta#name' && path[1] === 'volumeClaimTemplates' && manifest.name !== undefined)
    return claimNameFacts(text, manifest.name);
  if (field !== 'ObjectMeta#name' || path.length !== 2 || kind !== 'Service' || groupOf(manifest) !== '') return [];
  return serviceNameFacts({
    name: text,
    namespace,
    type: read(spot, ['spec', 'type']),
    isHeadless: read(spot, ['spec', 'clusterIP']) === 'None',
    externalName: read(spot, ['spec', 'externalName']),
  });
}
