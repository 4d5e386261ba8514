import type { Range } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace.ts';

/** What Compose files tell of a Dockerfile: the stages that their services build. The index of Compose has this form. */
export interface BuildIndex {
  /** The places that name a stage of the Dockerfile. @param dockerfile its path from the workspace's root */
  buildsOf(dockerfile: string): readonly NamedTarget[];
}

/** A place in a Compose file that names a stage. */
export interface NamedTarget {
  readonly path: string;
  readonly target: string;
  readonly range: Range;
}

/** The places in the workspace's Compose files that name stages of a Dockerfile. */
export function targetsIn(workspace: Workspace, dockerfile: string): readonly NamedTarget[] {
  return (workspace.indexes?.get('compose') as BuildIndex | undefined)?.buildsOf(dockerfile) ?? [];
}
