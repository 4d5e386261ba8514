/** Snippets in the editor: offered where they fit, inserted by completion and by command, with what belongs beside them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { assertLanguage, hoverAt, mulgilDiagnostics, open, openText, rest, screenshot, untitled, until } from './support.ts';

async function itemsAt(document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return list.items;
}
const insertedBy = (items: readonly vscode.CompletionItem[], pattern: RegExp): boolean =>
  items.some(({ insertText }) => pattern.test(typeof insertText === 'string' ? insertText : (insertText?.value ?? '')));

/** Takes the suggestion for what is typed. */
async function complete(word: string): Promise<void> {
  await onPage('type', { text: word });
  await rest(800);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await onPage('text', { selector: '.suggest-widget .monaco-list-row.focused' });
}

describe(`snippets in VS Code (${vscode.env.language}, ${process.env['TEST_EXTENSION_HOST'] ?? ''} host)`, () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('are offered in an empty Dockerfile, and inserted they are quiet', async () => {
    const { document } = await openText('dockerfile', '');
    await until(async () => assert.ok(insertedBy(await itemsAt(document, new vscode.Position(0, 0)), /FROM node:/)));
    if (!hasPage) return;
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await complete('node-npm');
    await screenshot('snippet-suggestion');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await until(() => assert.equal(document.getText().match(/^FROM /gm)?.length, 2));
    assertLanguage(document.getText());
    await screenshot('snippet');
    await hoverAt(document, 'FROM');
    assert.deepEqual(mulgilDiagnostics(document), []);
  });

  it('stay out of other YAML', async () => {
    const { document } = await openText('yaml', 'site_name: docs\n\n');
    await rest(500);
    assert.ok(!insertedBy(await itemsAt(document, new vscode.Position(1, 0)), /apiVersion:|services:/));
  });

  it('go into a Compose file by the command, with their volumes, and keep its indentation', async () => {
    const editor = await openText('dockercompose', 'services:\n    web:\n        image: nginx:1.30\n    \n');
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    await until(async () => assert.ok(insertedBy(await itemsAt(editor.document, editor.selection.active), /postgres:/)));
    await vscode.commands.executeCommand('mulgil.insertSnippet', 'snippets/postgres');
    await until(() =>
      assert.match(editor.document.getText(), /\n {4}postgres:\n {8}image: postgres:18\n[^]*\nvolumes:\n {4}postgres-data:/),
    );
    assert.ok(editor.document.getText().startsWith('services:\n    web:\n        image: nginx:1.30\n    postgres:\n'));
    await screenshot('snippet-compose');
  });

  it('become a new file where they do not fit, chosen from a list', async function () {
    if (!hasPage) return this.skip();
    await open('good/compose.yaml');
    void vscode.commands.executeCommand('mulgil.insertSnippet');
    await onPage('text', { selector: '.quick-input-list .monaco-list-row' });
    await rest(300);
    await screenshot('snippet-list');
    await onPage('type', { text: 'deployment-ingress' });
    await rest(300);
    await onPage('press', { text: 'Enter' });
    const document = await untitled('yaml');
    await until(() => assert.match(document.getText(), /^kind: Deployment[^]*^kind: Service[^]*^kind: Ingress/m));
    assertLanguage(document.getText());
    await screenshot('snippet-file');
  });

  it('offer the .dockerignore that is missing, and overwrite nothing', async function () {
    if (!hasPage) return this.skip();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const target = vscode.Uri.joinPath(folder.uri, '.dockerignore');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('mulgil.insertSnippet', 'snippets/go');
    await untitled('dockerfile');
    await rest(500);
    await vscode.commands.executeCommand('notifications.showList');
    await onPage('text', { selector: '.notifications-center .notification-list-item' });
    await screenshot('snippet-companion');
    await onPage('click', { selector: '.notifications-center .notification-list-item .monaco-button' });
    try {
      await until(async () => assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), /^\.env$/m));
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('mine\n'));
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.commands.executeCommand('mulgil.insertSnippet', 'snippets/go');
      await rest(1000);
      await vscode.commands.executeCommand('notifications.showList');
      assert.equal(await onPage('count', { selector: '.notification-list-item' }), 0);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), 'mine\n');
    } finally {
      await vscode.workspace.fs.delete(target);
    }
  });
});
