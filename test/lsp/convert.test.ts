import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { ConvertedDocument, RunToServiceAnswer } from '../../server/protocol.ts';
import { startClient, type TestClient } from './client.ts';

const uri = 'file:///nowhere/compose.yaml';
const text = 'services:\n  web:\n    image: nginx:1.29\n    env_file: web.env\n  db:\n    image: postgres:17\n';

describe('conversions over LSP', () => {
  let client: TestClient;
  before(async () => {
    client = await startClient({
      folders: ['file:///nowhere'],
      files: { 'file:///nowhere/web.env': 'MODE=fast\n' },
      initializationOptions: { readsFiles: true, commandLinks: true },
    });
    client.open(uri, 'dockercompose', text);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  });
  const convert = (parameters: object) =>
    client.connection.sendRequest<ConvertedDocument | null>('mulgil/convert', { textDocument: { uri }, ...parameters });
  const paste = (command: string, textDocument?: object) =>
    client.connection.sendRequest<RunToServiceAnswer | null>('mulgil/runToService', { command, textDocument });
  const actions = (line: number, only?: readonly string[]) =>
    client.connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 3 }, end: { line, character: 3 } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });

  it('makes manifests, reading the files that the Compose file names', async () => {
    const converted = await convert({ to: 'kubernetes' });
    assert.ok(converted);
    assert.deepEqual(
      converted.files.map(({ path }) => path),
      ['web.yaml', 'db.yaml', 'CONVERSION.md'],
    );
    assert.match(converted.text, /MODE: fast/);
  });
  it('makes a command of the service at a position', async () => {
    assert.match(
      (await convert({ to: 'docker-run', position: { line: 5, character: 4 } }))?.text ?? '',
      /--name db \\\n {2}postgres:17\n$/,
    );
    assert.equal(await convert({ to: 'docker-run', position: { line: 0, character: 0 } }), null);
  });
  it('puts a command into the file as a service', async () => {
    const read = await paste('docker run --rm redis:8', { uri });
    assert.ok(read && 'text' in read);
    assert.deepEqual(
      read.edits?.map(({ newText }) => newText),
      ['\n\n  redis:\n    image: redis:8'],
    );
    assert.equal(read.remarks.length, 1);
    const alone = await paste('docker run redis:8');
    assert.ok(alone && 'text' in alone && alone.edits === undefined);
    assert.deepEqual(await paste('docker ps'), { problem: 'This is no `docker run` command.' });
  });
  it('offers actions where a service is named', async () => {
    const commands = async (line: number, only?: readonly string[]) =>
      (await actions(line, only)).flatMap(({ command }) => (command?.command.startsWith('mulgil.compose') ? [command.command] : []));
    assert.deepEqual(await commands(4), ['mulgil.composeToRun', 'mulgil.composeToKubernetes']);
    assert.deepEqual(await commands(0, ['refactor']), ['mulgil.composeToKubernetes']);
    assert.deepEqual(await commands(2), []);
    assert.deepEqual(await commands(4, ['quickfix']), []);
  });
});
