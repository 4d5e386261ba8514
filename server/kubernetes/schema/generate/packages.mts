/** Finds the packages that the schema is made from. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Folders of the packages, as absolute paths. */
export interface Packages {
  /** `kubernetes-models`: the resources and the types they are made of. */
  readonly models: string;
  /** `@kubernetes-models/apimachinery`: the types that all API groups share. */
  readonly machinery: string;
  /** `@kubernetes/client-node`: the request paths of the API server, and types of its alpha and beta versions. */
  readonly client: string;
  /** `@kubernetes-models/gateway-api`: the resources of the Gateway API. */
  readonly gateway: string;
}

/** Throws, naming the package, when one is not installed. */
export function findPackages(): Packages {
  const models = folderOf('kubernetes-models', import.meta.url);
  return {
    models,
    // A dependency of kubernetes-models, so it is looked up from there.
    machinery: folderOf('@kubernetes-models/apimachinery', `${models}/package.json`),
    client: folderOf('@kubernetes/client-node', import.meta.url),
    gateway: folderOf('@kubernetes-models/gateway-api', import.meta.url),
  };
}

function folderOf(name: string, from: string): string {
  try {
    return dirname(createRequire(from).resolve(`${name}/package.json`));
  } catch (cause) {
    throw new Error(`The package ${name} is not installed: run npm ci first.`, { cause });
  }
}
