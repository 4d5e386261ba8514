import { parseImage, type ImageReference } from '../image.ts';
import { lineage, type DockerfileModel, type Stage } from './model.ts';

/** Registries that serve Docker Hub's images under the same names. */
const hubs: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'public.ecr.aws/docker',
  'mirror.gcr.io',
]);

/**
 * The image that a stage is built on, at the end of its line of stages.
 * Build arguments stand for their defaults; one without a default is left out of a tag.
 * @returns `undefined` when the image's name is not known
 */
export function baseImage(model: DockerfileModel, stage: Stage): ImageReference | undefined {
  const written = lineage(model, stage).at(-1)?.base?.text;
  if (written === undefined) return undefined;
  const text = fillArguments(written, globalArguments(model));
  const tagAt = text.indexOf(':', text.lastIndexOf('/') + 1);
  const image = parseImage(tagAt < 0 ? text : text.slice(0, tagAt) + text.slice(tagAt).replace(variable, ''));
  return image?.tag === '' ? { ...image, tag: undefined } : image;
}

/** The name of an image, without the registry and `library/` for Docker Hub's: `node`, `oven/bun`, `gcr.io/distroless/static`. */
export function imageName({ registry, repository }: ImageReference): string {
  const whole = registry === undefined ? repository : `${registry}/${repository}`;
  for (const hub of hubs) if (whole.startsWith(`${hub}/`)) return whole.slice(hub.length + 1).replace(/^library\//, '');
  return registry === undefined ? whole.replace(/^library\//, '') : whole;
}

const variable = /\$(?:\{([^{}]*)\}|(\w+))/g;

function fillArguments(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replace(variable, (whole, braced: string | undefined, plain: string | undefined) => {
    const [, name = '', fallback] = /^(\w+)(?::?-(.*))?$/.exec(braced ?? plain ?? '') ?? [];
    return defaults.get(name) ?? fallback ?? whole;
  });
}

/** The defaults of the ARG instructions above the first FROM, the only ones that FROM sees. */
function globalArguments({ instructions, stages }: DockerfileModel): ReadonlyMap<string, string> {
  const defaults = new Map<string, string>();
  const end = stages[0]?.from.span.start ?? 0;
  for (const { keyword, words, span } of instructions) {
    if (span.start >= end) break;
    if (keyword !== 'ARG') continue;
    for (const { text } of words) {
      const equals = text.indexOf('=');
      if (equals > 0) defaults.set(text.slice(0, equals), fillArguments(text.slice(equals + 1).replace(/^(["'])(.*)\1$/s, '$2'), defaults));
    }
  }
  return defaults;
}
