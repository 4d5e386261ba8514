import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';
import { eventually } from './eventually.ts';

const uri = 'file:///app.yaml';
const text = 'apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: \n  \n';
const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } }, workspace: {} };

describe('completion over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function complete(line: number, character: number, triggerCharacter?: string): Promise<readonly CompletionItem[]> {
    const context = triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter };
    return (
      (await client.connection.sendRequest<CompletionItem[] | null>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
        context,
      })) ?? []
    );
  }

  it('knows what was typed', async () => {
    client = await startClient({ capabilities: snippets });
    client.open(uri, 'yaml', text);
    await eventually(async () => assert.ok((await complete(3, 17, ' ')).some(({ label }) => label === 'OnFailure')));
    assert.ok((await complete(4, 2)).some(({ label }) => label === 'containers'));
    assert.deepEqual(await complete(4, 2, ' '), []);
  });

  it('gives snippets to clients that understand them only', async () => {
    const containers = async (): Promise<string | undefined> =>
      (await complete(4, 2)).find(({ label }) => label === 'containers')?.textEdit?.newText;
    client = await startClient({ capabilities: snippets });
    client.open(uri, 'yaml', text);
    await eventually(async () => assert.equal(await containers(), 'containers:\n    - name: $1\n      image: $2'));
    await client.stop();
    client = await startClient();
    client.open(uri, 'yaml', text);
    await eventually(async () => assert.equal(await containers(), 'containers:\n    - name: \n      image: '));
  });
});
