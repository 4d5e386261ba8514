/** The first minutes in a real VS Code: the walkthrough, the sample project, the way in from the library, language and detail. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { assertLanguage, diagnosticOf, hoverAt, korean, open, rest, screenshot, textOf, until } from './support.ts';

const steps = ['hover', 'fix', 'snippet', 'library', 'draw', 'language'];
const walkthrough = '.gettingStartedContainer';

async function pageText(selector: string): Promise<string> {
  return String(await onPage('text', { selector }));
}

/** Runs a command that asks, and chooses the item of this name. */
async function choose(command: string, label: string): Promise<void> {
  const done = vscode.commands.executeCommand(command);
  await until(async () => assert.equal(await onPage('count', { selector: `.quick-input-list .monaco-list-row:has-text("${label}")` }), 1));
  await rest(300);
  await screenshot('first-choose');
  await onPage('click', { selector: `.quick-input-list .monaco-list-row:has-text("${label}")` });
  await done;
}

describe(`the first steps in VS Code (${vscode.env.language}, ${process.env['TEST_EXTENSION_HOST'] ?? ''} host)`, () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('mulgil');
  const folder = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail();

  after(async () => {
    for (const name of ['language', 'detail']) await settings().update(name, undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens a walkthrough whose every step has its picture', async function () {
    if (!hasPage) this.skip();
    await vscode.commands.executeCommand('workbench.action.closeSidebar'); // beside it there is no room for pictures
    await vscode.commands.executeCommand('mulgil.openWalkthrough');
    await until(async () =>
      assertLanguage((await pageText(`${walkthrough} .gettingStartedDetailsContent`)).replaceAll(/VS Code|⌘|Ctrl/g, '')),
    );
    for (const step of steps) {
      await onPage('click', { selector: `${walkthrough} .getting-started-step[data-step-id$="#${step}"]` });
      await until(async () =>
        assert.ok(Number(await onPage('count', { selector: 'svg[viewBox="0 0 400 240"] text:visible', inFrames: true })) > 0),
      );
      await rest(500);
      await screenshot(`first-${step}`);
    }
  });

  it('is a press away from the library, as long as nothing of it was used', async function () {
    if (!hasPage) this.skip();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('mulgil.openLibrary');
    await until(async () => assertLanguage(await textOf('.start button:first-of-type')));
    await screenshot('first-library-start');
    await onPage('click', { selector: '.start button:first-of-type', inFrames: true });
    await until(async () => assert.ok(Number(await onPage('count', { selector: walkthrough })) > 0));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('writes the sample beside what is there, in the content language, with something to mend', async () => {
    await vscode.commands.executeCommand('mulgil.openSample', folder());
    await until(() => assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/mulgil-sample\/Dockerfile$/));
    const { document } = vscode.window.activeTextEditor ?? assert.fail();
    assertLanguage(document.getText());
    await diagnosticOf(document, 'dockerfile/known-copy-source');
    await screenshot('first-sample');
    const service = await open('mulgil-sample/k8s/service.yaml');
    await diagnosticOf(service.document, 'kubernetes/service-selects-pods');
    await vscode.commands.executeCommand('mulgil.drawFile');
    if (hasPage) {
      await until(async () => assert.equal(await onPage('count', { selector: '.line.broken', inFrames: true }), 1));
      await rest(600);
      await screenshot('first-loose-wire');
    }
  });

  it('never writes over a sample that is there', async () => {
    const first = vscode.Uri.joinPath(folder(), 'mulgil-sample', 'Dockerfile');
    await vscode.workspace.fs.writeFile(first, new TextEncoder().encode('FROM scratch\n'));
    await vscode.commands.executeCommand('mulgil.openSample', folder());
    await until(() => assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/mulgil-sample-2\/Dockerfile$/));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(first)), 'FROM scratch\n');
    for (const name of ['mulgil-sample', 'mulgil-sample-2'])
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), name), { recursive: true });
  });

  it('shortens hovers and changes their language where the user chooses it', async function () {
    if (!hasPage) this.skip();
    const editor = await open('poor/Dockerfile');
    const full = await hoverAt(editor.document, 'STOPSIGNAL');
    await choose('mulgil.changeLanguage', korean ? '짧게' : 'Short');
    assert.equal(settings().get('detail'), 'short');
    await until(async () => assert.ok((await hoverAt(editor.document, 'STOPSIGNAL')).length < full.length));
    await choose('mulgil.changeLanguage', korean ? 'English' : '한국어');
    assert.equal(settings().get('language'), korean ? 'en' : 'ko');
    await until(async () => assert.equal(/[가-힣]/.test(await hoverAt(editor.document, 'STOPSIGNAL')), !korean));
    await onPage('click', { selector: '.statusbar-item[id="status.languageStatus"]' }).catch(() => undefined);
    await rest(600);
    await screenshot('first-status');
    await onPage('press', { text: 'Escape' });
    await choose('mulgil.changeLanguage', korean ? '자동' : 'Automatic');
    await choose('mulgil.changeLanguage', korean ? '자세히' : 'Full');
    await until(async () => assert.equal(await hoverAt(editor.document, 'STOPSIGNAL'), full));
  });
});
