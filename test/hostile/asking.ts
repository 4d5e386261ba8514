import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applySafeFixes } from '../../server/fix-all.ts';
import { renderHover } from '../../server/hover.ts';
import { createIndexes, type MutableIndexes } from '../../server/indexes.ts';
import type { FeatureContext, Language } from '../../server/language.ts';
import { languages } from '../../server/languages.ts';
import { library } from '../../server/library.ts';
import { lint, type Finding } from '../../server/lint.ts';
import { explainDocument } from '../../server/lsp/explain.ts';
import type { Model } from '../../server/rule.ts';
import { settle } from '../../server/settings.ts';
import { applyEdits } from '../../server/text/edit.ts';
import { contains } from '../../server/text/span.ts';
import { createWorkspace } from '../../server/workspace.ts';
import type { Dice } from './damage.ts';
import { checkRange, checkSpan, checkSymbols } from './places.ts';
import type { Source } from './sources.ts';

const newName = 'renamed_one';
const settings = settle([{ preset: 'all' }]);
const fail = (message: string): never => assert.fail(message);

/** A parsed text and what its features may look at. */
export interface Opened {
  readonly language: Language;
  readonly model: Model;
  readonly document: TextDocument;
  readonly text: string;
  readonly context: FeatureContext;
  readonly indexes: MutableIndexes;
}

/** A manifest that lies beside every file. */
const neighbour = (() => {
  const path = 'beside/app.yaml';
  const language = languages.find(({ id }) => id === 'kubernetes') ?? fail('kubernetes');
  const document = TextDocument.create(`file:///${path}`, '', 1, readFileSync('examples/good/k8s/app.yaml', 'utf8'));
  return { path, language, model: language.parse(document) };
})();

/** Parses a text as a file of an indexed workspace. */
export function open(source: Source, dice: Dice, previous?: Model, beside: Readonly<Record<string, string>> = {}): Opened {
  const { text, path } = source;
  const language = languages.find(({ id }) => id === source.language) ?? fail(source.language);
  const document = TextDocument.create(`file:///${path}`, '', 1, text);
  const usual: readonly (readonly [string, string])[] = dice(2) === 0 ? [] : [['.dockerignore', 'node_modules\n.git\n']];
  const files = [...usual, ...Object.entries(beside)];
  const indexes = createIndexes(languages);
  const workspace = createWorkspace(files, dice(2) === 0 ? 'missing' : 'unknown', indexes);
  const locale = dice(2) === 0 ? 'ko' : 'en';
  language.recognises(document);
  const model = language.parse(document, previous);
  // An indexed workspace with the file itself and one beside it.
  indexes.update(path, { language, model });
  indexes.update(neighbour.path, { language: neighbour.language, model: neighbour.model });
  indexes.complete = true;
  return { language, document, text, model, indexes, context: { locale, library, workspace, path } };
}

/** What all rules say. */
export function findingsOf({ language, model, context }: Opened): readonly Finding[] {
  return lint(language, model, settings, context, fail).findings;
}

/** Asks what concerns the whole file. */
export function askAboutFile({ language, model, document, context }: Opened, findings: readonly Finding[]): void {
  for (const { at, target } of language.silencers(model)) [at, target].forEach((span) => checkSpan(document, span));
  for (const { range } of language.links(model)) checkRange(document, range);
  for (const { span, title } of language.lenses?.(model, context) ?? []) {
    checkSpan(document, span);
    assert.notEqual(title, '');
  }
  for (const { startLine, endLine } of language.folding?.(model) ?? [])
    assert.ok(0 <= startLine && startLine < endLine && endLine < document.lineCount, `folding ${startLine}-${endLine}`);
  checkSymbols(document, language.symbols?.(model) ?? []);
  const parts = language.explain?.(model, context) ?? [];
  for (const { span, noteIds } of parts) {
    checkSpan(document, span);
    for (const id of noteIds) assert.ok(library.has(id), id);
  }
  assert.equal(explainDocument(document, parts, findings, context).parts.length, parts.length);
}

