import { isMap, type Document, type YAMLMap } from 'yaml';
import { isEmpty, mapAt, mapsAt, nodeAt, stringAt, textAt, textsAt } from '../yaml/read.ts';
import type { Manifest } from './model.ts';
import { podSpec } from './workload.ts';

/**
 * What a probe asks, as a text that is equal for probes that ask the same: defaults filled in, named ports resolved, order of keys
 * left out. `undefined` for a probe without a handler.
 */
export function questionOf(ast: Document, container: YAMLMap, probe: YAMLMap): string | undefined {
  const port = (handler: YAMLMap): string => portOf(ast, container, textAt(ast, handler, ['port']) ?? '');
  const http = mapAt(ast, probe, ['httpGet']);
  if (http) {
    const headers = mapsAt(ast, http, ['httpHeaders']).map(
      (header) => `${textAt(ast, header, ['name']) ?? ''}=${textAt(ast, header, ['value']) ?? ''}`,
    );
    const at = (key: string, byDefault: string): string => textAt(ast, http, [key]) ?? byDefault;
    return JSON.stringify(['httpGet', at('scheme', 'HTTP'), at('host', ''), port(http), at('path', '/'), headers.sort()]);
  }
  const tcp = mapAt(ast, probe, ['tcpSocket']);
  if (tcp) return JSON.stringify(['tcpSocket', textAt(ast, tcp, ['host']) ?? '', port(tcp)]);
  const grpc = mapAt(ast, probe, ['grpc']);
  if (grpc) return JSON.stringify(['grpc', port(grpc), textAt(ast, grpc, ['service']) ?? '']);
  const exec = mapAt(ast, probe, ['exec']);
  return isMap(exec) ? JSON.stringify(['exec', ...textsAt(ast, exec, ['command'])]) : undefined;
}

/** How long a probe fails before it acts, in seconds: `periodSeconds` (10 without it) times `failureThreshold` (3). */
export function patienceOf(ast: Document, probe: YAMLMap): number {
  const number = (key: string, byDefault: number): number => Number(textAt(ast, probe, [key]) ?? byDefault);
  return number('periodSeconds', 10) * number('failureThreshold', 3);
}

/** The number of a port that is given by its name. */
function portOf(ast: Document, container: YAMLMap, port: string): string {
  const named = mapsAt(ast, container, ['ports']).find((candidate) => textAt(ast, candidate, ['name']) === port);
  return (named && textAt(ast, named, ['containerPort'])) ?? port;
}

/** Whether the Pods of a workload run until somebody stops them: those of Jobs end by themselves, as Pods do that are not always restarted. */
export function runsOn(manifest: Manifest): boolean {
  if (manifest.kind === 'Job' || manifest.kind === 'CronJob') return false;
  const { ast } = manifest.document.source;
  return manifest.kind !== 'Pod' || (textAt(ast, podSpec(manifest), ['restartPolicy']) ?? 'Always') === 'Always';
}

/** The port that a probe can ask where nobody says which: the container's only one, by name where it has one. */
export function portToProbe(ast: Document, container: YAMLMap): string | number | undefined {
  const ports = mapsAt(ast, container, ['ports']);
  const [port] = ports;
  if (!port || ports.length > 1 || (textAt(ast, port, ['protocol']) ?? 'TCP') !== 'TCP') return undefined;
  const number = Number(textAt(ast, port, ['containerPort']));
  return stringAt(ast, port, ['name']) ?? (Number.isInteger(number) && number > 0 ? number : undefined);
}

/** A probe of a container that asks a port. */
export interface PortProbe {
  readonly probe: 'livenessProbe' | 'readinessProbe' | 'startupProbe';
  readonly handler: 'httpGet' | 'tcpSocket' | 'grpc';
  /** The map of the handler. */
  readonly node: YAMLMap;
}

/** The probes of a container that ask a port of the container itself. */
export function portProbes(ast: Document, container: YAMLMap): readonly PortProbe[] {
  const found: PortProbe[] = [];
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'] as const) {
    for (const handler of ['httpGet', 'tcpSocket', 'grpc'] as const) {
      const node = mapAt(ast, container, [probe, handler]);
      // Another host's ports are not this container's.
      if (node && isEmpty(nodeAt(ast, node, ['host']))) found.push({ probe, handler, node });
    }
  }
  return found;
}
