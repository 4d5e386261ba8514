import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { renderNote } from '../../client/views/note/render.ts';
import { renderHover } from '../../server/hover.ts';
import { createIndexes } from '../../server/indexes.ts';
import type { DrawContext } from '../../server/language.ts';
import { languages } from '../../server/languages.ts';
import { library } from '../../server/library.ts';
import { lint } from '../../server/lint.ts';
import { codeActions } from '../../server/lsp/code-actions.ts';
import { toDiagnostic } from '../../server/lsp/diagnostics.ts';
import { explainDocument } from '../../server/lsp/explain.ts';
import { toCacheAt, toCodeLens } from '../../server/lsp/lenses.ts';
import { readable } from '../../server/lsp/plain-items.ts';
import { settle } from '../../server/settings.ts';
import { rangeOf } from '../../server/text/span.ts';
import { createWorkspace } from '../../server/workspace.ts';
import { hostileFiles, type HostileFile } from './hostile-files.ts';
import { lineBreaks, payloads } from './payloads.ts';
import { checkMarkdown, checkPlain } from './shown.ts';

const settings = settle([{ preset: 'all' }]);
const fail = (message: string): never => assert.fail(message);

/** Asks everything of a file that ends up before somebody’s eyes. */
function look(file: HostileFile): void {
  const { path, text, places } = file;
  const language = languages.find(({ id }) => id === file.language) ?? fail(file.language);
  const document = TextDocument.create(`file:///w/${path}`, '', 1, text);
  const model = language.parse(document);
  const indexes = createIndexes(languages);
  indexes.update(path, { language, model });
  indexes.complete = true;
  const workspace = createWorkspace([], 'missing', indexes);
  for (const locale of ['ko', 'en'] as const) {
    const context: DrawContext = { locale, library, workspace, path, addressOf: (other) => `file:///w/${other}` };
    const { findings } = lint(language, model, settings, context, fail);
    for (const finding of findings) {
      const { rule } = finding;
      const { message, relatedInformation = [] } = toDiagnostic(finding, document, context);
      checkPlain((message as string).replaceAll('\n', ' '), `the message of ${rule.id}`);
      for (const other of relatedInformation) checkPlain(other.message, `what ${rule.id} points to`);
      for (const made of finding.fix()?.creates ?? [])
        assert.doesNotMatch(made.path, /^\/|(?:^|\/)\.\.(?:\/|$)/, `${rule.id} makes ${made.path}`);
    }
    const range = rangeOf(document, { start: 0, end: text.length });
    const asked = { document, findings, range, only: undefined, locale, library, place: context, createsFiles: true, commandLinks: true };
    for (const { title } of codeActions(asked)) checkPlain(title, 'a quick fix');
    for (const lens of language.lenses?.(model, context) ?? []) {
      const title = toCodeLens(lens, document).command?.title ?? '';
      checkPlain(title, 'a lens');
      assert.doesNotMatch(title, /\$\([a-z-]+(?:~[a-z]+)?\)/, 'a lens shows icons');
    }
    for (const offset of places) {
      const content = language.hover(model, offset, context);
      const hover = content && renderHover(content, context, { commandLinks: true });
      checkMarkdown(hover?.value ?? '', 'a hover');
      for (const part of [...(content?.lead ?? []), ...(content?.facts ?? []), content?.official ?? '']) checkPage(part);
      for (const { label, documentation = '', detail = '' } of readable(language.complete(model, offset, context))) {
        checkPlain(label, 'the name of a completion');
        checkPlain(detail, 'the detail of a completion');
        if (typeof documentation === 'string') checkPlain(documentation.replaceAll('\n', ' '), 'the documentation of a completion');
        else checkMarkdown(documentation.value, 'the documentation of a completion');
      }
      const help = language.signature?.(model, offset, context);
      for (const { documentation } of help?.signatures ?? [])
        if (typeof documentation === 'object') checkMarkdown(documentation.value, 'a signature');
      const cost = language.cost?.(model, offset, context);
      const shown = cost && toCacheAt(cost, document);
      checkPlain(shown?.text ?? '', 'a cost');
      checkMarkdown(shown?.hoverMarkdown ?? '', 'a cost');
    }
    const parts = language.explain?.(model, context);
    for (const { facts, body } of parts ? explainDocument(document, parts, findings, context).parts : []) {
      for (const fact of facts) checkPage(fact);
      checkPage(body);
    }
    for (const { label, caption } of language.draw?.(model, context).nodes ?? []) {
      checkPlain(label, 'a box');
      checkPlain(caption ?? '', 'a box');
    }
  }
}

/** What a page shows went through our renderer. */
function checkPage(text: string): void {
  checkMarkdown(text, 'a fact');
  assert.doesNotMatch(
    renderNote(text),
    /<(?!\/?(?:p|strong|em|code|pre|a|ul|ol|li|br|hr|h[1-6]|table|thead|tbody|tr|t[hd]|blockquote|s)\b)/,
  );
}

describe('a stranger’s text in a file', function () {
  this.timeout(120_000);
  Object.entries(payloads).forEach(([what, payload], at) => {
    it(`is shown as text wherever it is shown: ${what}`, () => hostileFiles(payload, at + 1, 12).forEach(look));
  });
  it('is shown as text wherever it is shown: line breaks', () =>
    hostileFiles(lineBreaks, 99, 20)
      .filter(({ language }) => language !== 'dockerfile')
      .forEach(look));
  it('would be noticed if it were not', () => {
    for (const what of ['an image with a handler', 'a script', 'a command link', 'a Markdown link', 'a Markdown image', 'terminal escapes'])
      assert.throws(() => checkMarkdown(`a ${payloads[what] ?? ''} b`, 'a hover'));
    assert.throws(() => checkPlain(payloads['text that runs backwards'] ?? '', ''));
    assert.throws(() => checkPlain(payloads['very long text'] ?? '', ''));
  });
});
