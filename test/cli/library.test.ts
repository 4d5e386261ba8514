import assert from 'node:assert/strict';
import { explain } from '../../server/explain/explain.ts';
import { schema } from '../../server/kubernetes/schema.ts';
import { allRules } from '../../server/languages.ts';
import { library } from '../../server/library.ts';
import { mulgil } from './support.ts';

/** Names that are spelt just so in files and rules come first: `exec-form` is the rule, `Pod` the kind. */
const taken = new Set([
  ...[...allRules.keys()].map((id) => id.slice(id.indexOf('/') + 1)),
  ...library.ids().flatMap((id) => /^(?:dockerfile|compose|kubernetes)\/(?:[^#]*#)?(.*)$/.exec(id)?.[1] ?? []),
]);

const kinds = ['troubleshooting', 'questions', 'comparisons', 'glossary', 'checklists', 'diagrams', 'concepts'];

/** Every topic that a name leads to. */
function ledTo(name: string): readonly string[] {
  const found = explain(name, { library, schema, rules: allRules, locale: 'en' });
  return found.kind === 'note' ? [found.id, ...found.also] : found.kind === 'choices' ? found.topics : [];
}

describe('the library in a terminal', () => {
  for (const kind of kinds) {
    it(`leads to all of ${kind} by id, by the end of the id, and by the titles in both languages`, () => {
      const ids = library.ids().filter((id) => id.startsWith(`${kind}/`) && !id.includes('#'));
      assert.notEqual(ids.length, 0);
      for (const id of ids) {
        const titles = (['en', 'ko'] as const).map((locale) => library.note(id, locale)?.title ?? '');
        const names = [id, id.slice(kind.length + 1), ...titles].filter((name) => !taken.has(name));
        for (const name of names) assert.ok(ledTo(name).includes(id), `${name} leads to ${id}`);
      }
    });
  }

  it('tells of what a word stands in, where it names nothing', async () => {
    const { code, out } = await mulgil(['explain', '137']);
    assert.equal(code, 0);
    assert.match(out, /mulgil explain 'troubleshooting\/exit-code-137'/);
  });

  it('takes several words for one name before it takes the last for a name', async () => {
    assert.match((await mulgil(['explain', 'rolling', 'update'])).out, /mulgil explain 'glossary\/rolling-update'/);
  });

  it('gives the nearest names of states too', async () => {
    const { code, err } = await mulgil(['explain', 'CrashLopBackOff']);
    assert.equal(code, 1);
    assert.match(err, /Similar names: .*CrashLoopBackOff/);
  });

  it('finds the same entries by command', async () => {
    assert.match((await mulgil(['cheatsheet', 'oomkilled'])).out, /mulgil explain 'troubleshooting\/OOMKilled'/);
  });
});
