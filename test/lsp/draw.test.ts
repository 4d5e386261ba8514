import assert from 'node:assert/strict';
import type { DrawnFile, NoteContent } from '../../server/protocol.ts';
import { startClient, type ClientOptions, type TestClient } from './client.ts';

describe('drawings over LSP', () => {
  let client: TestClient;
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  });

  const draw = (uri: string, everything?: boolean) =>
    client.connection.sendRequest<DrawnFile | null>('mulgil/draw', {
      textDocument: { uri },
      ...(everything === undefined ? {} : { everything }),
    });
  const labels = (drawn: DrawnFile | null) => drawn?.drawing.nodes.map(({ label }) => label);

  it('draws an open file in the content language, as it is now', async () => {
    const uri = 'file:///nowhere/Dockerfile';
    client = await startClient({ locale: 'ko' });
    client.open(uri, 'dockerfile', 'FROM node:24 AS build\n');
    const drawn = await draw(uri);
    assert.equal(drawn?.locale, 'ko');
    assert.equal(drawn.drawing.nodes[0]?.caption, '최종 스테이지');
    assert.equal(drawn.drawing.nodes[0].at?.uri, uri);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: 'FROM node:24 AS other\n' }],
    });
    assert.deepEqual(labels(await draw(uri)), ['other', 'node:24']);
  });

  it('answers nothing for files that are none of ours, or not open', async () => {
    client = await startClient();
    client.open('file:///nowhere/a.yaml', 'yaml', 'a: b\n');
    assert.equal(await draw('file:///nowhere/a.yaml'), null);
    assert.equal(await draw('file:///nowhere/Dockerfile'), null);
  });

  it('reads files that are named by now, and the whole workspace', async () => {
    const files: Record<string, string> = {
      'vscode-vfs://github/w/more.yaml': 'services:\n  db:\n    image: mysql:8.4\n',
      'vscode-vfs://github/w/k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n',
      'vscode-vfs://github/w/k8s/b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n',
    };
    const options: ClientOptions = { folders: ['vscode-vfs://github/w'], files, initializationOptions: { readsFiles: true } };
    client = await startClient(options);
    const uri = 'vscode-vfs://github/w/compose.yaml';
    client.open(uri, 'dockercompose', 'services:\n  web:\n    image: nginx:1.29\n');
    assert.deepEqual(labels(await draw(uri)), ['web']);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: 'include: [more.yaml]\nservices:\n  web:\n    image: nginx:1.29\n    depends_on: [db]\n' }],
    });
    const drawn = await draw(uri);
    assert.deepEqual(labels(drawn), ['web', 'db']);
    assert.equal(drawn?.drawing.nodes[1]?.at?.uri, 'vscode-vfs://github/w/more.yaml');
    const manifest = 'vscode-vfs://github/w/k8s/a.yaml';
    client.open(manifest, 'yaml', files[manifest] ?? '');
    assert.deepEqual(labels(await draw(manifest)), ['a']);
    for (const end = Date.now() + 5000; (labels(await draw(manifest, true))?.length ?? 0) < 2 && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(labels(await draw(manifest, true))?.toSorted(), ['a', 'b']);
  });

  it('brings the picture of a note along', async () => {
    client = await startClient();
    const note = await client.connection.sendRequest<NoteContent | null>('mulgil/note', { id: 'diagrams/layers' });
    assert.equal(note?.drawing?.nodes.length, 5);
    assert.equal(note.drawing.title, note.title);
  });
});
