import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applySafeFixes } from '../../server/fix-all.ts';
import { renderHover } from '../../server/hover.ts';
import { createIndexes, type MutableIndexes } from '../../server/indexes.ts';
import type { FeatureContext, Language, LanguageId } from '../../server/language.ts';
import { languages } from '../../server/languages.ts';
import { library } from '../../server/library.ts';
import { lint, type Finding } from '../../server/lint.ts';
import { explainDocument } from '../../server/lsp/explain.ts';
import type { Model } from '../../server/rule.ts';
import { settle } from '../../server/settings.ts';
import { applyEdits } from '../../server/text/edit.ts';
import { contains } from '../../server/text/span.ts';
import { createWorkspace } from '../../server/workspace.ts';
import { expand, type Snippet } from '../snippets/expand.ts';
import { createDice, damage, type Dice } from './damage.ts';
import { checkRange, checkSpan, checkSymbols } from './places.ts';

/** How many texts are tried, unless the time is over before. */
const rounds = 1500;
const timeLimit = 8000; // in milliseconds
const cursorsInText = 6;
const newName = 'renamed_one';

interface Source {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
}

const fileNames = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'manifest.yaml' } as const;
const settings = settle([{ preset: 'all' }]);
const fail = (message: string): never => assert.fail(message);

/** Dockerfiles of well-known stacks, the examples, and what the snippets insert. */
const sources: readonly Source[] = [...filesIn('test/server/dockerfile/stacks'), ...filesIn('examples'), ...snippets()];
const texts = sources.map(({ text }) => text);

function filesIn(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /dockerfile$|\.yaml$/i.test(name))
    .map(({ parentPath, name }): Source => {
      const language = /dockerfile$/i.test(name) ? 'dockerfile' : name.startsWith('compose') ? 'compose' : 'kubernetes';
      return { path: fileNames[language], language, text: readFileSync(join(parentPath, name), 'utf8') };
    });
}

function snippets(): readonly Source[] {
  return languages.flatMap(({ id }) =>
    Object.values(JSON.parse(readFileSync(`snippets/${id}.json`, 'utf8')) as Record<string, Snippet>).map((snippet): Source => ({
      path: fileNames[id],
      language: id,
      text: expand(snippet),
    })),
  );
}

/** A parsed text and what its features may look at. */
interface Opened {
  readonly language: Language;
  readonly model: Model;
  readonly document: TextDocument;
  readonly text: string;
  readonly context: FeatureContext;
  readonly indexes: MutableIndexes;
}

/** A manifest that lies beside every file. */
const beside = (() => {
  const path = 'beside/app.yaml';
  const language = languages.find(({ id }) => id === 'kubernetes') ?? fail('kubernetes');
  const document = TextDocument.create(`file:///${path}`, '', 1, readFileSync('examples/good/k8s/app.yaml', 'utf8'));
  return { path, language, model: language.parse(document) };
})();

function open(source: Source, dice: Dice, previous?: Model): Opened {
  const { text, path } = source;
  const language = languages.find(({ id }) => id === source.language) ?? fail(source.language);
  const document = TextDocument.create(`file:///${path}`, '', 1, text);
  const files: readonly (readonly [string, string])[] = dice(2) === 0 ? [] : [['.dockerignore', 'node_modules\n.git\n']];
  const indexes = createIndexes(languages);
  const workspace = createWorkspace(files, dice(2) === 0 ? 'missing' : 'unknown', indexes);
  const locale = dice(2) === 0 ? 'ko' : 'en';
  language.recognises(document);
  const model = language.parse(document, previous);
  // An indexed workspace with the file itself and one beside it.
  indexes.update(path, { language, model });
  indexes.update(beside.path, { language: beside.language, model: beside.model });
  indexes.complete = true;
  return { language, document, text, model, indexes, context: { locale, library, workspace, path } };
}

function findingsOf({ language, model, context }: Opened): readonly Finding[] {
  return lint(language, model, settings, context, fail).findings;
}

/** Asks what concerns the whole file. */
function askAboutFile({ language, model, document, context }: Opened, findings: readonly Finding[]): void {
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
function askAt(opened: Opened, findings: readonly Finding[], offset: number): void {
  const { language, model, document, text, context } = opened;
  const feature: FeatureContext = context;
  const hover = language.hover(model, offset, feature);
  if (hover) {
    checkSpan(document, hover.span);
    assert.ok(contains(hover.span, offset), 'the hover is under the cursor');
    renderHover(hover, feature, { commandLinks: true });
  }
  for (const { textEdit, additionalTextEdits = [] } of language.complete(model, offset, feature)) {
    additionalTextEdits.forEach(({ range }) => checkRange(document, range));
    if (!textEdit) continue;
    for (const range of 'range' in textEdit ? [textEdit.range] : [textEdit.insert, textEdit.replace]) {
      checkRange(document, range);
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
function reopen({ language, context, indexes, model: before }: Opened, text: string): Opened {
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
function applyFixes(opened: Opened, findings: readonly Finding[]): void {
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

function shownOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, span, message }) => `${rule.id} ${span.start}-${span.end} ${message('en')}`);
}

/** A place where a cursor can stand: never inside of a line's end. */
function cursorIn(document: TextDocument, dice: Dice): number {
  return document.offsetAt(document.positionAt(dice(document.getText().length + 1)));
}

/** A text that someone is typing, pasting into, or deleting from. */
function disturb(text: string, dice: Dice): string {
  if (dice(3) === 0) return text.slice(0, dice(text.length + 1));
  let disturbed = text;
  for (let hits = dice(4); hits >= 0; hits--) disturbed = damage(disturbed, texts, dice);
  return disturbed;
}

describe('features on disturbed files', () => {
  it('answer without a failure, inside the file, and with edits that hold', function () {
    this.timeout(60_000);
    const end = performance.now() + timeLimit;
    const dice = createDice(20_261_120);
    const models = new Map<Source, Model>();
    for (let round = 0; round < rounds && performance.now() < end; round++) {
      // First every file as it is.
      const source = sources[round] ?? sources[dice(sources.length)] ?? fail('no files');
      const text = round < sources.length ? source.text : disturb(source.text, dice);
      try {
        const opened = open({ ...source, text }, dice, models.get(source));
        const findings = findingsOf(opened);
        assert.deepEqual(shownOf(findings), shownOf(findingsOf(reopen(opened, text))), 'an earlier version makes no difference');
        models.set(source, opened.model);
        askAboutFile(opened, findings);
        for (let cursor = 0; cursor < cursorsInText; cursor++) askAt(opened, findings, cursorIn(opened.document, dice));
        applyFixes(opened, findings);
      } catch (error) {
        throw new Error(`round ${round}, ${source.path}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});
