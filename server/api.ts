import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFiles, readConfiguration, workspaceConfiguration } from './configuration.ts';
import { reportFinding, type FindingReport } from './finding.ts';
import { languages } from './languages.ts';
import { library } from './library.ts';
import type { Locale } from './locale.ts';
import type { Preset } from './rule.ts';
import { createService, type Service } from './service.ts';
import { settle } from './settings.ts';
import { createWorkspace } from './workspace.ts';

export type { FindingReport as Finding, FixReport } from './finding.ts';
export type { Severity } from './rule.ts';

/** A file of an in-memory workspace; its path counts from the workspace's root. */
export interface LintFile {
  readonly path: string;
  readonly text: string;
}

/** How to lint. */
export interface LintOptions {
  /** Overrules the preset of `.mulgil.yaml`. */
  readonly preset?: Preset;
  /** Language of messages; English without it. */
  readonly language?: Locale;
  /** What `.mulgil.yaml` may hold, as data; it overrules the file among `files`. */
  readonly config?: object;
}

/** The files' findings and those that something silenced, with what could not be understood in a configuration. */
export interface LintReport {
  readonly files: readonly { readonly path: string; readonly language: string; readonly findings: readonly FindingReport[]; readonly silenced: readonly FindingReport[] }[];
  readonly problems: readonly string[];
}

/**
 * Lints files as one workspace. Configuration files and `.dockerignore` among them count, all others are looked at.
 * Files that are none of ours give nothing. Never throws on a file's content.
 */
export function lint(files: readonly LintFile[], options: LintOptions = {}): Promise<FindingReport[]> {
  return Promise.resolve(lintWorkspace(files, options).files.flatMap(({ findings }) => findings));
}

/** Like {@link lint}, with findings by file, silenced ones, and problems of the configuration. */
export function lintWorkspace(files: readonly LintFile[], options: LintOptions = {}, log: (message: string) => void = () => {}): LintReport {
  const service: Service = createService({ languages, library, log });
  const workspace = createWorkspace(files.map(({ path, text }) => [path, text] as const));
  const own = workspaceConfiguration(workspace);
  const given = readConfiguration(options.config ?? {}, 'config');
  const settings = settle([...own.layers, given.configuration, options.preset === undefined ? {} : { preset: options.preset }]);
  const locale = options.language ?? (settings.language === 'auto' ? 'en' : settings.language);
  const reports: LintReport['files'][number][] = [];
  for (const { path, text } of files) {
    if (configurationFiles.includes(path) || settings.ignores(path)) continue;
    const document = TextDocument.create(uriOf(path), '', 1, text);
    const language = service.analyse(document)?.language.id;
    if (language === undefined) continue;
    const { findings, silenced } = service.lint(document, settings, workspace);
    const report = (finding: (typeof findings)[number]): FindingReport => reportFinding(finding, document, path, locale, library);
    reports.push({ path, language, findings: findings.map(report), silenced: silenced.map(report) });
    service.forget(document.uri);
  }
  return { files: reports, problems: [...own.problems, ...given.problems] };
}

function uriOf(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\uFFFD'); // half of a character has no encoding
  return `file:///${wellFormed.split('/').map(encodeURIComponent).join('/')}`;
}
