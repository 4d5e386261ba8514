import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, DocumentLink, DocumentSymbol, Location, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { startClient, type TestClient } from './client.ts';
import { eventually } from './eventually.ts';

const compose = `include:
  - infra/db.yaml
services:
  web:
    build: {context: web, target: run}
    image: acme/web:\${TAG}
    depends_on: [db]
`;
const files = {
  'compose.yaml': compose,
  'compose.override.yaml': 'services:\n  web:\n    ports: ["127.0.0.1:80:80"]\n',
  'infra/db.yaml': 'services:\n  db:\n    image: postgres:18\n',
  'web/Dockerfile': 'FROM node:24 AS deps\nFROM node:24 AS run\n',
  '.env': 'TAG=1.2\n',
};

describe('a workspace of Compose files over stdio', () => {
  let client: TestClient;
  let folder: string;
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const at = (line: number, character: number) => ({ textDocument: { uri: uriOf('compose.yaml') }, position: { line, character } });
  const definition = async (line: number, character: number): Promise<readonly unknown[]> =>
    ((await client.connection.sendRequest<Location[] | null>('textDocument/definition', at(line, character))) ?? []).map(
      ({ uri, range }) => [uri.slice(pathToFileURL(folder).href.length + 1), range.start.line],
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mulgil-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    client = await startClient({ folders: [pathToFileURL(folder).href] });
    client.open(uriOf('compose.yaml'), 'dockercompose', compose);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    assert.deepEqual(client.log, [], 'the server logged nothing');
    await rm(folder, { recursive: true });
  });

  it('leads to services of included files, to stages of Dockerfiles, and to .env', async () => {
    await eventually(async () => assert.deepEqual(await definition(6, 18), [['infra/db.yaml', 1]]));
    assert.deepEqual(await definition(4, 36), [['web/Dockerfile', 1]]);
    await eventually(async () => assert.deepEqual(await definition(5, 23), [['.env', 0]]));
  });

  it('renames a service in all files of its project', async () => {
    await eventually(async () => {
      const edit = await client.connection.sendRequest<WorkspaceEdit | null>('textDocument/rename', { ...at(3, 3), newName: 'shop' });
      assert.deepEqual(
        Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri, edits.map(({ range }) => range.start.line)]),
        [
          [uriOf('compose.yaml'), [3]],
          [uriOf('compose.override.yaml'), [1]],
        ],
      );
    });
  });

  it('gives links, the outline and completion', async () => {
    const { textDocument } = at(0, 0);
    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.ok(links.some(({ target }) => target === uriOf('infra/db.yaml')));
    assert.ok(links.some(({ target }) => target === uriOf('web/Dockerfile')));
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['include', 'services'],
    );
    await eventually(async () => {
      const items = await client.connection.sendRequest<CompletionItem[] | null>('textDocument/completion', at(6, 17));
      assert.deepEqual(
        items?.map(({ label }) => label),
        ['db'],
      );
    });
  });
});
