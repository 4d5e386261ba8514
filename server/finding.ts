import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Finding } from './lint.ts';
import type { Locale } from './locale.ts';
import type { Library } from './notes.ts';
import type { Rule, Severity } from './rule.ts';
import { inLine } from './text/harmless.ts';
import { rangeOf } from './text/span.ts';

/** A finding as the API and the command line give it. Lines and characters count from 0 in UTF-16 units, as in LSP. */
export interface FindingReport {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly range: Range;
  readonly equivalents: readonly string[];
  /** `Deployment/web`, `service/web` or `stage/builder`. */
  readonly resource?: string;
  /** Id of the note on the matter. */
  readonly note?: string;
  /** Official page on the matter. */
  readonly url?: string;
  readonly fixable: boolean;
  readonly fix?: FixReport;
}

/** A finding's remedy. */
export interface FixReport {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly edits: readonly { readonly path: string; readonly range: Range; readonly newText: string }[];
}

const startOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Puts a finding into plain data in one language. */
export function reportFinding(finding: Finding, document: TextDocument, path: string, locale: Locale, library: Library): FindingReport {
  const { rule, severity, equivalents, resource } = finding;
  const fix = finding.fix();
  const url = pageOf(rule, locale, library);
  return {
    path,
    rule: rule.id,
    severity,
    message: finding.message(locale),
    why: rule.why[locale],
    range: rangeOf(document, finding.span),
    equivalents,
    ...(resource === undefined ? {} : { resource }),
    note: noteIdOf(finding, library),
    ...(url === undefined ? {} : { url }),
    fixable: fix !== undefined,
    ...(fix
      ? {
          fix: {
            title: inLine(fix.title[locale], 500),
            isPreferred: fix.isPreferred ?? false,
            edits: [
              ...fix.edits.map(({ span, newText }) => ({ path, range: rangeOf(document, span), newText })),
              ...(fix.creates ?? []).map((made) => ({ path: made.path, range: startOfFile, newText: made.text })),
            ],
          },
        }
      : {}),
  };
}

/** The id of the note on a finding's very case, or else on its rule's matter. */
export function noteIdOf({ note, rule }: Finding, library: Library): string {
  return note !== undefined && library.has(note) ? note : rule.note;
}

/** The official page on a rule's matter: its own, or its note's. */
export function pageOf(rule: Rule, locale: Locale, library: Library): string | undefined {
  return rule.url ?? library.note(rule.note, locale)?.docs;
}
