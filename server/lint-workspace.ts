import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFiles, readConfiguration, workspaceConfiguration, type ReadConfiguration } from './configuration.ts';
import { reportFinding, type FindingReport } from './finding.ts';
import { createIndexes } from './indexes.ts';
import type { LanguageId } from './language.ts';
import { allRules, languages } from './languages.ts';
import { library } from './library.ts';
import type { Finding, LintResult, Log } from './lint.ts';
import type { Locale } from './locale.ts';
import type { Preset } from './rule.ts';
import { createService } from './service.ts';
import { settle, type Settings } from './settings.ts';
import { createWorkspace, normalisePath } from './workspace.ts';

/** A file of an in-memory workspace; its path counts from the workspace's root. */
export interface LintFile {
  readonly path: string;
  readonly text: string;
}

/** How to lint. */
export interface LintOptions {
  /** Overrules the preset of `.mulgil.yaml`. */
  readonly preset?: Preset;
  /** Language of messages. Without it, or with `auto`, what `.mulgil.yaml` names counts, or English. */
  readonly language?: 'auto' | Locale;
  /** What `.mulgil.yaml` may hold, as data; it overrules the file among `files`. */
  readonly config?: object;
}

/** What a whole run needs to know besides {@link LintOptions}. */
export interface RunOptions extends LintOptions {
  /** Language of messages where neither `language` nor the configuration names one. */
  readonly usualLanguage?: Locale;
  /** What is known of files that are not given; that they are missing, unless said otherwise. */
  readonly others?: 'missing' | 'unknown';
  /** A configuration that takes the place of `.mulgil.yaml`. */
  readonly configuration?: ReadConfiguration;
}

/** A checked file. */
export interface Checked extends LintResult {
  readonly language: LanguageId;
  readonly document: TextDocument;
}

/** Files as one workspace under the settings in force, to be linted one by one. */
export interface Run {
  /** Whether a file with this path tells others something, so that it is worth knowing even when it is not checked. */
  isIndexed(path: string): boolean;
  /** Takes a file into the workspace, beside those that the run was opened with. */
  know(file: LintFile | MissingFile): void;
  readonly settings: Settings;
  readonly locale: Locale;
  /** What could not be understood in the configuration. */
  readonly problems: readonly string[];
  /** Lints one file; `undefined` when it is none of ours, or too large, or ignored, or itself a configuration. */
  check(file: LintFile): Checked | undefined;
}

/** The findings of one file and those that something silenced. */
export interface FileReport {
  readonly path: string;
  readonly language: LanguageId;
  readonly findings: readonly FindingReport[];
  readonly silenced: readonly FindingReport[];
}

/** Every checked file, in the order given, with what could not be understood in a configuration. */
export interface LintReport {
  readonly files: readonly FileReport[];
  readonly problems: readonly string[];
  readonly locale: Locale;
}

/** A file that is known not to exist. */
export interface MissingFile {
  readonly path: string;
  readonly text: null;
}

/** How much text is kept parsed between indexing and checking, in characters. */
const keptLimit = 20_000_000;

/** Opens files as one workspace. @param log receives what goes wrong inside Mulgil */
export function openRun(files: readonly LintFile[], options: RunOptions, log: Log): Run {
  const service = createService({ languages, library, log });
  const indexes = createIndexes(languages);
  const workspace = createWorkspace(
    files.map(({ path, text }) => [path, text] as const),
    options.others ?? 'missing',
    indexes,
  );
  const own = workspaceConfiguration(workspace, {
    known: allRules,
    ...(options.configuration ? { replacement: options.configuration } : {}),
  });
  const given = readConfiguration(options.config ?? {}, 'config', allRules);
  const asked = readConfiguration({ preset: options.preset, language: options.language }, 'options');
  const settings = settle([...own.layers, given.configuration, asked.configuration]);
  let kept = 0;
  function index({ path: written, text }: LintFile | MissingFile): void {
    const path = normalisePath(written);
    if (settings.ignores(path)) return;
    const document = TextDocument.create(uriOf(path), '', 1, text ?? '');
    indexes.update(path, text === null ? undefined : service.analyse(document));
    // What is parsed now need not be parsed again when it is checked, as long as memory allows.
    kept += text?.length ?? 0;
    if (kept > keptLimit) service.forget(document.uri);
  }
  files.forEach(index);
  indexes.complete = true;
  return {
    isIndexed: (path) => indexes.wants(path),
    know: (file) => {
      workspace.write(file.path, file.text);
      index(file);
    },
    settings,
    locale: settings.language === 'auto' ? (options.usualLanguage ?? 'en') : settings.language,
    problems: [...own.problems, ...given.problems, ...asked.problems],
    check: (file) => {
      const path = normalisePath(file.path);
      if (configurationFiles.includes(path) || settings.ignores(path)) return undefined;
      const document = TextDocument.create(uriOf(path), '', 1, file.text);
      const language = service.analyse(document)?.language.id;
      const result = language && { ...service.lint(document, settings, { workspace, path }), language, document };
      service.forget(document.uri);
      return result;
    },
  };
}

/** Lints files as one workspace: findings and silenced ones by file. Never throws on a file's content. */
export function lintWorkspace(files: readonly LintFile[], options: RunOptions = {}, log: Log = () => {}): LintReport {
  const run = openRun(files, options, log);
  const reports = files.flatMap((file): FileReport[] => {
    const checked = run.check(file);
    if (!checked) return [];
    const report = (finding: Finding): FindingReport => reportFinding(finding, checked.document, file.path, run.locale, library);
    return [
      { path: file.path, language: checked.language, findings: checked.findings.map(report), silenced: checked.silenced.map(report) },
    ];
  });
  return { files: reports, problems: run.problems, locale: run.locale };
}

function uriOf(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\uFFFD'); // half of a character has no encoding
  return `file:///${wellFormed.split('/').map(encodeURIComponent).join('/')}`;
}
