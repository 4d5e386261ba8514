import { baseName, folderOf, joinPath } from '../../text/path.ts';
import type { Place } from '../../workspace.ts';

/** The files that `docker compose` takes when it is told no other, the first that exists. https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file */
export const mainNames: readonly string[] = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The file that it merges into that one. */
export const overrideNames: readonly string[] = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** The values of variables. */
export const environmentName = '.env';

/** The files beside a Compose file, and a folder higher, that say something about it. */
export function filesBeside(path: string): readonly string[] {
  const folder = folderOf(path);
  const beside = [...overrideNames, environmentName].map((name) => folder + name);
  return [...mainsFor(path), ...beside].filter((file) => file !== path);
}

/** Where the main file may lie that a file is a part of: beside it, or a folder higher. */
function mainsFor(path: string): readonly string[] {
  const folder = folderOf(path);
  const above = folderOf(folder.slice(0, -1));
  return [...new Set([folder, above])].flatMap((of) => mainNames.map((name) => of + name));
}

/** Whether a file is the override that `docker compose` merges by itself. */
export function isOverride(path: string): boolean {
  return overrideNames.includes(baseName(path).toLowerCase());
}

/**
 * Whether a file is only a part of a project, given with others by `-f`: its name says so, and a whole one lies near it or may.
 * What it lacks stands elsewhere.
 */
export function isPartial({ path, workspace }: Place): boolean {
  const name = baseName(path);
  if (isOverride(path)) return true;
  if (!/^(?:docker-)?compose[.-][^/]+\.ya?ml$/i.test(name)) return false;
  return mainsFor(path).some((main) => workspace.read(main) !== null);
}

/** A path that a file in a folder names, from the workspace's root; `undefined` for those outside of it, addresses, and what is filled in later. */
export function pathFrom(folder: string, written: string): string | undefined {
  if (written === '' || /^[~\\]|^[A-Za-z]:|\$|^git@|^oci:/.test(written)) return undefined;
  return joinPath(folder, written.replaceAll('\\', '/'));
}
