import { mapAt, mapsAt, stringAt, textAt } from '../../yaml/read.ts';
import type { Path } from '../../yaml/path.ts';
import { containersOf } from '../workload.ts';
import { nodePortFacts, portFacts, targetFacts, type DeclaredPort } from '../values/ports.ts';
import type { Lines } from '../../say.ts';
import { clusterOf } from '../wires/check.ts';
import { mayShare } from '../wires/match.ts';
import { selectionTest } from './selectors.ts';
import { above, containerPath, read, type Spot } from './spot.ts';

/** What a port comes to: whose it is, and what usually listens there. */
export function portLead(spot: Spot, text: string): Lines {
  switch (spot.field) {
    case 'ContainerPort#containerPort':
    case 'ContainerPort#hostPort':
    case 'NetworkPolicyPort#port':
    case 'ServiceBackendPort#number':
    case 'GRPCAction#port':
      return portFacts(text);
    case 'ServicePort#port': {
      const target = targetFacts(read(spot, [...above(spot), 'targetPort']) ?? text, portsBehind(spot));
      return target.length > 0 ? target.map(({ ko, en }) => ({ ko: `→ ${ko}`, en: `→ ${en}` })) : portFacts(text);
    }
    case 'ServicePort#nodePort':
      return nodePortFacts(text);
    case 'ServicePort#targetPort': {
      const target = targetFacts(text, portsBehind(spot));
      return target.length > 0 ? target : portFacts(text);
    }
    case 'HTTPGetAction#port':
    case 'TCPSocketAction#port': {
      const target = targetFacts(text, portsAround(spot));
      return target.length > 0 ? target : portFacts(text);
    }
    default:
      return [];
  }
}

/** The ports of the workloads that a Service selects. */
function portsBehind(spot: Spot): readonly DeclaredPort[] {
  const test = spot.manifest.document.source.templated ? undefined : selectionTest(spot, ['spec', 'selector']);
  if (!test || test.isEmpty) return [];
  return clusterOf(spot.model, spot.file)
    .podMakers()
    .filter(({ resource }) => resource.pods && mayShare(resource.namespace, spot.manifest.namespace) && test.matches(resource.pods.labels))
    .flatMap(({ resource: { kind, name, pods } }) =>
      (pods?.ports ?? []).map((port) => ({
        owner: `${kind}/${name?.text ?? ''}`,
        name: port.name?.text,
        port: String(port.number ?? ''),
      })),
    );
}

/** The ports of the container that a probe or a hook belongs to. */
function portsAround(spot: Spot): readonly DeclaredPort[] {
  const { ast } = spot.manifest.document.source;
  const path: Path | undefined = containerPath(spot);
  const container = path && mapAt(ast, spot.manifest.root, path);
  if (!container || containersOf(spot.manifest).length === 0) return [];
  return mapsAt(ast, container, ['ports']).map((port) => ({
    owner: stringAt(ast, container, ['name']) ?? '',
    isContainer: true,
    name: textAt(ast, port, ['name']),
    port: textAt(ast, port, ['containerPort']) ?? '',
  }));
}
