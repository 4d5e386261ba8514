/** Beside stand-ins of the extensions that serve the same files, in a real VS Code: nothing is there twice, and what only Mulgil has is there. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mulgilDiagnostics, openText, until } from './support.ts';

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replcas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: web:latest
`;

const hoversAt = async (document: vscode.TextDocument, word: string): Promise<readonly string[]> => {
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
};

const labelsAt = async (document: vscode.TextDocument, word: string): Promise<readonly string[]> => {
  const position = document.positionAt(document.getText().indexOf(word) + word.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
};

const others = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'mulgil');
const rulesIn = (document: vscode.TextDocument): readonly unknown[] =>
  mulgilDiagnostics(document).map(({ code }) => (typeof code === 'object' ? code.value : code));

/** The words of these are offered once, and by the other extension. */
function assertOnce(labels: readonly string[], words: readonly string[]): void {
  for (const word of words) assert.equal(labels.filter((label) => label === word).length, 1, `${word} in ${labels.join(', ')}`);
}

describe('Mulgil beside other extensions', () => {
  it('runs beside their stand-ins', () => {
    for (const id of ['ms-azuretools.vscode-containers', 'docker.docker', 'redhat.vscode-yaml'])
      assert.ok(vscode.extensions.getExtension(id), id);
  });

  it('Container Tools: a Dockerfile', async () => {
    const { document } = await openText('dockerfile', 'FROM node:latest\nMAINTAINER me\nUSER node\nR\n');
    await until(() => {
      assert.equal(others(document).length, 1);
      assert.ok(rulesIn(document).includes('dockerfile/no-latest-tag'), rulesIn(document).join());
      assert.ok(!rulesIn(document).includes('dockerfile/no-maintainer'), rulesIn(document).join());
    });
    assertOnce(await labelsAt(document, '\nR'), ['ADD', 'COPY', 'RUN']);
    const hovers = await hoversAt(document, 'FROM');
    assert.equal(hovers.filter((hover) => hover.includes('Container Tools')).length, 1);
    assert.equal(hovers.filter((hover) => /^\*\*FROM\*\* — /m.test(hover)).length, 1);
    assert.equal(hovers.length, 2);
  });

  it('tells of a finding itself as soon as the other one does not', async () => {
    const { document } = await openText('dockerfile', 'FROM node:24\nMAINTAINER me\n');
    await until(() => assert.ok(others(document).length === 1 && !rulesIn(document).includes('dockerfile/no-maintainer')));
    const edit = new vscode.WorkspaceEdit();
    // The stand-in looks for capitals.
    edit.replace(document.uri, new vscode.Range(1, 0, 1, 10), 'maintainer');
    await vscode.workspace.applyEdit(edit);
    await until(() =>
      assert.ok(others(document).length === 0 && rulesIn(document).includes('dockerfile/no-maintainer'), rulesIn(document).join()),
    );
  });

  it('Docker DX: a Compose file', async () => {
    const { document } = await openText('dockercompose', 'services:\n  web:\n    image: nginx:latest\n    \n');
    await until(() => assert.ok(rulesIn(document).includes('compose/no-latest-tag'), rulesIn(document).join()));
    assertOnce(await labelsAt(document, 'latest\n    '), ['build', 'ports']);
    const hovers = await hoversAt(document, 'image');
    assert.equal(hovers.filter((hover) => /^\*\*image\*\* — /m.test(hover)).length, 1);
    assert.equal(hovers.length, 2);
  });

  it('the YAML extension with a schema: a manifest', async () => {
    const { document } = await openText('yaml', manifest);
    await until(() => {
      assert.equal(others(document).length, 1);
      assert.ok(rulesIn(document).includes('kubernetes/no-latest-tag'), rulesIn(document).join());
      const onLine = mulgilDiagnostics(document).filter(({ range }) => range.start.line === 5);
      assert.deepEqual(
        onLine.map(({ message }) => message),
        [],
      );
    });
    const typed = await openText('yaml', `${manifest.slice(0, manifest.indexOf('  replcas'))}  re\n`);
    await until(async () => assertOnce(await labelsAt(typed.document, '\n  re'), ['replicas']));
    assert.equal((await hoversAt(document, 'selector')).length, 2);
    // Its schema holds the official texts, so that only the other one shows them.
    for (const hover of await hoversAt(document, 'matchLabels')) assert.doesNotMatch(hover, /Official description/);
  });
});
