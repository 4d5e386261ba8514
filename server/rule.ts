import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Localized } from './locale.ts';
import type { TextEdit } from './text/edit.ts';
import type { Span } from './text/span.ts';
import type { Workspace } from './workspace.ts';

/** How grave a finding is. `error` means that the build or the API server would reject the file; nothing else is an error. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** `recommended` is what a good engineer would say in a review; `all` adds hardening, style and opinion. */
export type Preset = 'recommended' | 'all';

/** What every language's parsed file has. */
export interface Model {
  readonly document: TextDocument;
}

/** A remedy as edits of the file in which the finding lies. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly TextEdit[];
  /** Files to make beside the edits, by path from the workspace's root. Each must be known to be missing. */
  readonly creates?: readonly NewFile[];
  /** Safe to apply unseen: fix-all applies only such fixes. */
  readonly isPreferred?: boolean;
}

/** A file that a fix makes. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What a rule's check reports. */
export interface Violation {
  readonly at: Span;
  /** Which of the rule's `variants` to say instead of its `message`. */
  readonly variant?: string;
  /** Values for the `{placeholders}` of the message. */
  readonly data?: Readonly<Record<string, string>>;
  /** The remedy, made only when someone asks for it; `undefined` when this case has no mechanical one. */
  readonly fix?: () => Fix | undefined;
  /** What the finding belongs to: `Deployment/web`, `service/web`, `stage/builder`. */
  readonly resource?: string;
  /** Ids of other linters for this very case, where those of the rule or variant are more than it means. */
  readonly equivalents?: readonly string[];
  /** Id of a note on this very case. The rule's own counts where there is none with this id. */
  readonly note?: string;
  /** Other places that the finding has to do with. */
  readonly related?: readonly Related[];
}

/** A place that a finding has to do with, in its own file or another one of the workspace. */
export interface Related {
  readonly message: Localized;
  /** In the finding's own file. */
  readonly at?: Span;
  /** In another file, by its path from the workspace's root. */
  readonly elsewhere?: { readonly path: string; readonly range: Range };
}

/** What a check may look at besides its document. */
export interface RuleContext<Options> {
  /** The rule's options: its defaults, overlaid with the user's. */
  readonly options: Options;
  readonly workspace: Workspace;
  /** The document's path from the workspace's root. */
  readonly path: string;
}

/** A file that must be found wanting. */
export interface BadExample {
  /** The file, with «…» around the range of the one finding expected. */
  readonly text: string;
  /** The file after the fix; required when the rule offers a fix for this case, absent when it does not. */
  readonly fixed?: string;
  /** The files that the fix makes. */
  readonly creates?: readonly NewFile[];
  readonly options?: RuleOptions;
  /** Other files of the workspace, by path. Those not named are missing. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A file in which the rule must stay silent. */
export type GoodExample =
  string | { readonly text: string; readonly options?: RuleOptions; readonly files?: Readonly<Record<string, string>> };

/** A rule's settings: plain JSON values by name. */
export type RuleOptions = Readonly<Record<string, boolean | number | string | readonly string[]>>;

/** Another message of a rule; `equivalents` narrows those of the rule where other linters have an id for each case. */
export interface Variant extends Localized {
  readonly equivalents?: readonly string[];
}

/** Everything about one rule. Documentation, settings and tests are made from it. */
export interface Rule<M extends Model = Model, Options extends RuleOptions = RuleOptions> {
  /** `<language>/<kebab-case>`; the same as the rule's path. */
  readonly id: string;
  readonly severity: Severity;
  /** `['recommended']`, or `[]` for rules that only the preset `all` holds. */
  readonly presets: readonly Preset[];
  /** Ids of rules in other linters that mean the same: `hadolint:DL3007`, `kube-linter:latest-tag`. */
  readonly equivalents: readonly string[];
  /** What is wrong and what to do, in one or two short sentences; may hold `{placeholders}`. */
  readonly message: Localized;
  /** Other messages of the same rule, chosen by a violation's `variant`. */
  readonly variants?: Readonly<Record<string, Variant>>;
  /** Why it matters, in one or two sentences. */
  readonly why: Localized;
  /** Id of the note that explains the matter. */
  readonly note: string;
  /** Official page on the matter; the note's own page when absent. */
  readonly url?: string;
  readonly options?: Options;
  /** Options that are stricter under the preset `all`; what a user sets still counts more. */
  readonly optionsInAll?: Partial<Options>;
  readonly examples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] };
  check(model: M, report: (violation: Violation) => void, context: RuleContext<Options>): void;
}

/** Declares a rule. It only gives the checker the types; the rule stays plain data with a function. */
export function defineRule<M extends Model, Options extends RuleOptions = RuleOptions>(rule: Rule<M, Options>): Rule<M, Options> {
  return rule;
}
