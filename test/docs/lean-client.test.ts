import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { documentSelector, servedSelector } from '../../client/languages.ts';
import { leftOut } from '../../docs/lean-client.mjs';
import { dist } from '../cli/support.ts';

describe('the client without parts of its library', () => {
  it('has all that the server can do', async () => {
    const child = spawn(process.execPath, [join(dist, 'server.js'), '--stdio']);
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    const { capabilities } = await connection.sendRequest<{ capabilities: Readonly<Record<string, unknown>> }>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    connection.dispose();
    child.kill();
    assert.ok(capabilities['hoverProvider']);
    const said = [...Object.keys(capabilities), ...Object.keys(capabilities['workspace'] ?? {}).map((name) => `workspace.${name}`)];
    const missing = Object.entries(leftOut).filter(([, wanted]) => wanted.some((name) => said.includes(name)));
    assert.deepEqual(missing, [], 'docs/lean-client.mjs leaves it out of the client');
  });

  it('selects documents without patterns, whose matcher it has not', () => {
    for (const filter of [...documentSelector, ...servedSelector]) assert.deepEqual(Object.keys(filter), ['language']);
  });
});
