import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type CreateFile,
  type Range,
  type TextDocumentEdit,
  type TextEdit as LspEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { noteIdOf } from '../finding.ts';
import { safeEdits } from '../fix-all.ts';
import { openNoteCommand } from '../hover.ts';
import type { Finding } from '../lint.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { Fix } from '../rule.ts';
import type { TextEdit } from '../text/edit.ts';
import { inLine } from '../text/harmless.ts';
import { overlaps, rangeOf, spanOf } from '../text/span.ts';
import { sentenceLimit, toDiagnostic } from './diagnostics.ts';
import type { Located } from './folders.ts';

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
  readonly place: Located;
  /** Whether the client can make files as part of an edit. */
  readonly createsFiles: boolean;
  /** Whether the client can open notes. */
  readonly commandLinks: boolean;
}

/** Quick fixes for the findings in the range, the way to their notes, and fix-all when it is asked for. */
export function codeActions(request: ActionRequest): readonly CodeAction[] {
  return [
    ...(wants(request.only, CodeActionKind.QuickFix) ? quickFixes(request) : []),
    ...(wants(request.only, fixAllKind) && request.only ? fixAll(request) : []),
  ];
}

function wants(only: CodeActionContext['only'], kind: string): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(request: ActionRequest): readonly CodeAction[] {
  const { document, findings, range, locale, library, place, commandLinks } = request;
  const asked = spanOf(document, range);
  return findings
    .filter(({ span }) => overlaps(span, asked))
    .flatMap((finding) => {
      const diagnostics = [toDiagnostic(finding, document, { locale, library, addressOf: place.addressOf })];
      const fix = finding.fix();
      const note = commandLinks ? library.note(noteIdOf(finding, library), locale) : undefined;
      const actions: CodeAction[] = [];
      const edit = fix && toWorkspaceEdit(request, fix);
      if (fix && edit) {
        actions.push({
          title: inLine(fix.title[locale], sentenceLimit),
          kind: CodeActionKind.QuickFix,
          diagnostics,
          isPreferred: fix.isPreferred ?? false,
          edit,
        });
      }
      if (note) {
        const title = fill(titles.note[locale], { title: note.title });
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          command: { title, command: openNoteCommand, arguments: [note.id] },
        });
      }
      return actions;
    });
}

function fixAll({ document, findings, locale }: ActionRequest): readonly CodeAction[] {
  const edits = safeEdits(findings);
  return edits.length === 0
    ? []
    : [{ title: titles.fixAll[locale], kind: fixAllKind, edit: { changes: { [document.uri]: toLspEdits(document, edits) } } }];
}

/** A fix as one edit of the workspace; `undefined` when it makes files and the client cannot. */
function toWorkspaceEdit({ document, place, createsFiles }: ActionRequest, { edits, creates = [] }: Fix): WorkspaceEdit | undefined {
  const own = toLspEdits(document, edits);
  if (creates.length === 0) return { changes: { [document.uri]: own } };
  const changes: (CreateFile | TextDocumentEdit)[] = [];
  for (const { path, text } of creates) {
    const uri = place.addressOf(path);
    if (uri === undefined || !createsFiles) return undefined;
    const start = { line: 0, character: 0 };
    changes.push(
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    );
  }
  if (own.length > 0) changes.push({ textDocument: { uri: document.uri, version: document.version }, edits: own });
  return { documentChanges: changes };
}

function toLspEdits(document: TextDocument, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }));
}
