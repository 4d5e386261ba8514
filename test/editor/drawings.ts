/** Pictures of files in a real VS Code: of each language, going from a box to its line, following edits, and saving. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { assertLanguage, korean, open, rest, screenshot, until } from './support.ts';

describe('drawing a file', () => {
  if (!hasPage) return;

  const box = (id: string): string => `.link[data-id="${id}"]`;
  const count = async (selector: string): Promise<number> => Number(await onPage('count', { selector, inFrames: true }));
  const shows = (selector: string, times = 1): Promise<void> => until(async () => assert.equal(await count(selector), times, selector));

  async function draw(path: string, first: string): Promise<vscode.TextEditor> {
    const editor = await open(path);
    // The server may be starting, and then knows no file yet.
    await until(async () => {
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('mulgil.drawFile', editor.document.uri);
      await rest(300);
      assert.equal(await count(first), 1, first);
    });
    return vscode.window.visibleTextEditors.find(({ document }) => document === editor.document) ?? editor;
  }

  it('draws the stages of a Dockerfile, and leads to the line of a box', async () => {
    const { document } = await draw('good/Dockerfile', '.canvas .main');
    const name = await nameOf('.canvas .main');
    assert.match(name, korean ? /^최종 스테이지 runtime, \d+행$/ : /^final stage runtime, line \d+$/);
    await screenshot('drawing-dockerfile');
    await onPage('click', { selector: box('stage:0'), inFrames: true });
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('FROM gradle'));
    await until(() => {
      assert.equal(vscode.window.activeTextEditor?.document, document);
      assert.equal(vscode.window.activeTextEditor.selection.active.line, line);
    });
    await shows('.link.chosen');
  });

  it('draws a Compose file, and follows what is written', async () => {
    const { document } = await draw('good/compose.yaml', box('services:app'));
    await shows(box('volumes:mysql-data'));
    await shows('.line.broken', 0);
    await screenshot('drawing-compose');
    const edit = new vscode.WorkspaceEdit();
    const text = document.getText();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(0), document.positionAt(text.length)),
      text.replace('- mysql-data:', '- mysql-dato:'),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await shows(`${box('volumes:mysql-dato')}.missing`);
    await shows('.line.broken');
    await vscode.commands.executeCommand('undo');
    await shows('.line.broken', 0);
  });

  it('draws what a manifest is wired to in other files, goes along its lines by keys, and marks loose ones', async () => {
    const { document } = await draw('good/k8s/app.yaml', '.link.kind-route');
    await shows('.link.kind-secret', 2);
    await screenshot('drawing-kubernetes');
    await onPage('click', { selector: '.link.kind-route', inFrames: true });
    await until(() =>
      assert.match(document.lineAt(vscode.window.activeTextEditor?.selection.active.line ?? 0).text, /name: marketplace-app/),
    );
    await onPage('click', { selector: 'h1', inFrames: true });
    for (let tabs = 0; tabs < 8 && (await count('.link:focus')) === 0; tabs++) await onPage('press', { text: 'Tab' });
    assert.match(await nameOfFocused(), korean ? /^Ingress marketplace-app, \d+행$/ : /^Ingress marketplace-app, line \d+$/);
    // A narrow panel has its pictures turned.
    const [, , width = 0, height = 0] = String(await onPage('attribute', { selector: '.canvas svg', text: 'viewBox', inFrames: true }))
      .split(' ')
      .map(Number);
    const along = width > height ? 'ArrowRight' : 'ArrowDown';
    await onPage('press', { text: along });
    await until(async () => assert.match(await nameOfFocused(), /^Service marketplace-app/));
    await onPage('press', { text: along });
    await until(async () => assert.match(await nameOfFocused(), /^Deployment marketplace-app/));
    await onPage('press', { text: 'Enter' });
    await until(() => assert.equal(vscode.window.activeTextEditor?.document, document));

    await draw('poor/k8s/ingress.yaml', '.link.missing');
    await shows('.line.broken');
    assertLanguage((await nameOf('.link.missing')).replace(/[\w-]+/g, (word) => (korean ? '' : word)));
  });

  it('saves the picture as a file of its own', async () => {
    const { document } = await draw('good/Dockerfile', '.canvas .main');
    const target = vscode.Uri.joinPath(document.uri, '..', 'Dockerfile.svg');
    await onPage('click', { selector: 'button.save', inFrames: true });
    await onPage('text', { selector: '.quick-input-widget .quick-input-title' });
    await rest(500);
    await onPage('press', { text: 'Enter' });
    let saved = '';
    await until(async () => {
      saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.notEqual(saved, '');
    });
    assert.match(saved, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(saved, />runtime<\/text>/);
    assert.doesNotMatch(saved, /var\(|class=|<script|href=|\son\w+=/);
    await vscode.workspace.fs.delete(target);
  });

  it('zooms and fits', async () => {
    await draw('good/compose.yaml', box('services:app'));
    const size = async (): Promise<number> => Number(await onPage('attribute', { selector: '.canvas svg', text: 'width', inFrames: true }));
    const fitted = await size();
    await onPage('click', { selector: 'button.zoom-in', inFrames: true });
    await until(async () => assert.ok((await size()) > fitted));
    await onPage('click', { selector: 'button.fit', inFrames: true });
    await until(async () => assert.equal(await size(), fitted));
  });

  it('shows the picture of a note above its text', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('mulgil.openNote', 'diagrams/cluster');
    await until(async () => assert.equal(await count('figure .picture .box'), 13));
    await screenshot('note-picture');
  });

  async function nameOf(selector: string): Promise<string> {
    return String((await onPage('attribute', { selector, text: 'aria-label', inFrames: true })) ?? '');
  }
  const nameOfFocused = (): Promise<string> => nameOf('.link:focus');
});
