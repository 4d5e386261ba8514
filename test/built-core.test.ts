import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Core from '../server/core.ts';
import { allRules } from '../server/languages.ts';
import { lintWorkspace } from '../server/lint-workspace.ts';
import { dist } from './cli/support.ts';
import { readMarks } from './marks.ts';

const names = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'manifest.yaml' } as const;

describe('the built core', () => {
  const asked = new Set<string>();
  const core = createRequire(join(dist, 'x.cjs'))('./core.cjs') as typeof Core;
  before(() =>
    core.provideData((name) => {
      asked.add(name);
      return readFileSync(join(dist, 'data', core.dataFiles[name]));
    }),
  );

  it('says in every rule what its file says', () => {
    const said = (rules: typeof allRules): unknown =>
      JSON.parse(JSON.stringify([...rules.values()].map(({ id, message, why, variants }) => ({ id, message, why, variants }))));
    assert.deepEqual(said(core.allRules), said(allRules));
  });

  it('finds in examples what the sources find, in the same words, without unpacking later texts', () => {
    const language = 'ko'; // English has the same numbers
    asked.clear();
    const files = [...allRules.values()].flatMap(({ id, examples }) =>
      examples.bad.flatMap(({ text, files: others = {} }, index) => {
        const name = names[id.split('/', 1)[0] as keyof typeof names];
        return Object.entries({ ...others, [name]: readMarks(text).text }).map(([path, content]) => ({
          path: `${id}/${String(index)}/${path}`,
          text: content,
        }));
      }),
    );
    const expected = lintWorkspace(files, { language, preset: 'all' });
    const ids = new Set(expected.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    assert.ok(ids.size > allRules.size / 2, `${ids.size} rules of ${allRules.size} find something`);
    assert.deepEqual(core.lintWorkspace(files, { language, preset: 'all' }), expected);
    assert.ok(!asked.has('texts'), 'texts that no finding needs are still packed');
  });
});
