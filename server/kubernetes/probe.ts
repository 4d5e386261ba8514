import { isMap, type Document, type YAMLMap } from 'yaml';
import { mapAt, mapsAt, textAt, textsAt } from '../yaml/read.ts';

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
