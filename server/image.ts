/** An image reference taken apart, as the distribution specification writes them: `registry/repository:tag@digest`. */
export interface ImageReference {
  /** `undefined` for Docker Hub. */
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Reads an image reference; `undefined` when it holds a variable or is no reference. */
export function parseImage(text: string): ImageReference | undefined {
  if (text === '' || /[\s${}"'<>]/.test(text)) return undefined;
  const [named = '', digest] = text.split('@', 2);
  const slash = named.indexOf('/');
  const host = slash < 0 ? '' : named.slice(0, slash);
  const registry = /[.:]/.test(host) || host === 'localhost' ? host : undefined;
  const rest = registry === undefined ? named : named.slice(slash + 1);
  const colon = rest.lastIndexOf(':');
  const repository = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  return repository === '' ? undefined : { registry, repository, tag, digest };
}

/** Registries that serve Docker Hub's images under the same names. */
const hubs: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'public.ecr.aws/docker',
  'mirror.gcr.io',
]);

/** The name of an image, without the registry and `library/` for Docker Hub's: `node`, `oven/bun`, `gcr.io/distroless/static`. */
export function imageName({ registry, repository }: ImageReference): string {
  const whole = registry === undefined ? repository : `${registry}/${repository}`;
  for (const hub of hubs) if (whole.startsWith(`${hub}/`)) return whole.slice(hub.length + 1).replace(/^library\//, '');
  return registry === undefined ? whole.replace(/^library\//, '') : whole;
}

/** Longest name of a repository, in characters. */
const nameLimit = 255;

/** The page on Docker Hub that describes the image; `undefined` for images of other registries and for `scratch`. */
export function imagePage(text: string): string | undefined {
  const image = parseImage(text);
  if (!image || image.repository === 'scratch' || (image.registry !== undefined && image.registry !== 'docker.io')) return undefined;
  const repository = image.repository.replace(/^library\//, '');
  if (repository.length > nameLimit || !/^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-][a-z0-9]+)*)?$/.test(repository))
    return undefined;
  return repository.includes('/') ? `https://hub.docker.com/r/${repository}` : `https://hub.docker.com/_/${repository}`;
}
