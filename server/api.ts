import type { FindingReport } from './finding.ts';
import { lintWorkspace, type LintFile, type LintOptions } from './lint-workspace.ts';

export type { FindingReport as Finding, FixReport } from './finding.ts';
export { lintWorkspace, type FileReport, type LintFile, type LintOptions, type LintReport, type RunOptions } from './lint-workspace.ts';
export type { Severity } from './rule.ts';

/**
 * Lints files as one workspace. Configuration files and `.dockerignore` among them count, all others are looked at.
 * Files that are none of ours give nothing. Never throws on a file's content.
 */
export function lint(files: readonly LintFile[], options: LintOptions = {}): Promise<FindingReport[]> {
  return Promise.resolve().then(() => lintWorkspace(files, options).files.flatMap(({ findings }) => findings));
}
