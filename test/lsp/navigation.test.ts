import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange, Location, Range, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { startClient, type TestClient } from './client.ts';

const uri = 'file:///nowhere/Dockerfile';
const text = 'ARG V=1\nFROM node:$V AS build\nRUN echo a \\\n  b\nFROM scratch\nCOPY --from=build /a /a\n';

describe('navigation in a Dockerfile over stdio', () => {
  let client: TestClient;
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });

  beforeEach(async () => {
    client = await startClient();
    client.open(uri, 'dockerfile', text);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    assert.deepEqual(client.log, [], 'the server logged nothing');
  });

  it('finds definitions and references', async () => {
    const definition = await client.connection.sendRequest<Location[]>('textDocument/definition', at(5, 14));
    assert.deepEqual(
      definition.map(({ range }) => range.start),
      [{ line: 1, character: 16 }],
    );
    const variable = await client.connection.sendRequest<Location[]>('textDocument/definition', at(1, 11));
    assert.deepEqual(
      variable.map(({ range }) => range.start),
      [{ line: 0, character: 4 }],
    );
    const references = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...at(1, 17),
      context: { includeDeclaration: true },
    });
    assert.equal(references.length, 2);
  });

  it('renames, and says why a name will not do', async () => {
    const range = await client.connection.sendRequest<Range>('textDocument/prepareRename', at(5, 14));
    assert.deepEqual(range, { start: { line: 5, character: 12 }, end: { line: 5, character: 17 } });
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...at(5, 14), newName: 'make' });
    assert.deepEqual(
      edit.changes?.[uri]?.map(({ range: { start }, newText }) => [start.line, start.character, newText]),
      [
        [1, 16, 'make'],
        [5, 12, 'make'],
      ],
    );
    await assert.rejects(client.connection.sendRequest('textDocument/rename', { ...at(5, 14), newName: '1' }), /begins with a letter/);
  });

  it('gives the outline and what can be folded', async () => {
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['ARG V=1', 'build', 'scratch'],
    );
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 3],
        [2, 3],
        [4, 5],
      ],
    );
  });
});
