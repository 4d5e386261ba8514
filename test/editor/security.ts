/** What a page would do if a stranger’s markup ever came into it, and files that lie in no folder of this computer. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { diagnosticOf, hoverAt, open, rest, until } from './support.ts';

const markup =
  '<p id="stranger"><img src="x" onerror="document.body.dataset.ran = 1"><a href="command:workbench.action.closeAllEditors">a</a>' +
  '<iframe srcdoc="<script>parent.document.body.dataset.ran = 1</script>"></iframe><b style="position: fixed; inset: 7px">b</b></p>';

describe(`pages and files of strangers (${vscode.env.language}, ${process.env['TEST_EXTENSION_HOST'] ?? ''} host)`, () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // The library is no editor, and would be found by tests that look for a page.
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });

  for (const [page, command, argument] of [
    ['note', 'mulgil.openNote', 'dockerfile/FROM'],
    ['explanation', 'mulgil.explainFile', undefined],
    ['drawing', 'mulgil.drawFile', undefined],
    ['library', 'mulgil.openLibrary', undefined],
  ] as const) {
    it(`lets no script run that is not its own: ${page}`, async function () {
      if (!hasPage) this.skip();
      const { document } = await open('good/Dockerfile');
      await hoverAt(document, 'FROM');
      await until(async () => {
        await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
        await rest(500); // the page draws itself
        assert.ok(Number(await onPage('inject', { text: markup })) > 0, 'a page of ours is there');
      });
      await rest(300);
      assert.ok(Number(await onPage('count', { selector: '#stranger', inFrames: true })) > 0);
      assert.equal(await onPage('count', { selector: 'body[data-ran]', inFrames: true }), 0);
    });
  }

  it('explains and checks a file of a virtual file system', async () => {
    const files = new Map([['/w/Dockerfile', 'FROM node:latest\nSTOPSIGNAL SIGKILL\n']]);
    const events = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const read = (uri: vscode.Uri): Uint8Array => {
      const text = files.get(uri.path);
      if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return new TextEncoder().encode(text);
    };
    const registered = vscode.workspace.registerFileSystemProvider(
      'mulgil-virtual',
      {
        onDidChangeFile: events.event,
        watch: () => new vscode.Disposable(() => undefined),
        stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: read(uri).length }),
        readDirectory: () => [['Dockerfile', vscode.FileType.File]],
        readFile: read,
        createDirectory: () => undefined,
        writeFile: () => undefined,
        delete: () => undefined,
        rename: () => undefined,
      },
      { isReadonly: true },
    );
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('mulgil-virtual:/w/Dockerfile'));
      await vscode.window.showTextDocument(document);
      assert.match(await hoverAt(document, 'STOPSIGNAL'), /SIGTERM/);
      await diagnosticOf(document, 'dockerfile/no-kill-stopsignal');
    } finally {
      registered.dispose();
    }
  });
});
