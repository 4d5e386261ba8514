import assert from 'node:assert/strict';
import { openKeeping, type Store } from '../../client/views/library/keeping.ts';

function store(values: Record<string, unknown> = {}): {
  readonly store: Store;
  readonly values: Record<string, unknown>;
  synced(): readonly string[];
} {
  let synced: readonly string[] = [];
  return {
    values,
    synced: () => synced,
    store: {
      keys: () => Object.keys(values),
      get: (key: string) => values[key] as never,
      update: (key, value) => Promise.resolve(void (values[key] = value)),
      setKeysForSync: (keys) => void (synced = keys),
    },
  };
}

describe('what is kept of the library', () => {
  it('holds favourites, the newest first, until they are taken back', async () => {
    const keeping = openKeeping(store().store);
    await keeping.favour('a', true);
    await keeping.favour('b', true);
    await keeping.favour('a', true);
    assert.deepEqual(keeping.favourites(), ['a', 'b']);
    await keeping.favour('b', false);
    await keeping.favour('nothing', false);
    assert.deepEqual(keeping.favourites(), ['a']);
  });
  it('holds the last few entries that were used', async () => {
    const keeping = openKeeping(store().store);
    for (let entry = 0; entry < 20; entry++) await keeping.used(String(entry));
    await keeping.used('15');
    assert.deepEqual(keeping.recent(), ['15', '19', '18', '17', '16', '14', '13', '12']);
  });
  it('is there again in the next session, and what is ticked off goes along to other machines', async () => {
    const first = store();
    const keeping = openKeeping(first.store);
    await keeping.tick('checklists/beginner#run', true);
    await keeping.favour('a', true);
    await keeping.used('a');
    const next = store(first.values);
    const again = openKeeping(next.store);
    assert.deepEqual([again.done(), again.favourites(), again.recent()], [['checklists/beginner#run'], ['a'], ['a']]);
    const key = (value: string): string | undefined =>
      Object.keys(first.values).find((name) => (first.values[name] as string[])[0] === value && !name.includes('recent'));
    assert.deepEqual(new Set(next.synced()), new Set([key('a'), key('checklists/beginner#run')]));
  });
  it('takes whatever another version left for nothing', () => {
    for (const odd of ['x', 1, null, { a: 1 }, [1, 'a', null]]) {
      const keeping = openKeeping(store({ 'mulgil.library.favourites': odd }).store);
      assert.deepEqual(keeping.favourites(), Array.isArray(odd) ? ['a'] : []);
    }
  });
});