/** Asks what concerns a place in the file. */
export function askAt(opened: Opened, findings: readonly Finding[], offset: number): void {
  const { language, model, document, text, context } = opened;
  // For LSP a CR alone ends a line, for what reads these files it does not; editors such as VS Code open no file with them.
  const hasOldLineEnds = /\r(?!\n)/.test(text);
  const feature: FeatureContext = context;
  const hover = language.hover(model, offset, feature);
  if (hover) {
    checkSpan(document, hover.span);
    assert.ok(contains(hover.span, offset), 'the hover is under the cursor');
    renderHover(hover, feature, { commandLinks: true });
  }
  for (const { textEdit, additionalTextEdits = [] } of [
    ...language.complete(model, offset, feature),
    ...language.snippets(model, offset, feature),
  ]) {
    additionalTextEdits.forEach(({ range }) => checkRange(document, range));
    if (!textEdit) continue;
    for (const range of 'range' in textEdit ? [textEdit.range] : [textEdit.insert, textEdit.replace]) {
      checkRange(document, range);
      if (hasOldLineEnds) continue;
      assert.equal(range.start.line, range.end.line, 'a completion is on one line');
      assert.ok(document.offsetAt(range.start) <= offset && offset <= document.offsetAt(range.end), 'a completion is at the cursor');
    }
  }
  const help = language.signature?.(model, offset, feature);
  for (const { label, parameters = [] } of help?.signatures ?? [])
    for (const parameter of parameters)
      assert.ok(typeof parameter.label === 'string' ? label.includes(parameter.label) : parameter.label[1] <= label.length);
  const cost = language.cost?.(model, offset, context);
  if (cost) checkSpan(document, { start: cost.at, end: cost.at });
  askForName(opened, findings, offset);
  assert.equal(document.getText(), text);
}

/** Asks for the name at a place and gives it another one, and its own one back. */
function askForName(opened: Opened, findings: readonly Finding[], offset: number): void {
  const { language, model, context, document, text } = opened;
  const entity = language.named?.(model, offset, context);
  if (!entity) return;
  for (const { span } of [{ span: entity.at }, ...entity.occurrences]) checkSpan(document, span);
  // The cursor may stand before the `${` of a variable.
  assert.ok(contains({ start: entity.at.start - 2, end: entity.at.end }, offset), 'the name is under the cursor');
  const places = entity.occurrences.map(({ span }) => `${span.start}-${span.end}`);
  assert.equal(new Set(places).size, places.length, 'a name stands at each place once');
  if (!entity.refuse || entity.refuse(newName)) return;
  const oldName = text.slice(entity.at.start, entity.at.end);
  const edits = entity.occurrences.map(({ span }) => ({ span, newText: newName }));
  const after = reopen(opened, applyEdits(text, edits));
  checkNoNewErrors(findings, after, `renaming ${oldName}`);
  const before = edits.filter(({ span }) => span.start < entity.at.start);
  const moved = before.reduce((sum, { span }) => sum + newName.length - (span.end - span.start), entity.at.start);
  const again = language.named?.(after.model, moved, context);
  assert.equal(again?.occurrences.length, entity.occurrences.length, `${oldName} stands in other places under another name`);
  opened.indexes.update(context.path, { language, model });
}

/** The file after an edit. The index takes it over, as an editor's does before the next answer. */
export function reopen({ language, context, indexes, model: before }: Opened, text: string): Opened {
  const document = TextDocument.create(before.document.uri, '', 2, text);
  const model = language.parse(document);
  indexes.update(context.path, { language, model });
  return { language, context, indexes, document, text, model };
}

function errorsIn(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule.id}: ${message('en')}`);
}

/** What could be built before can be built after. */
function checkNoNewErrors(before: readonly Finding[], after: Opened, what: string): void {
  if (errorsIn(before).length > 0) return;
  const found = errorsIn(findingsOf(after));
  assert.equal(found.length, 0, `${what} makes errors: ${found.join('; ')}\n${after.text}`);
}

/** Applies every fix alone, and then all that are safe. */
export function applyFixes(opened: Opened, findings: readonly Finding[]): void {
  const { document, text } = opened;
  for (const { rule, span, fix, message } of findings) {
    checkSpan(document, span);
    assert.ok(message('ko') !== '' && message('en') !== '');
    const remedy = fix();
    if (!remedy) continue;
    remedy.edits.forEach((edit) => checkSpan(document, edit.span));
    const after = reopen(opened, applyEdits(text, remedy.edits));
    checkNoNewErrors(findings, after, `the fix of ${rule.id}`);
  }
  const findingsIn = (of: string): readonly Finding[] => findingsOf(reopen(opened, of));
  const fixed = applySafeFixes(text, findingsIn);
  assert.equal(applySafeFixes(fixed, findingsIn), fixed, 'fixes come to rest');
  checkNoNewErrors(findings, reopen(opened, fixed), 'fixing everything');
}

/** Findings as texts, to compare them. */
export function shownOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, span, message }) => `${rule.id} ${span.start}-${span.end} ${message('en')}`);
}

/** A place where a cursor can stand: never inside of a line's end. */
export function cursorIn(document: TextDocument, dice: Dice): number {
  return document.offsetAt(document.positionAt(dice(document.getText().length + 1)));
}
