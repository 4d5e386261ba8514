import { storeOf, storePort, type Store } from '../../facts/stores.ts';
import { textsAt } from '../../yaml/read.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { servicesOf } from '../services.ts';
import { parsePortRange } from '../values/port.ts';
import { includes, portsOf, type Port } from './ports.ts';
import { pulledImage, valueAt, type Reviewed } from './service.ts';

/** Where a service can be reached. */
export interface Endpoint {
  readonly service: Reviewed;
  readonly store: Store | undefined;
  /** The port of a well-known image. */
  readonly usual: number | undefined;
  readonly ports: readonly Port[];
  /** What `expose` says. */
  readonly exposed: readonly string[];
  /** Whether `localhost` in the container is the container alone. */
  readonly hasOwnNetwork: boolean;
}

/** Where the services of a document can be reached. */
export function endpointsOf(document: YamlDocument): readonly Endpoint[] {
  return servicesOf(document).map((found) => {
    const service: Reviewed = { ...found, document };
    const image = pulledImage(service) ?? '';
    const mode = valueAt(service, ['network_mode']);
    return {
      service,
      store: storeOf(image),
      usual: storePort(image),
      ports: portsOf(service),
      exposed: textsAt(document.source.ast, service.node, ['expose']),
      hasOwnNetwork: mode === undefined || mode === 'bridge',
    };
  });
}

/** Whether a service listens on a port in its container, as far as the file tells. */
export function listensOn({ usual, ports, exposed }: Endpoint, port: number): boolean {
  return (
    usual === port ||
    ports.some(({ target }) => includes(target, port)) ||
    exposed.some((text) => includes(parsePortRange(text.split('/', 1)[0] ?? ''), port))
  );
}

/** The container's port behind a port of the host; `undefined` where the service does not publish it, or in a range. */
export function behindHostPort({ ports }: Endpoint, port: number): number | undefined {
  const found = ports.find(({ published, target }) => includes(published, port) && target !== undefined);
  if (!found?.published || !found.target) return undefined;
  return found.target.start === found.target.end ? found.target.start : found.target.start + port - found.published.start;
}

/** Whether a service publishes a port on the host. */
export function publishes({ ports }: Endpoint, port: number): boolean {
  return ports.some(({ published }) => includes(published, port));
}
