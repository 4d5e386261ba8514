/** In a workspace that the user does not trust, in a real VS Code: everything that reads is there, since nothing runs or leaves the files. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticOf, hoverAt, open, until } from './support.ts';

describe('Mulgil in a workspace that is not trusted', () => {
  it('is on', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const extension = vscode.extensions.getExtension('mulgil.mulgil');
    assert.ok(extension, 'the extension is not switched off');
    await extension.activate();
  });
  it('explains, warns and completes, with the settings of the workspace', async () => {
    const { document } = await open('poor/Dockerfile');
    assert.match(await hoverAt(document, 'STOPSIGNAL'), /SIGTERM/);
    await diagnosticOf(document, 'dockerfile/no-latest-tag');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(document.lineCount - 1, 0),
    );
    assert.ok(list.items.length > 0);
  });
  it('opens notes and pictures', async () => {
    await vscode.commands.executeCommand('mulgil.openNote', 'dockerfile/FROM');
    await until(() =>
      assert.ok(vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview))),
    );
  });
});
