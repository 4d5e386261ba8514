import type { Range } from 'vscode-languageserver-types';
import type { IndexedStage, StageIndex } from '../../builds/stages.ts';
import type { LanguageIndex } from '../../language.ts';
import { rangeOf } from '../../text/span.ts';
import type { DockerfileModel, Stage } from '../model.ts';
import { stageReferences } from './references.ts';

/** The names under which Dockerfiles are looked for, as globs. */
export const indexedNames: readonly string[] = [
  '{Dockerfile,Containerfile}',
  '{Dockerfile,Containerfile}.*',
  '*.{dockerfile,Dockerfile,containerfile,Containerfile}',
];

/** Makes an empty index of the stages of Dockerfiles. */
export function createStages(): StageIndex & LanguageIndex<DockerfileModel> {
  const files = new Map<string, { readonly stages: readonly IndexedStage[]; readonly signature: string }>();
  return {
    stagesOf: (path) => files.get(path)?.stages,
    paths: () => files.keys(),
    update: (path, model) => {
      const before = files.get(path)?.signature;
      if (!model) return files.delete(path);
      const stages = readStages(model);
      const signature = stages.map(({ name, base, ports }) => [name, base, ...ports].join(' ')).join('\n');
      files.set(path, { stages, signature });
      return signature !== before;
    },
  };
}

function readStages(model: DockerfileModel): readonly IndexedStage[] {
  const { document } = model;
  const uses = new Map<Stage, Range[]>();
  for (const { target, text, span } of stageReferences(model)) {
    if (!target?.name || text.toLowerCase() !== target.name.text.toLowerCase()) continue;
    const known = uses.get(target);
    if (known) known.push(rangeOf(document, span));
    else uses.set(target, [rangeOf(document, span)]);
  }
  return model.stages.map((stage): IndexedStage => ({
    name: stage.name?.text,
    base: stage.base?.text,
    range: rangeOf(document, stage.name?.span ?? stage.base?.span ?? stage.from.keywordSpan),
    uses: uses.get(stage) ?? [],
    ports: stage.instructions.filter(({ keyword }) => keyword === 'EXPOSE').flatMap(({ words }) => words.map(({ text }) => text)),
  }));
}
