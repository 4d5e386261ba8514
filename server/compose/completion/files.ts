import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { stageIndex } from '../../builds/stages.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { valueItem } from '../../yaml/item.ts';
import { projectsOf } from '../names/projects.ts';
import { environmentName, pathFrom } from '../project/files.ts';
import type { Spot } from './spot.ts';

/** Most files that are offered. */
const fileLimit = 100;

/** Offers the files and folders of the workspace that are known: Dockerfiles, other Compose files, `.env`. */
export function completeFiles(spot: Spot): readonly CompletionItem[] {
  const { at, context, place } = spot;
  const folder = folderOf(context.path);
  const dockerfiles = (): readonly string[] => [...(stageIndex(context.workspace)?.paths() ?? [])];
  const offer = (paths: readonly string[], detail?: (path: string) => string | undefined): readonly CompletionItem[] =>
    [...new Set(paths)].slice(0, fileLimit).map((path, index) =>
      valueItem(spot, {
        value: path,
        isString: true,
        kind: path.endsWith('/') || path === '.' ? CompletionItemKind.Folder : CompletionItemKind.File,
        sort: `1${String(index).padStart(3, '0')}`,
        detail: detail?.(path),
      }),
    );
  switch (at?.place) {
    case 'services.*.build':
    case 'services.*.build.context':
      return offer(['.', ...dockerfiles().flatMap((path) => contextFor(folder, folderOf(path)))]);
    case 'services.*.build.dockerfile': {
      const context = pathFrom(folder, place.siblings.get('context') ?? '.');
      const from = context === undefined ? undefined : context === '' ? '' : `${context}/`;
      return from === undefined ? [] : offer(dockerfiles().flatMap((path) => (path.startsWith(from) ? [path.slice(from.length)] : [])));
    }
    case 'include[]':
    case 'include[].path':
    case 'include[].path[]':
    case 'services.*.extends.file': {
      const others = [...projectsOf(spot.model, context).all()].flatMap(([path]) => (path === context.path ? [] : [path]));
      return offer(others.map((path) => relative(folder, path)).sort());
    }
    case 'services.*.env_file':
    case 'services.*.env_file[]':
    case 'services.*.env_file[].path':
      return offer([environmentName]);
    default:
      return [];
  }
}

/** The folder of a Dockerfile as a build context: below the file's own, or beside it. */
function contextFor(folder: string, of: string): readonly string[] {
  const path = relative(folder, of).replace(/\/$/, '');
  return path === '' ? [] : [path.startsWith('.') ? path : `./${path}`];
}

/** A path as it is written in a file of a folder. */
function relative(folder: string, path: string): string {
  const from = folder.split('/').slice(0, -1);
  const to = folderOf(path).split('/').slice(0, -1);
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  const up = '../'.repeat(from.length - common);
  const down = [...to.slice(common), baseName(path)].join('/');
  return up === '' ? down : up + down;
}
