import assert from 'node:assert/strict';
import type { LibraryEntry, SearchAnswer, Sections } from '../../server/protocol.ts';
import { startClient, type TestClient } from './client.ts';

describe('the library over LSP', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await startClient({ locale: 'ko' });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    assert.deepEqual(client.log, [], 'the server logged nothing');
  });
  const ask = <R>(method: string, parameters?: object): Promise<R> => client.connection.sendRequest<R>(method, parameters ?? {});

  it('tells its sections, and lists each of them', async () => {
    const { locale, sections } = await ask<Sections>('mulgil/sections');
    assert.equal(locale, 'ko');
    assert.ok(sections.some(({ kind, title }) => kind === 'command' && /[가-힣]/.test(title ?? '')));
    for (const { kind, group, count } of sections) {
      const { entries } = await ask<SearchAnswer>('mulgil/search', { query: '', kinds: [kind], group, limit: 500 });
      assert.equal(entries.length, count, `${kind} ${group}`);
    }
  });

  it('answers a search with what a list shows, and no more than was asked for', async () => {
    const answer = await ask<SearchAnswer>('mulgil/search', { query: 'docker run ㅋㅌㅇㄴ', kinds: ['command'], limit: 3 });
    assert.equal(answer.entries.length, 3);
    assert.ok(answer.total > 3);
    for (const { kind, command, text } of answer.entries) {
      assert.equal(kind, 'command');
      assert.match(command ?? '', /^docker/);
      assert.match(text, /[가-힣]/);
    }
    assert.equal((await ask<SearchAnswer>('mulgil/search', { query: 'qovh', limit: 3 })).readAs, '배포');
  });

  it('answers entries by their ids', async () => {
    const [entry, ...others] = await ask<LibraryEntry[]>('mulgil/entries', { ids: ['dockerfile/COPY#--from', 'nothing'] });
    assert.equal(entry?.place, 'Dockerfile · COPY');
    assert.deepEqual(others, []);
  });

  it('is read in another language on demand, notes too, while the content language stays', async () => {
    const told = new Promise<void>((resolve) => client.connection.onNotification('mulgil/localeChanged', () => resolve()));
    await ask('mulgil/readIn', { locale: 'en' });
    await told;
    const [entry] = await ask<LibraryEntry[]>('mulgil/entries', { ids: ['dockerfile/COPY'] });
    assert.doesNotMatch(entry?.text ?? '가', /[가-힣]/);
    assert.equal((await ask<{ locale: string }>('mulgil/note', { id: 'dockerfile/COPY' })).locale, 'en');
    assert.equal(await ask('mulgil/locale'), 'ko');
  });
});
