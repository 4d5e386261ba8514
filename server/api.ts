import type { FindingReport } from './finding.ts';
import { lintWorkspace } from './core.ts';
import type { LintFile, LintOptions } from './lint-workspace.ts';

export type { FindingReport as Finding, FixReport } from './finding.ts';
export type { FileReport, LintFile, LintOptions, LintReport, RunOptions } from './lint-workspace.ts';
export { lintWorkspace };
export type { Severity } from './rule.ts';

/**
 * Lints files as one workspace. Configuration files and `.dockerignore` among them count, all others are looked at.
 * Files that are none of ours give nothing. Never throws on a file's content.
 */
export function lint(files: readonly LintFile[], options: LintOptions = {}): Promise<FindingReport[]> {
  return Promise.resolve().then(() => lintWorkspace(files, options).files.flatMap(({ findings }) => findings));
}
