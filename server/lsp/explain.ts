import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ExplainedPart, FeatureContext } from '../language.ts';
import type { Finding } from '../lint.ts';
import type { ExplainedFile, ExplainedFilePart, ExplainedFinding } from '../protocol.ts';
import { rangeOf, type Span } from '../text/span.ts';

/**
 * Puts the parts of a file into plain data in one language, with the findings where they belong.
 * A note's words are given where it first counts; further down there is a link to it.
 */
export function explainDocument(
  document: TextDocument,
  parts: readonly ExplainedPart[],
  findings: readonly Finding[],
  context: FeatureContext,
): ExplainedFile {
  const text = document.getText();
  const explained = new Set<string>();
  const placed = placeFindings(parts, findings);
  return {
    locale: context.locale,
    parts: parts.map((part, index): ExplainedFilePart => {
      const source = text.slice(part.span.start, part.span.end);
      return {
        range: rangeOf(document, part.span),
        source,
        title: /^\S*/.exec(source)?.[0] ?? '',
        facts: part.facts,
        body: bodyOf(part.noteIds, explained, context),
        findings: (placed.get(index) ?? []).map((finding) => describe(finding, document, context)),
      };
    }),
  };
}

/** Findings by the number of the part that they stand in, or that stands before them. */
function placeFindings(parts: readonly { readonly span: Span }[], findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const placed = new Map<number, Finding[]>();
  let at = 0;
  for (const finding of findings) {
    // Both are in the order of the file.
    while ((parts[at + 1]?.span.start ?? Infinity) <= finding.span.start) at++;
    const others = placed.get(at);
    if (others) others.push(finding);
    else placed.set(at, [finding]);
  }
  return placed;
}

function bodyOf(noteIds: readonly string[], explained: Set<string>, { library, locale }: FeatureContext): string {
  const paragraphs: string[] = [];
  const again: string[] = [];
  for (const id of noteIds) {
    const note = library.note(id, locale);
    if (!note) continue;
    const link = `[${note.title}](note:${encodeURIComponent(id)})`;
    if (explained.has(id)) again.push(link);
    else paragraphs.push(`**${link}** — ${note.body.split('\n\n', 1)[0] ?? ''}`);
    explained.add(id);
  }
  return [...paragraphs, ...(again.length > 0 ? [again.join(' · ')] : [])].join('\n\n');
}

function describe({ severity, rule, span, message }: Finding, document: TextDocument, { locale }: FeatureContext): ExplainedFinding {
  return { severity, message: message(locale), why: rule.why[locale], rule: rule.id, range: rangeOf(document, span) };
}
