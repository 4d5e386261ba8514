import type { Range } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace.ts';

/** What Dockerfiles tell Compose files: their stages. The index of Dockerfiles has this form. */
export interface StageIndex {
  /** The stages of a Dockerfile in order; `undefined` when there is none at this path. */
  stagesOf(path: string): readonly IndexedStage[] | undefined;
  /** The paths of all Dockerfiles. */
  paths(): Iterable<string>;
}

/** A stage, and where it is named in its Dockerfile. */
export interface IndexedStage {
  /** As it is written; `undefined` for a stage that has a number only. */
  readonly name: string | undefined;
  /** The image or stage that it starts from. */
  readonly base: string | undefined;
  /** The name after AS, or the base. */
  readonly range: Range;
  /** The other places in the Dockerfile that name the stage. */
  readonly uses: readonly Range[];
  /** The ports that it says it listens on. */
  readonly ports: readonly string[];
}

/** The stages of the workspace's Dockerfiles; `undefined` where nobody looked at them. */
export function stageIndex(workspace: Workspace): StageIndex | undefined {
  return workspace.indexes?.get('dockerfile') as StageIndex | undefined;
}

/** Whether two names are those of the same stage: the case of letters does not count. */
export function isSameStage(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
