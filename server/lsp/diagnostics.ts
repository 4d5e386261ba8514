import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pageOf } from '../finding.ts';
import type { Finding } from '../lint.ts';
import type { Locale } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { Severity } from '../rule.ts';
import { rangeOf } from '../text/span.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as an LSP diagnostic: what is wrong and what to do, then why; its code links to the official page. */
export function toDiagnostic(finding: Finding, document: TextDocument, locale: Locale, library: Library): Diagnostic {
  const { rule, severity, span } = finding;
  const href = pageOf(rule, locale, library);
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    source: 'mulgil',
    code: rule.id,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: `${finding.message(locale)}\n${rule.why[locale]}`,
  };
}
