import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentLink,
} from 'vscode-languageserver-protocol/node';
import { startClient, type TestClient } from './client.ts';
import { eventually } from './eventually.ts';

const uri = 'file:///nowhere/Dockerfile';
const poor = 'FROM node:latest\r\nSTOPSIGNAL SIGKILL\r\nUSER node\r\n';

describe('the language server over stdio', () => {
  let client: TestClient;
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    assert.deepEqual(client.log, [], 'the server logged nothing');
  });

  it('says what it can do, and does not push to clients that pull', async () => {
    client = await startClient();
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(
      capabilities.diagnosticProvider && capabilities.hoverProvider && capabilities.completionProvider && capabilities.documentLinkProvider,
    );
    client.open(uri, 'dockerfile', poor);
    assert.ok((await client.pull(uri)).length > 0);
    assert.deepEqual(client.pushed, []);
  });

  it('explains in the language of the editor', async () => {
    client = await startClient({ locale: 'ko-KR' });
    client.open(uri, 'dockerfile', poor);
    assert.match(await client.hover(uri, 1, 2), /^\*\*STOPSIGNAL\*\* — .*시그널.*SIGTERM/s);
  });

  it('lets the setting overrule the language of the editor', async () => {
    client = await startClient({ locale: 'ko', settings: { language: 'en' } });
    client.open(uri, 'dockerfile', poor);
    await eventually(async () => assert.match(await client.hover(uri, 1, 2), /The signal/i));
    for (const { message } of await client.pull(uri)) assert.doesNotMatch(JSON.stringify(message), /[가-힣]/);
  });

  it('links to notes only for clients that can open them', async () => {
    client = await startClient();
    client.open(uri, 'dockerfile', poor);
    assert.doesNotMatch(await client.hover(uri, 1, 2), /command:/);
    await client.stop();
    client = await startClient({ initializationOptions: { commandLinks: true } });
    client.open(uri, 'dockerfile', poor);
    assert.match(await client.hover(uri, 1, 2), /\(command:mulgil\.openNote\?%5B%22dockerfile%2FSTOPSIGNAL%22%5D\)/);
  });

  it('follows incremental edits', async () => {
    client = await startClient();
    client.open(uri, 'dockerfile', poor);
    const range = { start: { line: 0, character: 10 }, end: { line: 0, character: 16 } };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '24-alpine' }],
    });
    const codes = (await client.pull(uri)).map(({ code }) => code);
    assert.ok(!codes.includes('dockerfile/no-latest-tag') && codes.includes('dockerfile/no-kill-stopsignal'), String(codes));
  });

  it('reads a document anew that is closed and opened again at once', async () => {
    client = await startClient();
    client.open(uri, 'dockerfile', 'FROM node:24-alpine\nUSER node\nCMD ["node", "server.js"]\n');
    const before = (await client.pull(uri)).map(({ code }) => code);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    client.open(uri, 'dockerfile', poor);
    const after = (await client.pull(uri)).map(({ code }) => code);
    assert.ok(!before.includes('dockerfile/no-kill-stopsignal') && after.includes('dockerfile/no-kill-stopsignal'));
  });

  it('offers a quick fix for a finding and fix-all for the safe ones', async () => {
    client = await startClient({ initializationOptions: { commandLinks: true } });
    client.open(uri, 'dockerfile', poor);
    const diagnostic = (await client.pull(uri)).find(({ code }) => code === 'dockerfile/no-kill-stopsignal');
    assert.ok(diagnostic);
    assert.match(diagnostic.codeDescription?.href ?? '', /^https:\/\/docs\.docker\.com\//);
    const actions = await codeActions(client, diagnostic.range, ['quickfix']);
    assert.deepEqual(edited(actions.find(({ edit }) => edit)), ['SIGTERM']);
    assert.deepEqual(actions.map(({ command }) => command?.command).filter(Boolean), ['mulgil.openNote']);
    const everything = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(
      (await codeActions(client, everything)).filter(({ kind }) => kind?.startsWith('source')),
      [],
      'fix-all is not in the light bulb',
    );
    assert.deepEqual(
      (await codeActions(client, everything, ['source.fixAll'])).map(({ kind }) => kind),
      ['source.fixAll.mulgil'],
    );
  });

  it('pushes diagnostics to clients that do not pull', async () => {
    client = await startClient({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    client.open(uri, 'dockerfile', poor);
    await eventually(() =>
      assert.ok(client.pushed.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'dockerfile/no-latest-tag'))),
    );
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await eventually(() => assert.deepEqual(client.pushed.at(-1)?.diagnostics, []));
  });

  it('reads the configuration of a workspace folder through the client, and anew when it changes', async () => {
    const files: Record<string, string> = { 'vscode-vfs://host/app/.mulgil.yaml': 'rules:\n  dockerfile/no-latest-tag: off\n' };
    client = await startClient({ folders: ['vscode-vfs://host/app'], files, initializationOptions: { readsFiles: true } });
    const inside = 'vscode-vfs://host/app/web/Dockerfile';
    client.open(inside, 'dockerfile', poor);
    const codes = async (): Promise<unknown[]> => (await client.pull(inside)).map(({ code }) => code);
    await eventually(async () => assert.ok(!(await codes()).includes('dockerfile/no-latest-tag')));
    files['vscode-vfs://host/app/.mulgil.yaml'] = 'ignore: ["web/**"]\n';
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'vscode-vfs://host/app/.mulgil.yaml', type: 2 }],
    });
    await eventually(async () => assert.deepEqual(await codes(), []));
  });

  it('leaves completion to another extension that serves the language, unless told otherwise', async () => {
    client = await startClient({ initializationOptions: { servedElsewhere: ['dockerfile'] } });
    client.open(uri, 'dockerfile', 'FROM node:24\n\n');
    const complete = (): Promise<CompletionItem[] | null> =>
      client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line: 1, character: 0 } });
    // Snippets stay: the other extension has none of these.
    for (const { data } of (await complete()) ?? []) assert.ok((data as { snippet?: unknown } | undefined)?.snippet !== undefined);
    await client.stop();
    client = await startClient({ initializationOptions: { servedElsewhere: ['dockerfile'] }, settings: { completion: 'on' } });
    client.open(uri, 'dockerfile', 'FROM node:24\n\n');
    await eventually(async () => assert.ok(((await complete()) ?? []).length > 10));
  });

  it('links base images to their pages', async () => {
    client = await startClient();
    client.open(uri, 'dockerfile', 'FROM node:24 AS build\nFROM build\n');
    const links: DocumentLink[] = await client.connection.sendRequest('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://hub.docker.com/_/node'],
    );
  });

  it('answers the extension about notes and cheat sheets', async () => {
    client = await startClient({ locale: 'ko' });
    const note: { title: string; body: string; related: unknown[] } = await client.connection.sendRequest('mulgil/note', {
      id: 'kubernetes/Container#livenessProbe',
    });
    assert.equal(note.title, 'livenessProbe');
    assert.match(note.body, /재시작/);
    assert.equal(await client.connection.sendRequest('mulgil/note', { id: '__proto__' }), null);
  });

  it('answers a cancelled request as cancelled and the next one as usual', async () => {
    client = await startClient();
    const large = 'file:///nowhere/large.dockerfile';
    client.open(uri, 'dockerfile', poor);
    client.open(large, 'dockerfile', `FROM node:24\n${'RUN echo hello\n'.repeat(20_000)}`);
    const source = new CancellationTokenSource();
    const busy = client.pull(large); // what follows arrives while the server works on this
    const cancelled = client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 1, character: 2 } },
      source.token,
    );
    source.cancel();
    await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
    await busy;
    assert.notEqual(await client.hover(uri, 1, 2), '');
  });

  it('is silent about documents that are none of its own, and about odd ones', async () => {
    client = await startClient();
    const odd: readonly (readonly [string, string, string])[] = [
      ['yaml', 'x.yaml', 'a: 1\nb: [2\n'],
      ['yaml', 'values.yaml', 'image: nginx\nkind: of\n'],
      ['dockerfile', 'Dockerfile', ''],
      ['dockerfile', 'Dockerfile', '# only\n# comments\n'],
      ['yaml', 'binary.yaml', '\u0000\u0001\uFFFD\uD800apiVersion: v1\nkind: \u0000'],
      ['yaml', 'tabs.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n'],
    ];
    for (const [index, [languageId, name, text]] of odd.entries()) {
      const address = `file:///odd/${index}/${name}`;
      client.open(address, languageId, text);
      await client.hover(address, 0, 1);
      await client.pull(address);
      await client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: address },
        position: { line: 0, character: 0 },
      });
    }
    assert.deepEqual(await client.pull('file:///odd/0/x.yaml'), []);
    assert.equal(await client.hover('file:///never/opened', 0, 0), '');
  });

  it('takes a file of five megabytes', async () => {
    client = await startClient();
    const text = 'FROM node:24\n' + 'RUN echo hello world\n'.repeat(250_000);
    client.open(uri, 'dockerfile', text);
    assert.match(await client.hover(uri, 0, 1), /\*\*FROM\*\*/);
  }).timeout(60_000);
});

function codeActions(client: TestClient, range: Diagnostic['range'], only?: readonly string[]): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

function edited(action: CodeAction | undefined): readonly string[] {
  return action?.edit?.changes?.[uri]?.map(({ newText }) => newText) ?? [];
}
