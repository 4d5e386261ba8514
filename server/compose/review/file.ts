import { baseName } from '../../text/path.ts';

/** Whether a file is laid over another one, by its name: `compose.override.yaml`, `docker-compose.prod.yml`. It need not say everything. */
export function isOverride(path: string): boolean {
  return /^(?:docker-)?compose[.-][^/]+\.ya?ml$/i.test(baseName(path));
}

/** Whether a name tells of tests, whose data nobody keeps. */
export function soundsTransient(name: string): boolean {
  return /(?:^|[^a-z])(?:test|tests|testing|e2e|ci|tmp|temp)(?:$|[^a-z])/i.test(name);
}
