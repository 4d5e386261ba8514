import { shown, shownList, type Lines } from '../../say.ts';
import { baseName } from '../../text/path.ts';
import { projectsOf } from '../names/projects.ts';
import { mergedWith, namesFor } from '../names/scope.ts';
import type { NameKind } from '../names/types.ts';
import type { Spot } from './spot.ts';

/** Says which file declares a name that this one does not. */
export function declaredElsewhere({ model, file }: Spot, kind: NameKind, name: string): Lines {
  if (!file.workspace.indexes) return [];
  const projects = projectsOf(model, file);
  const found = namesFor(projects, file.path, kind).find((each) => each.name.text === name && each.placed.path !== file.path);
  if (!found) return [];
  const path = shown(baseName(found.placed.path));
  return [{ ko: `${shown(name)} — ${path} 파일에 선언되어 있습니다.`, en: `${shown(name)} — declared in ${path}.` }];
}

/** Says with which other files' definitions of the same name this one is merged. */
export function mergedElsewhere({ model, file }: Spot, kind: NameKind, name: string): Lines {
  if (!file.workspace.indexes) return [];
  const projects = projectsOf(model, file);
  const others = mergedWith(projects, file.path).filter(
    (path) =>
      path !== file.path &&
      projects
        .file(path)
        .some(({ names }) => names.names.some((each) => each.kind === kind && each.role === 'definition' && each.text === name)),
  );
  if (others.length === 0) return [];
  const files = shownList(others.map(baseName));
  return [{ ko: `같은 이름이 ${files} 파일에도 있어 합쳐집니다.`, en: `Merged with the definition in ${files}.` }];
}
