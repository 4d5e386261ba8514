import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { lintWorkspace } from '../../server/api.ts';
import { library } from '../../server/library.ts';
import { inLanguage, type SnippetData } from '../../server/snippets/snippet.ts';
import { allSnippets, expand } from './expand.ts';

const locales = ['ko', 'en'] as const;

/** What belongs beside a file that reads passwords from outside, and beside any Dockerfile. */
const beside = [
  { path: '.env', text: 'MYSQL_PASSWORD=\n' },
  { path: '.gitignore', text: '.env\nsecrets/\n' },
];

/** What the recommended rules say of a snippet as a file with what belongs beside it. */
function findingsIn(snippet: SnippetData, text: string, locale: 'ko' | 'en'): readonly string[] {
  const companions = Object.entries(snippet.companions).map(([path, lines]) => ({ path, text: `${inLanguage(lines, locale)}\n` }));
  const ignored = companions.some(({ path }) => path === '.dockerignore') ? [] : [{ path: '.dockerignore', text: '.git\n.env\n' }];
  const stages = { path: 'Dockerfile', text: 'FROM node:24 AS build\nUSER 1000\nCMD ["app"]\n' };
  const others = snippet.language === 'dockerfile' ? [] : [stages];
  const path = snippet.id === 'snippets/kustomization' ? 'kustomization.yaml' : snippet.path;
  const { files } = lintWorkspace([{ path, text }, ...companions, ...ignored, ...beside, ...others], {}, (message) => assert.fail(message));
  const file = files.find((each) => each.path === path);
  assert.ok(file, `${path} is recognised: ${text}`);
  return file.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('snippets', () => {
  const snippets = allSnippets();

  it('are at least sixty, each with its note and an official page', () => {
    assert.ok(snippets.length >= 60, String(snippets.length));
    for (const { id, note } of snippets) {
      assert.ok(library.has(id) && library.has(note), `${id}: ${note}`);
      assert.match(library.note(id, 'en')?.docs ?? '', /^https:/, id);
    }
  });

  for (const snippet of snippets) {
    for (const locale of locales) {
      it(`${snippet.id} (${locale}): expands, parses, is valid, and nothing is found in it`, () => {
        const text = expand(snippet, locale);
        assert.doesNotMatch(text, /\$\{\d+[:|}]|\\\$/, 'nothing of the syntax of snippets is left');
        if (locale === 'en') assert.doesNotMatch(text, /[가-힣]/);
        if (/yaml|dockercompose/.test(snippet.languageId))
          for (const document of parseAllDocuments(text)) assert.deepEqual((document as { errors: unknown[] }).errors, [], text);
        if (snippet.language === 'pipeline') return;
        assert.deepEqual(findingsIn(snippet, text, locale), [], text);
      });
    }

    it(`${snippet.id}: has one text for each place to fill in, and says the same in both languages`, () => {
      const body = inLanguage(snippet.body, 'en');
      const defaults = [...body.matchAll(/\$\{(\d+)([:|])/g)].map(([, number]) => number);
      assert.deepEqual(defaults, [...new Set(defaults)], 'a default stands once; elsewhere it is mirrored');
      const mirrors = [...body.matchAll(/(?<!\\)\$(\d+)/g)].map(([, number]) => number);
      for (const number of mirrors) assert.ok(defaults.includes(number), `$${number} mirrors nothing`);
      assert.equal(inLanguage(snippet.body, 'ko').split('\n').length, body.split('\n').length);
      assert.match(snippet.description.ko, /[가-힣]/);
      assert.doesNotMatch(snippet.description.en + snippet.title.en, /[가-힣]/);
    });
  }
});
