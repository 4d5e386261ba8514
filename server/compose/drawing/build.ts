import { isMap, isScalar, type Node } from 'yaml';
import { isSameStage, stageIndex } from '../../builds/stages.ts';
import type { DrawingPlace } from '../../drawing/drawing.ts';
import type { Sketch } from '../../drawing/sketch.ts';
import { resolve, stringAt } from '../../yaml/read.ts';
import { writtenText } from '../hover/spot.ts';
import { dockerfileOf } from '../names/projects.ts';
import type { Level } from '../project/extends.ts';
import type { DrawnService, Project } from './project.ts';
import type { Word } from './words.ts';

/** What a service is set to, by the first of its levels that says it. */
export function stringAtSetting({ own }: DrawnService, key: string): string | undefined {
  for (const { document, pairs } of own) {
    const text = writtenText({ document }, resolve(document.source.ast, pairs.get(key)?.value));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The Dockerfile that a service is built from, with the stage that it names. */
export function drawBuild(sketch: Sketch, service: DrawnService, project: Project, say: (word: Word) => string): void {
  const found = buildOf(service);
  if (!found) return;
  const { level, node, context, dockerfile, target } = found;
  const path = dockerfileOf(level.part.path, { context, dockerfile });
  const { workspace } = project.fileAt(level.part);
  const stages = path === undefined ? undefined : stageIndex(workspace)?.stagesOf(path);
  const stage =
    stages?.find(({ name }) => name !== undefined && target !== undefined && isSameStage(name, target)) ??
    (/^\d+$/.test(target ?? '') ? stages?.[Number(target)] : undefined);
  const isMissing =
    path !== undefined && ((stages === undefined && isGone(path)) || (stages !== undefined && target !== undefined && !stage));
  const uri =
    path === undefined || (stages === undefined && typeof workspace.read(path) !== 'string') ? undefined : project.addressOf(path);
  const start = { line: 0, character: 0 };
  const place: DrawingPlace | undefined = uri === undefined ? undefined : { uri, range: stage?.range ?? { start, end: start } };
  const id = `build:${path ?? `${context} ${dockerfile}`}:${target ?? ''}`;
  sketch.node({
    id,
    label: path ?? (context === '.' ? dockerfile : `${context} ${dockerfile}`),
    kind: 'image',
    caption: say('build'),
    ...detail(target, isMissing ? say('noFile') : undefined),
    ...(place ? { at: place } : project.placeOfNode(level.part, level.document, node)),
    ...(isMissing ? { isMissing } : {}),
  });
  sketch.edge({ from: id, to: `services:${service.name}`, label: 'build', kind: isMissing ? 'broken' : 'dashed' });

  function isGone(of: string): boolean {
    return workspace.read(of) === null || (workspace.indexes?.complete === true && typeof workspace.read(of) !== 'string');
  }
}

function detail(target: string | undefined, problem: string | undefined): { readonly detail?: string } {
  const lines = [...(target === undefined ? [] : [`target: ${target}`]), ...(problem === undefined ? [] : [problem])];
  return lines.length > 0 ? { detail: lines.join('\n') } : {};
}

interface FoundBuild {
  readonly level: Level;
  readonly node: Node;
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
}

/** The build of a service, by the first of its levels that has one in a file. */
function buildOf({ own }: DrawnService): FoundBuild | undefined {
  for (const level of own) {
    const { ast } = level.document.source;
    const node = resolve(ast, level.pairs.get('build')?.value);
    if (isScalar(node) && typeof node.value === 'string')
      return { level, node, context: node.value, dockerfile: 'Dockerfile', target: undefined };
    if (!isMap(node)) continue;
    if (stringAt(ast, node, ['dockerfile_inline']) !== undefined) return undefined;
    return {
      level,
      node,
      context: stringAt(ast, node, ['context']) ?? '.',
      dockerfile: stringAt(ast, node, ['dockerfile']) ?? 'Dockerfile',
      target: stringAt(ast, node, ['target']),
    };
  }
  return undefined;
}
