import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pageOf } from '../finding.ts';
import type { Finding } from '../lint.ts';
import type { Locale } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { Severity } from '../rule.ts';
import { counted } from '../say.ts';
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

/** Most findings that are told of one file: as many as VS Code shows of an extension, with the one that speaks of the others. */
export const findingLimit = 999;

/** The worst findings of a file, in their order, when there are more than anybody reads; making and sending all would take seconds. */
export function worstOf(findings: readonly Finding[], limit = findingLimit): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const worst = new Set(findings.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, limit));
  return findings.filter((finding) => worst.has(finding));
}

/** Tells how many findings a file has when they are too many. */
export function tellTooMany(count: number, locale: Locale): Diagnostic {
  const message = {
    ko: `이 파일에서 ${counted(count)}건을 찾아, 심각한 것부터 ${findingLimit}건만 표시합니다. \`mulgil lint\`는 모두 보여 줍니다.`,
    en: `This file has ${counted(count)} findings; the worst ${findingLimit} are shown. \`mulgil lint\` lists them all.`,
  };
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source: 'mulgil',
    code: 'too-many',
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
