import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseInventory, placesOf, type Never } from '../../content/compiler/inventory.ts';
import { isCovered, isSettled } from '../../docs/coverage.mts';
import { allRules } from '../../server/languages.ts';
import { library } from '../../server/library.ts';

const inventory = parseInventory({ path: 'inventory.yaml', text: readFileSync('content/inventory.yaml', 'utf8') }, (problem) =>
  assert.fail(problem),
);
const { rows, corrections } = inventory;
const places = placesOf(library);
const unknown = (ids: readonly string[] = []): readonly string[] => ids.filter((id) => !places.has(id));

describe('the inventory of the study notes', () => {
  it('has a place in the library for every row', () => {
    assert.ok(rows.length >= 280, String(rows.length));
    assert.deepEqual(
      rows.flatMap(({ id, at }) => unknown(at).map((place) => `${id}: there is no ${place}`)),
      [],
    );
    assert.ok(rows.every((row) => isCovered(row, places)));
  });

  it('names each row and each mistake once', () => {
    for (const list of [rows, corrections]) {
      const ids = list.map(({ id }) => id);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) < index),
        [],
      );
    }
  });

  it('names the eighteen items of the checklists, each of them that there is', () => {
    const items = library.checklists().flatMap(({ id, items }) => items.map((item) => `${id}#${item.id}`));
    const named = rows.filter(({ id }) => id.startsWith('checklists/')).flatMap(({ at }) => at);
    assert.equal(named.length, 18);
    assert.deepEqual([...named].sort(), items.sort());
  });

  it('names every instruction that the study notes list', () => {
    const listed = rows.filter(({ id }) => /^instructions\/[A-Z]+$/.test(id)).flatMap(({ at }) => at);
    assert.equal(listed.length, 15);
  });

  it('does not count a row without a place, or with one that does not exist', () => {
    const [row] = rows;
    assert.ok(row);
    assert.ok(!isCovered({ ...row, at: [] }, places));
    assert.ok(!isCovered({ ...row, at: [...row.at, 'concepts/gone'] }, places));
  });
});

describe('the sixty mistakes of the study notes', () => {
  it('are each taught right, reported by a rule, or left out for a reason', () => {
    assert.equal(corrections.length, 60);
    for (const correction of corrections) {
      assert.deepEqual(unknown(correction.at), [], correction.id);
      assert.deepEqual(
        (correction.rules ?? []).filter((id) => !allRules.has(id)),
        [],
        correction.id,
      );
      assert.ok(isSettled(correction, places), correction.id);
    }
  });

  const lines = contentLines();
  it('are looked for in all of the content', () => assert.ok(lines.text.length > 3000 && lines.code.length > 1500));

  for (const { id, never = [] } of corrections) {
    for (const [index, each] of never.entries()) {
      it(`${id}: is not said again (${index + 1})`, () => {
        assert.ok(isFoundIn(each, each.example), `the pattern finds its example: ${each.example}`);
        const searched = each.in === 'all' ? [...lines.text, ...lines.code] : lines[each.in];
        assert.deepEqual(
          searched.filter(({ line }) => isFoundIn(each, line)).map(({ where, line }) => `${where}: ${line}`),
          [],
        );
      });
    }
  }
});

/** Whether a line makes the mistake; one that speaks of it does not. */
function isFoundIn({ pattern, unless }: Never, line: string): boolean {
  return new RegExp(pattern, 'i').test(line) && !(unless !== undefined && new RegExp(unless, 'i').test(line));
}

interface Line {
  readonly where: string;
  readonly line: string;
}

/** All lines of notes (snippets, questions and the like are notes too), cheat sheets and pictures in both languages, sentences apart from code. */
function contentLines(): { readonly text: readonly Line[]; readonly code: readonly Line[] } {
  const text: Line[] = [];
  const code: Line[] = [];
  for (const id of library.ids()) {
    for (const locale of ['ko', 'en'] as const) {
      const note = library.note(id, locale);
      if (!note) continue;
      const where = `${id} (${locale})`;
      text.push({ where, line: note.title });
      let inCode = false;
      for (const line of note.body.split('\n')) {
        if (line.trimStart().startsWith('```')) inCode = !inCode;
        else (inCode ? code : text).push({ where, line });
      }
    }
  }
  for (const { id, entries } of library.sheets()) {
    for (const { command, text: told, options = [], danger } of entries) {
      code.push({ where: id, line: command });
      const texts = [told, danger, ...options].flatMap((each) => (each ? [each.ko, each.en] : []));
      text.push(...[...texts, ...options.map(({ flag }) => flag)].map((line) => ({ where: `${id}: ${command}`, line })));
    }
  }
  for (const file of readdirSync('content/diagrams')) {
    const lines = readFileSync(`content/diagrams/${file}`, 'utf8').split('\n');
    text.push(...lines.filter((line) => !/^(keywords|source):/.test(line)).map((line) => ({ where: file, line })));
  }
  return { text, code };
}
