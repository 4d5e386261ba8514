import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LSPErrorCodes, type Diagnostic, type SymbolInformation } from 'vscode-languageserver-protocol/node';
import { pulling, startClient, type TestClient } from './client.ts';
import { eventually } from './eventually.ts';

const uri = 'file:///nowhere/Dockerfile';
const isSuperuser = process.getuid?.() === 0;
const manifest = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

describe('the life of a server', function () {
  this.timeout(60_000);
  const clients: TestClient[] = [];
  const start = async (options: Parameters<typeof startClient>[0] = {}): Promise<TestClient> => {
    const client = await startClient(options);
    clients.push(client);
    return client;
  };
  let folder: string;
  const address = (path: string): string => pathToFileURL(join(folder, path)).href;
  const names = async (client: TestClient): Promise<readonly string[]> =>
    ((await client.connection.sendRequest<SymbolInformation[] | null>('workspace/symbol', { query: '' })) ?? [])
      .map(({ name }) => name)
      .sort();
  const changed = (client: TestClient, ...changes: readonly (readonly [path: string, type: 1 | 2 | 3])[]): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: address(path), type })),
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mulgil-life-'));
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      assert.equal(await client.stop(), 0, 'the server ends cleanly');
      assert.deepEqual(client.log, [], 'the server logged nothing');
    }
    await rm(folder, { recursive: true });
  });

  it('answers the last of a thousand edits, and calls off the questions about the others', async () => {
    const client = await start();
    client.open(uri, 'dockerfile', `FROM node:24\n${'RUN echo hello\n'.repeat(2000)}USER node\n`);
    const answers: Promise<readonly Diagnostic[] | number>[] = [];
    for (let edit = 1; edit <= 1000; edit++) {
      void client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: edit + 1 },
        contentChanges: [{ range: lines(0, 1), text: `FROM node:${edit < 1000 ? '24' : 'latest'}\n` }],
      });
      answers.push(client.pull(uri).catch((error: unknown) => (error as { code: number }).code));
    }
    const told = await Promise.all(answers);
    const last = told.at(-1);
    assert.ok(typeof last === 'object' && last.some(({ code }) => code === 'dockerfile/no-latest-tag'), 'the last edit is answered');
    const calledOff = told.filter((answer) => answer === LSPErrorCodes.ServerCancelled).length;
    assert.ok(calledOff > 900, `${calledOff} of 999 are called off`);
  });

  it('answers nothing about documents that are closed, never were open, or are not as the client thinks', async () => {
    const client = await start();
    client.open(uri, 'dockerfile', 'FROM node:24\n');
    await client.pull(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const notify = (method: string, params: object): Promise<void> => client.connection.sendNotification(method, params);
    await notify('textDocument/didClose', { textDocument: { uri } });
    await notify('textDocument/didChange', { textDocument: { uri, version: 7 }, contentChanges: [{ text: 'FROM x\n' }] });
    for (const asked of [uri, 'file:///never/Dockerfile', 'not an address', '']) {
      const at = { textDocument: { uri: asked }, position: { line: 900, character: 900 } };
      assert.deepEqual(await client.pull(asked), []);
      for (const method of [
        'hover',
        'completion',
        'signatureHelp',
        'definition',
        'documentHighlight',
        'prepareRename',
        'documentSymbol',
        'foldingRange',
      ])
        assert.equal(await client.connection.sendRequest(`textDocument/${method}`, at), null, method);
      assert.equal(await client.connection.sendRequest('textDocument/rename', { ...at, newName: 'a' }), null);
      for (const method of ['explain', 'convert', 'draw', 'cacheAt', 'noteAt', 'here'])
        assert.equal(await client.connection.sendRequest(`mulgil/${method}`, { ...at, to: 'kubernetes' }), null, method);
    }
    // Opened again, edited out of order and beyond its end.
    client.open(uri, 'dockerfile', 'FROM node:24\n');
    for (const version of [5, 3, 3, -1])
      await notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: lines(500, 600), text: '# end\n' }],
      });
    await notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: lines(0, 1), text: 'FROM node:latest\n' }],
    });
    assert.ok((await client.pull(uri)).some(({ code }) => code === 'dockerfile/no-latest-tag'));
    assert.notEqual(await client.hover(uri, 0, 2), '');
  });

  it('follows files that are renamed and deleted', async () => {
    await writeFile(join(folder, 'a.yaml'), manifest('one'));
    const client = await start({ folders: [pathToFileURL(folder).href] });
    await eventually(async () => assert.deepEqual(await names(client), ['one']));
    await rename(join(folder, 'a.yaml'), join(folder, 'b.yaml'));
    await changed(client, ['a.yaml', 3], ['b.yaml', 1]);
    await eventually(async () => assert.deepEqual(await names(client), ['one']));
    // Renamed while it is open and typed in.
    client.open(address('b.yaml'), 'yaml', manifest('typed'));
    await eventually(async () => assert.deepEqual(await names(client), ['typed']));
    await rename(join(folder, 'b.yaml'), join(folder, 'c.yaml'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: address('b.yaml') } });
    client.open(address('c.yaml'), 'yaml', manifest('typed'));
    await changed(client, ['b.yaml', 3], ['c.yaml', 1]);
    await eventually(async () => assert.deepEqual(await names(client), ['typed']));
    await rm(join(folder, 'c.yaml'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: address('c.yaml') } });
    await changed(client, ['c.yaml', 3], ['never.yaml', 3], ['nowhere/there.yaml', 2]);
    await eventually(async () => assert.deepEqual(await names(client), []));
  });

  it('opens and forgets folders, also in a hurry', async () => {
    for (const name of ['one', 'two']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'a.yaml'), manifest(name));
    }
    const client = await start({ folders: [address('one')] });
    const change = (added: readonly string[], removed: readonly string[]): Promise<void> => {
      const named = (paths: readonly string[]) => paths.map((path) => ({ uri: address(path), name: path }));
      return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: named(added), removed: named(removed) },
      });
    };
    await eventually(async () => assert.deepEqual(await names(client), ['one']));
    await change(['two'], []);
    await eventually(async () => assert.deepEqual(await names(client), ['one', 'two']));
    await change([], ['one', 'never']);
    await eventually(async () => assert.deepEqual(await names(client), ['two']));
    for (let round = 0; round < 20; round++) {
      await change(['one', 'missing'], ['two']);
      await change(['two'], ['one', 'missing']);
    }
    await eventually(async () => assert.deepEqual(await names(client), ['two']));
  });

  it('gets over what cannot be read', async () => {
    await mkdir(join(folder, 'folder.yaml'));
    await mkdir(join(folder, '.mulgil.yaml'));
    await symlink('loop.yaml', join(folder, 'loop.yaml'));
    await symlink('nothing.yaml', join(folder, 'dangling.yaml'));
    await writeFile(join(folder, 'binary.yaml'), Buffer.from([0xff, 0xfe, 0, 0x80, 0xc3, 0x28]));
    await writeFile(join(folder, 'good.yaml'), manifest('good'));
    await writeFile(join(folder, 'locked.yaml'), manifest(isSuperuser ? 'good' : 'locked'), { mode: 0 });
    const expected = isSuperuser ? ['good', 'good'] : ['good']; // to whom nothing is locked
    const client = await start({ folders: [pathToFileURL(folder).href, address('missing')] });
    await eventually(async () => assert.deepEqual(await names(client), expected));
    await changed(client, ['folder.yaml', 2], ['loop.yaml', 1], ['.mulgil.yaml', 2], ['binary.yaml', 2], ['missing/x.yaml', 1]);
    client.open(address('Dockerfile'), 'dockerfile', 'FROM node:latest\nCOPY . .\n');
    assert.ok((await client.pull(address('Dockerfile'))).length > 0);
    assert.deepEqual(await names(client), expected);
  });

  it('gets over a client that refuses what it is asked', async () => {
    const client = await start({
      capabilities: { ...pulling, workspace: { ...pulling.workspace, diagnostics: { refreshSupport: true } } },
      initializationOptions: { readsFiles: true },
      folders: ['vscode-vfs://host/app'],
    });
    const refuse = (): never => {
      throw new Error('no');
    };
    client.connection.onRequest('workspace/diagnostic/refresh', refuse);
    client.connection.onRequest('window/showMessageRequest', refuse);
    client.open('vscode-vfs://host/app/Dockerfile', 'dockerfile', 'FROM node:latest\n');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(async () => assert.ok((await client.pull('vscode-vfs://host/app/Dockerfile')).length > 0));
  });

  it('serves clients at once, each its own folder, two of them the same', async () => {
    for (const name of ['one', 'two']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'a.yaml'), manifest(name));
      await writeFile(join(folder, name, '.mulgil.yaml'), `language: ${name === 'one' ? 'ko' : 'en'}\n`);
    }
    const all = await Promise.all(['one', 'two', 'two'].map(async (name) => ({ name, client: await start({ folders: [address(name)] }) })));
    const asked = all.flatMap(({ client, name }) =>
      Array.from({ length: 20 }, (_, edit) => {
        const document = address(`${name}/${edit}.dockerfile`);
        client.open(document, 'dockerfile', 'FROM node:latest\n');
        return eventually(async () => assert.match(textOf((await client.pull(document))[0]), name === 'one' ? /[가-힣]/ : /^[^가-힣]+$/));
      }),
    );
    await Promise.all(asked);
    await eventually(async () => assert.deepEqual(await Promise.all(all.map(({ client }) => names(client))), [['one'], ['two'], ['two']]));
    // What one of two on the same folder has open and has typed is its own.
    const [, typing, reading] = all;
    assert.ok(typing && reading);
    typing.client.open(address('two/a.yaml'), 'yaml', manifest('typed'));
    await eventually(async () => assert.deepEqual(await names(typing.client), ['typed']));
    assert.deepEqual(await names(reading.client), ['two']);
  });

  it('answers again after it was killed and started anew', async () => {
    const before = await startClient();
    before.open(uri, 'dockerfile', 'FROM node:latest\n');
    assert.ok((await before.pull(uri)).length > 0);
    const waiting = before.pull(uri).catch(() => 'gone');
    await before.kill();
    assert.ok(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 1000, 'silent'))]));
    const after = await start();
    after.open(uri, 'dockerfile', 'FROM node:latest\n');
    assert.ok((await after.pull(uri)).length > 0);
  });

  it('tells the worst of thousands of findings, and how many there are', async () => {
    const client = await start({ locale: 'en' });
    const many = 'file:///nowhere/compose.yaml';
    const services = Array.from({ length: 1_500 }, (_, index) => `  a${index}:\n    image: nginx\n`);
    client.open(many, 'yaml', `services:\n${services.join('')}    no-such-key: 1\n`);
    const [told, ...others] = await client.pull(many);
    assert.equal(told?.code, 'too-many');
    assert.match(textOf(told), /1,501 findings/);
    assert.equal(others.length, 999);
    assert.ok(
      others.some(({ code }) => code === 'compose/known-keys'),
      'the one mistake, though it is the last',
    );
  });

  it('says once that a file is too large, and everything else works', async () => {
    const client = await start({ locale: 'ko' });
    const large = 'file:///nowhere/large.yaml';
    client.open(large, 'yaml', `${manifest('large')}data:\n${'  key: "0123456789012345678901234567890123456789"\n'.repeat(1_000_000)}`);
    client.open('file:///nowhere/other.yaml', 'yaml', 'a: 1\n'.repeat(3_000_000));
    client.open(uri, 'dockerfile', 'FROM node:latest\n');
    const started = Date.now();
    for (let round = 0; round < 2; round++) {
      const [told, ...others] = await client.pull(large);
      assert.deepEqual(others, []);
      assert.equal(told?.code, 'too-large');
      assert.match(textOf(told), /1000만 자/);
      assert.deepEqual(told.range, lines(0, 0, 0, 14));
    }
    assert.deepEqual(await client.pull('file:///nowhere/other.yaml'), [], 'a file of someone else’s');
    assert.equal(await client.hover(large, 1, 2), '');
    assert.ok((await client.pull(uri)).some(({ code }) => code === 'dockerfile/no-latest-tag'));
    assert.ok(Date.now() - started < 20_000);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: large, version: 2 },
      contentChanges: [{ range: lines(4, 2_000_000), text: '' }],
    });
    assert.deepEqual(await client.pull(large), [], 'short enough again');
    assert.notEqual(await client.hover(large, 1, 2), '');
    const long = 'file:///nowhere/long.yaml';
    client.open(
      long,
      'yaml',
      `${manifest('short')}---\n${manifest('long')}data:\n${'  key: "0123456789012345678901234567890123456789"\n'.repeat(120_000)}`,
    );
    const [told, ...others] = await client.pull(long);
    assert.deepEqual([told?.code, told?.range.start.line, others], ['too-large', 4, []]);
    assert.notEqual(await client.hover(long, 1, 2), '');
  });
});

function lines(from: number, to: number, start = 0, end = 0) {
  return { start: { line: from, character: start }, end: { line: to, character: end } };
}

/** What a diagnostic says. */
function textOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : '';
}
