import assert from 'node:assert/strict';
import { createIndexes } from '../../../server/indexes.ts';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import { createIndexer, type IndexedFolder, type Progress } from '../../../server/lsp/indexer.ts';
import { createService } from '../../../server/service.ts';
import type { Cluster } from '../../../server/kubernetes/wires/cluster.ts';

const count = 300;

/** Indexes a folder of ConfigMaps, of which each has a file. */
async function run({ cancelAt = Infinity, close = false }: { readonly cancelAt?: number; readonly close?: boolean }) {
  const indexes = createIndexes(languages);
  const base = 'file:///shop/';
  const folder: IndexedFolder = {
    uri: base,
    indexes,
    pathOf: (uri) => uri.slice(base.length),
    addressOf: (path) => base + path,
    ignores: (path) => path === 'config-0.yaml',
  };
  const told: string[] = [];
  let reads = 0;
  const progress: Progress = {
    report: () => undefined,
    get cancelled() {
      return reads >= cancelAt;
    },
    done: () => void told.push('done'),
  };
  const indexer = createIndexer({
    service: createService({ languages, library, log: (message) => assert.fail(message) }),
    log: (message) => assert.fail(message),
    findFiles: () => Promise.resolve(Array.from({ length: count }, (_, number) => `${base}config-${number}.yaml`)),
    readFile: (uri) => {
      reads++;
      if (close && reads === 100) indexer.forget(base);
      return Promise.resolve(`apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${uri.slice(base.length, -5)}\n`);
    },
    openDocument: () => undefined,
    progress: () => Promise.resolve(progress),
    turn: () => Promise.resolve(),
  });
  await indexer.index(folder);
  return { indexes, told, found: (indexes.get('kubernetes') as Cluster).everything().length };
}

describe('the indexer', () => {
  it('takes in every file that the settings do not leave out, and then all is known', async () => {
    const { indexes, told, found } = await run({});
    assert.equal(found, count - 1);
    assert.ok(indexes.complete);
    assert.deepEqual(told, ['done']);
  });

  it('stops when the user calls it off, and then not all is known', async () => {
    const { indexes, told, found } = await run({ cancelAt: 100 });
    assert.ok(found > 0 && found < count - 1, String(found));
    assert.ok(!indexes.complete);
    assert.deepEqual(told, ['done']);
  });

  it('stops when the folder is closed', async () => {
    const { indexes, found } = await run({ close: true });
    assert.ok(found < count - 1, String(found));
    assert.ok(!indexes.complete);
  });
});
