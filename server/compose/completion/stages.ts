import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { stageIndex } from '../../builds/stages.ts';
import { valueItem } from '../../yaml/item.ts';
import { stringAt } from '../../yaml/read.ts';
import { dockerfileOf } from '../names/projects.ts';
import type { Spot } from './spot.ts';

/** Offers the stages of the Dockerfile that a service builds, the last one first. */
export function completeStages(spot: Spot): readonly CompletionItem[] {
  if (spot.at?.shape.format !== 'stage') return [];
  const path = dockerfileHere(spot);
  const stages = path === undefined ? [] : (stageIndex(spot.context.workspace)?.stagesOf(path) ?? []);
  return stages.flatMap(({ name, base }, index) =>
    name === undefined
      ? []
      : [
          valueItem(spot, {
            value: name,
            isString: true,
            kind: CompletionItemKind.Module,
            sort: `0${String(stages.length - index).padStart(3, '0')}`,
            detail: `${base === undefined ? '' : `FROM ${base} · `}${path ?? ''}`,
          }),
        ],
  );
}

/** The Dockerfile of the service around the cursor, from the workspace's root. */
export function dockerfileHere({ document: { source }, service, place, path, context }: Spot): string | undefined {
  const isInBuild = path.length === 4 && path[2] === 'build' && place.role === 'value';
  const read = (key: string): string | undefined =>
    (isInBuild ? place.siblings.get(key) : undefined) ?? stringAt(source.ast, service, ['build', key]);
  const build = stringAt(source.ast, service, ['build']);
  if (build === undefined && !isInBuild && read('context') === undefined && read('dockerfile') === undefined) return undefined;
  return dockerfileOf(context.path, { context: build ?? read('context') ?? '.', dockerfile: read('dockerfile') ?? 'Dockerfile' });
}
