/** Notes in the editor: what follows the cursor, where links lead, terminals, output, and what is saved to be printed. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { assertLanguage, diagnosticOf, hoverAt, korean, open, openText, rest, screenshot, select, textOf, until } from './support.ts';

const output = `NAMESPACE   NAME                    READY   STATUS             RESTARTS       AGE
shop        web-6d4cf56db6-9xk2l    0/1     CrashLoopBackOff   12 (2m ago)    40m
shop        api-7c9d8f6b5-x2k4p     1/1     Running            0              2d
`;

const viewName = korean ? '커서가 가리키는 것' : 'At the Cursor';

/** The heading of a page of notes; the view at the cursor and the tab each have one. */
const heading = 'main > h1';

describe(`notes in VS Code (${vscode.env.language}, ${process.env['TEST_EXTENSION_HOST'] ?? ''} host)`, () => {
  before(function () {
    if (!hasPage) this.skip();
  });
  // The view at the cursor has a page of notes of its own.
  before(() => vscode.commands.executeCommand('workbench.view.explorer'));
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  describe('the view at the cursor', () => {
    it('follows the cursor, and keeps its note where there is nothing', async () => {
      const editor = await open('poor/Dockerfile');
      await hoverAt(editor.document, 'STOPSIGNAL');
      await vscode.commands.executeCommand('mulgil.here.focus');
      await vscode.window.showTextDocument(editor.document);
      await select(editor, 'STOPSIGNAL');
      await until(async () => assert.equal(await textOf(heading), 'STOPSIGNAL'));
      assertLanguage(await textOf('main .body'));
      await select(editor, 'FROM');
      await until(async () => assert.equal(await textOf(heading), 'FROM'));
      await screenshot('here');
      await openText('plaintext', 'FROM nothing');
      await until(async () =>
        assert.match(await textOf('.pane-header:has-text("' + viewName + '")'), korean ? /여기에는 노트 없음/ : /no note here/),
      );
      assert.equal(await textOf(heading), 'FROM');
    });

    it('stays when it is pinned, follows again when it is not, and opens as a tab', async () => {
      const editor = await open('good/k8s/app.yaml');
      await select(editor, 'livenessProbe');
      await until(async () => assert.equal(await textOf(heading), 'livenessProbe'));
      // Whoever walks down a file by arrows stands in the indentation.
      await select(editor, 'periodSeconds');
      const { line } = editor.selection.active;
      await select(editor, 'replicas');
      await until(async () => assert.equal(await textOf(heading), 'replicas'));
      editor.selection = new vscode.Selection(line, 0, line, 0);
      await until(async () => assert.equal(await textOf(heading), 'periodSeconds'));
      await select(editor, 'livenessProbe');
      await until(async () => assert.equal(await textOf(heading), 'livenessProbe'));
      await vscode.commands.executeCommand('mulgil.pinHere');
      await select(editor, 'replicas');
      await rest(800);
      assert.equal(await textOf(heading), 'livenessProbe');
      await screenshot('here-pinned');
      await vscode.commands.executeCommand('mulgil.unpinHere');
      await until(async () => assert.equal(await textOf(heading), 'replicas'));
      await vscode.commands.executeCommand('mulgil.openHere');
      await until(() => assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'replicas'));
    });
  });

  it('leads from a diagnostic to the very note', async () => {
    const editor = await openText('dockerfile', 'FROM node:24-alpine\nSTOPSIGNAL SIGKILL\nUSER node\nCMD ["node", "server.js"]\n');
    await diagnosticOf(editor.document, 'dockerfile/no-kill-stopsignal');
    await select(editor, 'SIGKILL');
    await vscode.commands.executeCommand('editor.action.quickFix');
    await onPage('click', { selector: `.action-widget .monaco-list-row:has-text("${korean ? '노트 열기' : 'Open the note'}")` });
    await noteTab('STOPSIGNAL');
    await vscode.commands.executeCommand('mulgil.openNote', 'kubernetes/Container#livenessProbe');
    await noteTab('livenessProbe');
    await onPage('click', { selector: '.back', inFrames: true });
    await noteTab('STOPSIGNAL');
    await onPage('click', { selector: '.forward', inFrames: true });
    await noteTab('livenessProbe');
  });

  it('puts a code block into the editor that was left, with its placeholders to fill in', async () => {
    await openText('shellscript', '');
    await vscode.commands.executeCommand('mulgil.openNote', 'troubleshooting/CrashLoopBackOff');
    await noteTab('CrashLoopBackOff');
    await onPage('hover', { selector: 'main .code', inFrames: true });
    await screenshot('note-code');
    await onPage('click', { selector: 'main .code [data-action="insert"]', inFrames: true });
    await until(() => assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^kubectl /));
  });

  it('explains output, from the clipboard or as it is given', async () => {
    await vscode.env.clipboard.writeText(output);
    await vscode.commands.executeCommand('mulgil.explainOutput');
    await until(async () => assert.match(await textOf('main .body'), /web-6d4cf56db6-9xk2l/));
    const text = await textOf('main .body');
    assertLanguage(text);
    assert.match(text, /kubectl logs web-6d4cf56db6-9xk2l -n shop --previous/);
    await screenshot('output');
    await onPage('hover', { selector: 'main .code', inFrames: true });
    await onPage('click', { selector: 'main .code [data-action="terminal"]', inFrames: true });
    await until(async () => assert.match(await textOf('.quick-input-list'), /kubectl logs web-6d4cf56db6-9xk2l/));
    await onPage('press', { text: 'Escape' });
    await onPage('click', { selector: 'main .body a', inFrames: true });
    await noteTab('CrashLoopBackOff');
  });

  it('makes states in a terminal lead to their entries', async () => {
    await vscode.workspace.getConfiguration('terminal.integrated').update('gpuAcceleration', 'off', vscode.ConfigurationTarget.Global);
    const written = new vscode.EventEmitter<string>();
    const pty: vscode.Pseudoterminal = {
      onDidWrite: written.event,
      open: () => written.fire('CrashLoopBackOff\r\n'),
      close: () => undefined,
    };
    const terminal = vscode.window.createTerminal({ name: 'output', pty });
    try {
      terminal.show(true);
      await onPage('text', { selector: '.xterm-rows' });
      const row = { selector: '.terminal-wrapper.active .xterm' };
      const first = { ...row, position: { x: 60, y: 10 } };
      await until(async () => {
        // A mouse that doesn't move is not noticed: each attempt comes from elsewhere, and links need a moment.
        await onPage('hover', { ...row, position: { x: 300, y: 60 } });
        await onPage('hover', first);
        await rest(700);
        await onPage('click', { ...first, modifiers: ['Control'] });
        await rest(300);
        assert.equal(
          vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === 'CrashLoopBackOff'),
          true,
        );
      });
      await screenshot('terminal-link');
    } finally {
      terminal.dispose();
      await vscode.commands.executeCommand('workbench.action.closePanel');
    }
  });

  it('saves a note as a page that any browser prints', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    await vscode.commands.executeCommand('mulgil.openNote', 'dockerfile/STOPSIGNAL');
    await until(async () => assert.equal(await textOf(heading), 'STOPSIGNAL'));
    await vscode.commands.executeCommand('mulgil.printNote');
    await onPage('text', { selector: '.quick-input-widget input' });
    await rest(500);
    await onPage('press', { text: 'Enter' });
    const file = vscode.Uri.joinPath(folder.uri, 'STOPSIGNAL.html');
    await until(async () => {
      const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      assert.match(html, /<h1[^>]*>STOPSIGNAL<\/h1>/);
      assert.doesNotMatch(html, /<script|<button|href="note:/);
    });
    await vscode.workspace.fs.delete(file);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

/** Waits until the note is on show in its tab. */
function noteTab(title: string): Promise<void> {
  return until(() => {
    const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    assert.ok(labels.includes(title), labels.join(', '));
  });
}
