import type { LanguageIndex } from '../../language.ts';
import type { BuildIndex } from '../../builds/builds.ts';
import { folderOf } from '../../text/path.ts';
import type { Place } from '../../workspace.ts';
import { rangeOfMark } from '../../yaml/marks.ts';
import type { ComposeModel } from '../model.ts';
import { pathFrom } from '../project/files.ts';
import { namesIn } from './read.ts';
import type { Build, PlacedNames } from './types.ts';

/** The documents of one Compose file. */
export type FileNames = readonly PlacedNames[];

/** The Compose files of a workspace. */
export interface Projects {
  file(path: string): FileNames;
  all(): Iterable<readonly [path: string, file: FileNames]>;
  /** The Compose files that lie in a folder. */
  inFolder(folder: string): readonly string[];
  /** The files that a file includes, from the workspace's root. */
  includedBy(path: string): readonly string[];
  /** The files that include a file. */
  includersOf(path: string): readonly string[];
}

/** Compose files that are put in and taken out. */
export interface ProjectIndex extends Pick<Projects, 'file' | 'all'>, BuildIndex, LanguageIndex<ComposeModel> {}

/** Makes an empty index of Compose files. */
export function createProjects(): ProjectIndex {
  const files = new Map<string, FileNames>();
  const signatures = new Map<string, string>();
  return {
    file: (path) => files.get(path) ?? [],
    all: () => files,
    buildsOf: (dockerfile) => [...files.values()].flatMap((file) => file.flatMap((placed) => buildsIn(placed, dockerfile))),
    update: (path, model) => {
      const before = signatures.get(path);
      if (!model) {
        files.delete(path);
        signatures.delete(path);
        return before !== undefined;
      }
      const file = placeNames(path, model);
      const signature = signatureOf(file);
      files.set(path, file);
      signatures.set(path, signature);
      return signature !== before;
    },
    search: (query) =>
      [...files.values()].flatMap((file) =>
        file.flatMap(({ path, line, names: { names } }) =>
          names
            .filter(
              ({ kind, role, text }) => kind !== 'profile' && role === 'definition' && `${kind}/${text}`.toLowerCase().includes(query),
            )
            .map(({ kind, text, mark }) => ({ name: text, kind, path, range: rangeOfMark(line, mark) })),
        ),
      ),
  };
}

/** The Compose files of the workspace, with a file as it stands now. */
export function projectsOf(model: ComposeModel, { workspace, path }: Place): Projects {
  const index = workspace.indexes?.get('compose') as ProjectIndex | undefined;
  const own = placeNames(path, model);
  const file = (of: string): FileNames => (of === path ? own : (index?.file(of) ?? []));
  const all = [[path, own] as const, ...[...(index?.all() ?? [])].filter(([of]) => of !== path)];
  const includedBy = (of: string): readonly string[] =>
    file(of).flatMap(({ names }) => names.includes.flatMap((written) => pathFrom(folderOf(of), written) ?? []));
  let folders: ReadonlyMap<string, readonly string[]> | undefined;
  let includers: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    file,
    all: () => all,
    inFolder: (folder) => (folders ??= group(all.map(([of]) => [folderOf(of), of]))).get(folder) ?? [],
    includedBy,
    includersOf: (of) => (includers ??= group(all.flatMap(([from]) => includedBy(from).map((to) => [to, from] as const)))).get(of) ?? [],
  };
}

function group(pairs: readonly (readonly [key: string, value: string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The path of a Dockerfile from the workspace's root; `undefined` when it lies elsewhere, or variables say where. */
export function dockerfileOf(path: string, { context, dockerfile }: Pick<Build, 'context' | 'dockerfile'>): string | undefined {
  const folder = /#|:\/\//.test(context) ? undefined : pathFrom(folderOf(path), context);
  return folder === undefined ? undefined : pathFrom(folder === '' ? '' : `${folder}/`, dockerfile);
}

function placeNames(path: string, { file }: ComposeModel): FileNames {
  let line = 0;
  return file.documents.map((document) => {
    const placed = { path, line, names: namesIn(document) };
    line += placed.names.lines;
    return placed;
  });
}

function buildsIn({ path, line, names }: PlacedNames, dockerfile: string): ReturnType<BuildIndex['buildsOf']> {
  return names.builds.flatMap((build) =>
    build.target && dockerfileOf(path, build) === dockerfile
      ? [{ path, target: build.target.text, range: rangeOfMark(line, build.target.mark) }]
      : [],
  );
}

const known = new WeakMap<object, string>();

/** What a file says to others, as a text that does not change when only its words move. */
function signatureOf(file: FileNames): string {
  return file
    .map(({ names }) => {
      let signature = known.get(names);
      if (signature === undefined) {
        signature = JSON.stringify(names, (key, value: unknown) => (key === 'mark' || key === 'lines' ? undefined : value));
        known.set(names, signature);
      }
      return signature;
    })
    .join('\n');
}
