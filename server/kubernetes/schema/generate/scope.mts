/** Reads from the requests of @kubernetes/client-node which resources the API server has, and under which names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packages } from './packages.mts';

/** A resource that the API server serves. */
export interface ServedResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
}

/** The Kubernetes version that the package was generated from: `1.36`. */
export function readVersion({ client }: Packages): string {
  const version = /release-(\d+\.\d+)/.exec(readFileSync(join(client, 'dist/gen/models/V1Pod.d.ts'), 'utf8'))?.[1];
  if (version === undefined) throw new Error('@kubernetes/client-node does not say its Kubernetes version.');
  return version;
}

/** All resources with a path of their own, in every version of their group that is served. */
export function readServedResources({ client }: Packages): readonly ServedResource[] {
  const generated = join(client, 'dist/gen');
  // The folder `apis` also keeps the files of versions that are gone; only what is exported counts.
  const exported = readFileSync(join(generated, 'index.js'), 'utf8').matchAll(/ as (\w+Api)\b/g);
  const found = [...exported].flatMap(([, api = '']) => requestsOf(readFileSync(join(generated, `apis/${api}.js`), 'utf8')));
  return [...new Map(found.map((resource) => [`${resource.apiVersion}/${resource.kind}`, resource])).values()];
}

function requestsOf(source: string): ServedResource[] {
  return source.split(/^ {4}async /m).flatMap((method) => {
    // createNamespacedPod, readNode; some resources can only be created, others only be read.
    const kind = /^(?:create|read)(?:Namespaced)?(\w+)\(/.exec(method)?.[1];
    const path = /localVarPath = '([^']+)'/.exec(method)?.[1];
    return kind !== undefined && path !== undefined ? resourceOf(kind, path) : [];
  });
}

/** A path such as /apis/apps/v1/namespaces/{namespace}/deployments/{name}; deeper ones are subresources. */
function resourceOf(kind: string, path: string): ServedResource[] {
  const match =
    /^\/(?:api|apis\/(?<group>[^/]+))\/(?<version>v[^/]+)\/(?<namespaced>namespaces\/\{namespace\}\/)?(?<plural>[a-z]+)(?:\/\{name\})?$/.exec(
      path,
    );
  const { group, version, namespaced, plural } = match?.groups ?? {};
  if (version === undefined || plural === undefined) return [];
  return [
    {
      apiVersion: group === undefined ? version : `${group}/${version}`,
      kind,
      plural,
      scope: namespaced === undefined ? 'Cluster' : 'Namespaced',
    },
  ];
}
