import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { pulling, startClient, type TestClient } from './client.ts';
import { eventually } from './eventually.ts';

const service = (selector: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: ${selector}\n  ports:\n    - port: 80\n`;
const deployment =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: shop\n  template:\n    metadata:\n      labels:\n        app: shop\n    spec:\n      containers:\n        - name: web\n          image: web:1.0\n          resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}\n';

describe('a workspace of manifests over stdio', () => {
  let client: TestClient;
  let folder: string;
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const rulesOf = async (path: string): Promise<readonly unknown[]> => (await client.pull(uriOf(path))).map(({ code }) => code);
  const at = (path: string, line: number, character: number) => ({
    textDocument: { uri: uriOf(path) },
    position: { line, character },
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mulgil-'));
    await write('k8s/deployment.yaml', deployment);
    await write('k8s/node_modules/other.yaml', service('other'));
    await write('k8s/서비스 (1).yaml', service('shop'));
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    assert.deepEqual(client.log, [], 'the server logged nothing');
    await rm(folder, { recursive: true });
  });

  it('compares an open file with others on disk, and sees them change', async () => {
    client = await startClient({ folders: [pathToFileURL(folder).href] });
    client.open(uriOf('service.yaml'), 'yaml', service('shpo'));
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), ['kubernetes/service-selects-pods']));
    const [finding] = await client.pull(uriOf('service.yaml'));
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, uriOf('k8s/deployment.yaml'));
    await write('k8s/deployment.yaml', deployment.replaceAll('shop', 'shpo'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('k8s/deployment.yaml'), type: 2 }],
    });
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), []));
    await rm(join(folder, 'k8s/deployment.yaml'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('k8s/deployment.yaml'), type: 3 }],
    });
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), [])); // no Pods at all: they may be elsewhere
  });

  it('counts what is typed in another open file, and the file again once that is closed', async () => {
    client = await startClient({ folders: [pathToFileURL(folder).href] });
    client.open(uriOf('service.yaml'), 'yaml', service('shop'));
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), []));
    client.open(uriOf('k8s/deployment.yaml'), 'yaml', deployment.replaceAll('shop', 'shops'));
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), ['kubernetes/service-selects-pods']));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('k8s/deployment.yaml') } });
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), []));
  });

  it('knows of manifests in JSON while they are open', async () => {
    client = await startClient({ folders: [pathToFileURL(folder).href] });
    const labels = { app: 'cache' };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cache', labels }, spec: {} };
    const selecting = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cache' }, spec: { selector: labels, ports: [{ port: 80 }] } };
    client.open(uriOf('service.yaml'), 'yaml', service('cache'));
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), ['kubernetes/service-selects-pods']));
    client.open(uriOf('cache.json'), 'json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod, selecting] }));
    const ofServices = async (path: string) => (await rulesOf(path)).filter((rule) => rule === 'kubernetes/service-selects-pods');
    assert.deepEqual([await ofServices('cache.json'), await ofServices('service.yaml')], [[], []]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('cache.json') } });
    await eventually(async () => assert.deepEqual(await rulesOf('service.yaml'), ['kubernetes/service-selects-pods']));
  });

  it('knows of a document that was opened before the folder was', async () => {
    client = await startClient({
      folders: [pathToFileURL(folder).href],
      capabilities: { ...pulling, workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    client.open(uriOf('k8s/deployment.yaml'), 'yaml', deployment.replace('name: web', 'name: unsaved'));
    await client.pull(uriOf('k8s/deployment.yaml')); // looked at while the server still awaits the client
    await eventually(async () => {
      const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'deployment' });
      assert.deepEqual(
        symbols.map(({ name }) => name),
        ['unsaved'],
      );
    });
  });

  it('pushes what changed in other open files to clients that do not pull', async () => {
    client = await startClient({ folders: [pathToFileURL(folder).href], capabilities: {} });
    client.open(uriOf('service.yaml'), 'yaml', service('shop'));
    client.open(uriOf('k8s/deployment.yaml'), 'yaml', deployment.replaceAll('shop', 'shops'));
    const latest = (): readonly unknown[] | undefined =>
      client.pushed.findLast(({ uri }) => uri === uriOf('service.yaml'))?.diagnostics.map(({ code }) => code);
    await eventually(() => Promise.resolve(assert.deepEqual(latest(), ['kubernetes/service-selects-pods'])));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('k8s/deployment.yaml'), version: 2 },
      contentChanges: [{ text: deployment }],
    });
    await eventually(() => Promise.resolve(assert.deepEqual(latest(), [])));
  });

  it('leads from a name to other files, and renames it in all of them', async () => {
    client = await startClient({ folders: [pathToFileURL(folder).href] });
    client.open(uriOf('service.yaml'), 'yaml', service('shop'));
    await eventually(async () => {
      const definitions = await client.connection.sendRequest<Location[]>('textDocument/definition', at('service.yaml', 6, 10));
      assert.deepEqual(
        definitions.map(({ uri, range }) => [uri, range.start.line]),
        [[uriOf('k8s/deployment.yaml'), 11]],
      );
    });
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('service.yaml', 6, 10),
      newName: 'market',
    });
    const decoded = Object.fromEntries(
      Object.entries(edit.changes ?? {}).map(([uri, edits]) => [
        decodeURIComponent(uri.slice(pathToFileURL(folder).href.length)),
        edits.length,
      ]),
    );
    assert.deepEqual(decoded, { '/service.yaml': 1, '/k8s/deployment.yaml': 2, '/k8s/서비스 (1).yaml': 1 });
    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'deploy' });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [['web', 'Deployment']],
    );
  });

  it('asks the client for files where it cannot read them itself, and shows progress of many', async () => {
    const remote = 'vscode-vfs://github/shop';
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, number) => [`${remote}/config-${String(number)}.yaml`, 'a: b\n']));
    const begun: unknown[] = [];
    client = await startClient({
      folders: [remote],
      initializationOptions: { readsFiles: true },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true }, window: { workDoneProgress: true } },
      files: { ...many, [`${remote}/deployment.yaml`]: deployment },
    });
    client.connection.onNotification('$/progress', (progress) => void begun.push(progress));
    client.open(`${remote}/service.yaml`, 'yaml', service('shpo'));
    await eventually(async () =>
      assert.deepEqual(
        (await client.pull(`${remote}/service.yaml`)).map(({ code }) => code),
        ['kubernetes/service-selects-pods'],
      ),
    );
    assert.ok(begun.length >= 2, 'progress began and ended');
  });
});
