import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { snippetRequest, snippetsRequest, type SnippetContent, type SnippetTitle } from '../../server/protocol.ts';
import { plainText } from '../../server/snippets/plain-text.ts';
import { startClient, type ClientOptions, type TestClient } from './client.ts';

const uri = 'file:///app/compose.yaml';
const text = 'services:\n  web:\n    image: acme/web:1.0\n  \n';

describe('snippets over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function offered(options: ClientOptions): Promise<readonly CompletionItem[]> {
    client = await startClient(options);
    client.open(uri, 'yaml', text);
    const ask = { textDocument: { uri }, position: { line: 3, character: 2 } };
    return (await client.connection.sendRequest<CompletionItem[] | null>('textDocument/completion', ask)) ?? [];
  }
  const isSnippet = ({ data }: CompletionItem): boolean => (data as { snippet?: unknown } | undefined)?.snippet !== undefined;

  it('are offered also where another extension completes the language, and alone then', async () => {
    const items = await offered({ initializationOptions: { servedElsewhere: ['compose'] } });
    assert.ok(items.length > 10 && items.every(isSnippet), String(items.length));
  });

  it('are off where completion is', async () => {
    await offered({ settings: { completion: 'off' } });
    const ask = { textDocument: { uri }, position: { line: 3, character: 2 } };
    // Settings arrive some time after the handshake.
    for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      if ((await client.connection.sendRequest('textDocument/completion', ask)) === null) return;
      assert.ok(Date.now() - start < 8_000, 'nothing is offered in the end');
    }
  });

  it('are told by kind and place, in the content language', async () => {
    client = await startClient({ locale: 'ko' });
    const titles = await client.connection.sendRequest<SnippetTitle[]>(snippetsRequest);
    assert.ok(titles.length >= 60);
    for (const { id, description } of titles) assert.match(description, /[가-힣]/, id);
    const kinds = new Set(titles.map(({ language, where }) => `${language} ${where}`));
    assert.deepEqual([...kinds].sort(), [
      'compose file',
      'compose service',
      'dockerfile file',
      'dockerfile stage',
      'kubernetes document',
      'pipeline file',
    ]);
  });

  it('say how they go to a place, from the start of its line, and nothing where they do not fit', async () => {
    client = await startClient();
    client.open(uri, 'yaml', text);
    const ask = (id: string, line: number): Promise<SnippetContent | null> =>
      client.connection.sendRequest(snippetRequest, { id, textDocument: { uri }, position: { line, character: 2 } });
    const content = await ask('snippets/postgres', 3);
    assert.ok(content?.at);
    const { at } = content;
    assert.deepEqual(at.range.start, { line: 3, character: 0 });
    const after = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), [
      ...at.also,
      { range: at.range, newText: plainText(at.text) },
    ]);
    assert.match(
      after,
      /^services:\n {2}web:\n {4}image: acme\/web:1\.0\n {2}postgres:\n {4}image: postgres:18\n[^]*\nvolumes:\n {2}postgres-data:\n$/,
    );
    assert.equal((await ask('snippets/postgres', 2))?.at, undefined);
    assert.equal((await ask('snippets/node-npm', 3))?.at, undefined);
    assert.equal(await ask('snippets/nothing', 3), null);
  });

  it('bring what lies beside them', async () => {
    client = await startClient({ locale: 'ko' });
    const content = await client.connection.sendRequest<SnippetContent>(snippetRequest, { id: 'snippets/static-nginx' });
    assert.equal(content.path, 'Dockerfile');
    assert.deepEqual(content.companions.map(({ path }) => path).sort(), ['.dockerignore', 'nginx/default.conf']);
    assert.match(content.companions.find(({ path }) => path === '.dockerignore')?.text ?? '', /^# 컨테이너[^]*\.env\n/);
    assert.match(content.plain, /^# build: 정적/m);
  });
});
