import type { Locale } from '../locale.ts';
import { createRemarks, type Conversion } from './conversion.ts';
import { readProject, type ComposeSource } from './read/project.ts';
import { toRun } from './run/to-run.ts';

/** The names of the services of Compose files. */
export function composeServices(source: ComposeSource): readonly string[] {
  return [...readProject(source, createRemarks('en')).services.keys()];
}

/** A service as a `docker run` command; `undefined` when there is no such service. */
export function toDockerRun(source: ComposeSource, service: string, locale: Locale): Conversion | undefined {
  return toRun(readProject(source, createRemarks(locale)), service, locale);
}
