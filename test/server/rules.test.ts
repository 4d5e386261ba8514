import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compileGlob } from '../../server/text/glob.ts';
import { createIndexes } from '../../server/indexes.ts';
import type { Language } from '../../server/language.ts';
import { languages } from '../../server/languages.ts';
import { lint, type Finding } from '../../server/lint.ts';
import type { Rule, RuleOptions } from '../../server/rule.ts';
import { settle } from '../../server/settings.ts';
import { applyEdits } from '../../server/text/edit.ts';
import { createWorkspace } from '../../server/workspace.ts';
import { library } from '../../server/library.ts';
import { readMarks } from '../marks.ts';

const fileNames = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'manifest.yaml' } as const;
const failOnLog = (message: string): never => assert.fail(message);

/** What an example says besides its text. */
interface Surroundings {
  readonly options?: RuleOptions;
  readonly files?: Readonly<Record<string, string>>;
}

/** The findings of one rule alone, whatever the presets say. */
function findingsOf(language: Language, rule: Rule, text: string, { options = {}, files = {} }: Surroundings = {}): readonly Finding[] {
  const document = TextDocument.create(`file:///${fileNames[language.id]}`, '', 1, text);
  assert.ok(language.recognises(document), `the example is recognised as ${language.id}`);
  const settings = settle([{ rules: { [rule.id]: [rule.severity, options] } }]);
  const path = fileNames[language.id];
  const held = createWorkspace(Object.entries(files), 'missing');
  // An editor reads beside a document only what its language names, and notices changes only of what it watches.
  const read = (other: string): string | null | undefined => {
    assert.ok(language.related?.(path, text).includes(other), `${other} is among the related files`);
    assert.ok(isWatched(language, other), `${other} is watched`);
    return held.read(other);
  };
  // Other files are looked at by the index whatever they are called, as an editor looks at all manifests of a folder.
  const indexes = createIndexes([language]);
  for (const [name, other] of Object.entries({ ...files, [path]: text })) {
    const file = TextDocument.create(`file:///${name}`, '', 1, other);
    if (indexes.wants(name) && language.recognises(file)) indexes.update(name, { language, model: language.parse(file) });
  }
  indexes.complete = true;
  const place = { workspace: { read, indexes }, path };
  return lint({ ...language, rules: [rule] }, language.parse(document), settings, place, failOnLog).findings;
}

for (const language of languages) {
  for (const rule of language.rules) {
    describe(rule.id, () => {
      it('is whole: note, texts, examples', () => {
        assert.match(rule.id, new RegExp(`^${language.id}/[a-z0-9]+(-[a-z0-9]+)*$`));
        assert.ok(library.has(rule.note), `its note ${rule.note} exists`);
        assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0, 'it has bad and good examples');
        for (const text of [rule.message, rule.why, ...Object.values(rule.variants ?? {})]) {
          assert.match(text.ko, /[가-힣].*(?:다|오|요|까|죠)[.?!]$/s, `Korean sentence: ${text.ko}`);
          assert.match(text.en, /[.?!]$/, `English sentence: ${text.en}`);
          assert.deepEqual(placeholders(text.ko), placeholders(text.en), 'both languages use the same placeholders');
        }
      });
      rule.examples.bad.forEach((example, index) => {
        const { text: marked, fixed } = example;
        it(`finds bad example ${index + 1}`, () => {
          const { text, spans } = readMarks(marked);
          assert.equal(spans.length, 1, 'exactly one «mark»');
          const findings = findingsOf(language, rule, text, example);
          assert.deepEqual(
            findings.map(({ span }) => text.slice(span.start, span.end)),
            spans.map(({ start, end }) => text.slice(start, end)),
          );
          assert.deepEqual(
            findings.map(({ span }) => span),
            spans,
          );
          const [finding] = findings;
          for (const locale of ['ko', 'en'] as const)
            assert.doesNotMatch(finding?.message(locale) ?? '', /\{\w+\}/, 'every placeholder is filled');
          const fix = finding?.fix();
          assert.equal(fix !== undefined, fixed !== undefined, fixed === undefined ? 'no fix was expected' : 'a fix was expected');
          if (!fix || fixed === undefined) return;
          assert.equal(applyEdits(text, fix.edits), fixed);
          assert.deepEqual(fix.creates ?? [], example.creates ?? [], 'the files that the fix makes');
          const made = Object.fromEntries((fix.creates ?? []).map((file) => [file.path, file.text]));
          assert.deepEqual(
            findingsOf(language, rule, fixed, { ...example, files: { ...example.files, ...made } }).map(({ span }) =>
              fixed.slice(span.start, span.end),
            ),
            [],
            'nothing is left to find after the fix',
          );
        });
      });
      rule.examples.good.forEach((example, index) => {
        it(`is silent on good example ${index + 1}`, () => {
          const { text, ...surroundings } = typeof example === 'string' ? { text: example } : example;
          assert.deepEqual(
            findingsOf(language, rule, text, surroundings).map(({ span }) => text.slice(span.start, span.end)),
            [],
          );
        });
      });
    });
  }
}

function isWatched({ watches = [], indexes = [] }: Language, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...watches, ...indexes].some((glob) => compileGlob(glob)(name));
}

function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}
