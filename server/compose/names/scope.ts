import { baseName, folderOf } from '../../text/path.ts';
import { isOverride, pathFrom } from '../project/files.ts';
import type { Projects } from './projects.ts';
import type { NameKind, PlacedNames, WrittenName } from './types.ts';

/** A name that stands for something in a project. */
export interface Entity {
  readonly kind: NameKind;
  readonly text: string;
  /** The files that make the project in which it stands. */
  readonly home: readonly string[];
}

/** A place that stands for an entity. */
export interface PlacedName {
  readonly placed: PlacedNames;
  readonly name: WrittenName;
}

/**
 * The files that Compose merges with one: of the same name but for what follows a dot or dash, in the same folder. Of those that only `-f`
 * adds, the ones are meant that cannot stand alone, because they leave the image of a service to another file.
 */
export function mergedWith(projects: Projects, path: string): readonly string[] {
  const own = familyOf(path);
  if (!own) return [path];
  const all = projects.inFolder(folderOf(path)).filter((of) => familyOf(of)?.family === own.family);
  const isPart = (of: string): boolean => isOverride(of) || projects.file(of).some(({ names }) => names.isPartial);
  const base = own.isBase ? path : all.find((of) => familyOf(of)?.isBase === true);
  if (base === undefined || !(own.isBase || isPart(path))) return [path];
  return [base, ...all.filter((of) => of !== base && isPart(of))];
}

/** What the name of a Compose file begins with, and whether nothing follows: `undefined` for other names. */
function familyOf(path: string): { readonly family: string; readonly isBase: boolean } | undefined {
  const [, family = '', rest = ''] = /^((?:docker-)?compose)((?:[.-][^/]*)?)\.ya?ml$/i.exec(baseName(path)) ?? [];
  return family === '' ? undefined : { family: family.toLowerCase(), isBase: rest === '' };
}

/** What a name in a file stands for: something of its own project, or of one that it includes. */
export function entityOf(projects: Projects, path: string, { kind, text, file }: WrittenName): Entity {
  const written = file === undefined ? undefined : pathFrom(folderOf(path), file);
  const start = mergedWith(projects, written ?? path);
  const seen = new Set<string>(start);
  let level: readonly (readonly string[])[] = [start];
  while (level.length > 0) {
    const home = level.find((files) => defines(projects, files, kind, text));
    if (home) return { kind, text, home };
    level = level
      .flat()
      .flatMap(projects.includedBy)
      .flatMap((of) => {
        if (seen.has(of)) return [];
        const files = mergedWith(projects, of);
        for (const each of [of, ...files]) seen.add(each);
        return [files];
      });
  }
  return { kind, text, home: start };
}

/** Everywhere in the workspace where an entity is named: in its project, and in those that include it or extend its services. */
export function placesOf(projects: Projects, entity: Entity): readonly PlacedName[] {
  const { home } = entity;
  const project = new Set(home);
  // Whoever includes the project sees its names, and so does who includes that one. A set goes on to what is added while it is walked.
  for (const path of project)
    for (const includer of projects.includersOf(path))
      if (!project.has(includer)) mergedWith(projects, includer).forEach((of) => project.add(of));
  const places: PlacedName[] = [];
  for (const [path, file] of projects.all()) {
    const isHome = home.includes(path);
    const isSeen = isHome || (project.has(path) && (entity.kind === 'profile' || !defines(projects, [path], entity.kind, entity.text)));
    for (const placed of file)
      for (const name of placed.names.names) {
        if (name.kind !== entity.kind || name.text !== entity.text) continue;
        const written = name.file === undefined ? undefined : pathFrom(folderOf(path), name.file);
        if (name.file === undefined ? isSeen : written !== undefined && home.includes(written)) places.push({ placed, name });
      }
  }
  return places;
}

function defines(projects: Projects, paths: readonly string[], kind: NameKind, text: string): boolean {
  return paths.some((path) =>
    projects
      .file(path)
      .some(({ names }) => names.names.some((name) => name.kind === kind && name.role === 'definition' && name.text === text)),
  );
}

/** The names of a kind that count in a file: those of its project, and of those that it includes. */
export function namesFor(projects: Projects, path: string, kind: NameKind): readonly PlacedName[] {
  const files = new Set(mergedWith(projects, path));
  // A set goes on to what is added while it is walked.
  for (const of of files)
    for (const included of projects.includedBy(of))
      if (!files.has(included)) mergedWith(projects, included).forEach((each) => files.add(each));
  const found = new Map<string, PlacedName>();
  for (const of of files)
    for (const placed of projects.file(of))
      for (const name of placed.names.names)
        if (name.kind === kind && name.role === 'definition' && !found.has(name.text)) found.set(name.text, { placed, name });
  return [...found.values()];
}
