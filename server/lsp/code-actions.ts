import { CodeActionKind, type CodeAction, type CodeActionContext, type Range, type TextEdit as LspEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { safeEdits } from '../fix-all.ts';
import { openNoteCommand } from '../hover.ts';
import type { Finding } from '../lint.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { TextEdit } from '../text/edit.ts';
import { overlaps, rangeOf, spanOf } from '../text/span.ts';
import { toDiagnostic } from './diagnostics.ts';

/** The kind of the action that applies every safe fix; editors can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mulgil`;

const titles = {
  fixAll: { ko: '안전한 수정을 모두 적용', en: 'Apply all safe fixes' },
  note: { ko: '노트 열기: {title}', en: 'Open the note: {title}' },
} satisfies Record<string, Localized>;

/** What code actions are made from. */
export interface ActionRequest {
  readonly document: TextDocument;
  readonly findings: readonly Finding[];
  readonly range: Range;
  readonly only: CodeActionContext['only'];
  readonly locale: Locale;
  readonly library: Library;
  /** Whether the client can open notes. */
  readonly commandLinks: boolean;
}

/** Quick fixes for the findings in the range, the way to their notes, and fix-all when it is asked for. */
export function codeActions(request: ActionRequest): readonly CodeAction[] {
  return [...(wants(request.only, CodeActionKind.QuickFix) ? quickFixes(request) : []), ...(wants(request.only, fixAllKind) && request.only ? fixAll(request) : [])];
}

function wants(only: CodeActionContext['only'], kind: string): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes({ document, findings, range, locale, library, commandLinks }: ActionRequest): readonly CodeAction[] {
  const asked = spanOf(document, range);
  return findings
    .filter(({ span }) => overlaps(span, asked))
    .flatMap((finding) => {
      const diagnostics = [toDiagnostic(finding, document, locale, library)];
      const fix = finding.fix();
      const note = commandLinks ? library.note(finding.rule.note, locale) : undefined;
      const actions: CodeAction[] = [];
      if (fix) {
        actions.push({
          title: fix.title[locale],
          kind: CodeActionKind.QuickFix,
          diagnostics,
          isPreferred: fix.isPreferred ?? false,
          edit: { changes: { [document.uri]: toLspEdits(document, fix.edits) } },
        });
      }
      if (note) {
        const title = fill(titles.note[locale], { title: note.title });
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: openNoteCommand, arguments: [note.id] } });
      }
      return actions;
    });
}

function fixAll({ document, findings, locale }: ActionRequest): readonly CodeAction[] {
  const edits = safeEdits(findings);
  return edits.length === 0 ? [] : [{ title: titles.fixAll[locale], kind: fixAllKind, edit: { changes: { [document.uri]: toLspEdits(document, edits) } } }];
}

function toLspEdits(document: TextDocument, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }));
}
