import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pageOf } from '../finding.ts';
import type { Finding } from '../lint.ts';
import type { Locale } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { Severity } from '../rule.ts';
import type { TooLarge } from '../size-limit.ts';
import { inLine } from '../text/harmless.ts';
import { rangeOf } from '../text/span.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Tells that something is left alone because of its size. */
export function tellTooLarge({ span, message }: TooLarge, document: TextDocument, locale: Locale): Diagnostic {
  return {
    range: rangeOf(document, span),
    severity: DiagnosticSeverity.Information,
    source: 'mulgil',
    code: 'too-large',
    message: message[locale],
  };
}

/** Longest sentence that may come of what a file says, in characters. */
export const sentenceLimit = 500;

/** What is needed to tell of a finding. */
export interface Telling {
  readonly locale: Locale;
  readonly library: Library;
  /** The address of a file of the workspace. */
  addressOf(path: string): string | undefined;
}

/** A finding as an LSP diagnostic: what is wrong and what to do, then why; its code links to the official page. */
export function toDiagnostic(finding: Finding, document: TextDocument, { locale, library, addressOf }: Telling): Diagnostic {
  const { rule, severity, span } = finding;
  const related = finding.related.flatMap(({ message, at, elsewhere }): DiagnosticRelatedInformation[] => {
    const uri = elsewhere ? addressOf(elsewhere.path) : document.uri;
    const range = elsewhere?.range ?? (at && rangeOf(document, at));
    return uri !== undefined && range ? [{ message: inLine(message[locale], sentenceLimit), location: { uri, range } }] : [];
  });
  const href = pageOf(rule, locale, library);
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    source: 'mulgil',
    code: rule.id,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    message: `${finding.message(locale)}\n${rule.why[locale]}`,
    // By these a client tells whether another extension says the same.
    ...(finding.equivalents.length > 0 ? { data: { equivalents: finding.equivalents } } : {}),
  };
}
