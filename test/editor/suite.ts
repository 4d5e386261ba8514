/**
 * What only a real VS Code can show: that the packaged extension explains, warns, fixes, inserts and shows its panel there.
 * Runs inside VS Code once for each extension host (Node, web worker) and language (English, Korean); see run.mts.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import './drawings.ts';
import './first-steps.ts'; // before anything of the library is used
import './installed.ts';
import './library.ts';
import './notes.ts';
import './security.ts';
import './snippets.ts';
import './crashes.ts'; // after those that need no new server
import {
  actionsAt,
  assertLanguage,
  diagnosticOf,
  hoverAt,
  korean,
  lensesOf,
  mulgilDiagnostics,
  open,
  openText,
  rest,
  screenshot,
  select,
  showHover,
  textOf,
  until,
  untitled,
} from './support.ts';

describe(`Mulgil in VS Code (${vscode.env.language}, ${process.env['TEST_EXTENSION_HOST'] ?? ''} host)`, () => {
  it('explains STOPSIGNAL on hover', async () => {
    const editor = await open('poor/Dockerfile');
    const text = await hoverAt(editor.document, 'STOPSIGNAL');
    assert.match(text, /^\*\*STOPSIGNAL\*\* — .*SIGTERM.*SIGKILL/s);
    assertLanguage(text);
    assert.match(text, /command:mulgil\.openNote/);
    await showHover(editor, 'STOPSIGNAL');
    await screenshot('hover-stopsignal');
  });

  it('explains livenessProbe on hover, wherever the container occurs', async () => {
    const editor = await open('good/k8s/app.yaml');
    const text = await hoverAt(editor.document, 'livenessProbe');
    assert.match(text, /\*\*livenessProbe\*\* — /);
    assert.match(text, korean ? /재시작/ : /restart/);
    assertLanguage(text);
    await showHover(editor, 'livenessProbe');
    await screenshot('hover-liveness-probe');
  });

  it('compares a manifest with those of other files, and its quick fix mends it', async () => {
    const editor = await open('poor/k8s/service.yaml');
    const diagnostic = await diagnosticOf(editor.document, 'kubernetes/service-selects-pods');
    assert.equal(editor.document.getText(diagnostic.range), 'bookshop-databse');
    assertLanguage(diagnostic.message);
    assert.match(diagnostic.relatedInformation?.[0]?.location.uri.path ?? '', /\/poor\/k8s\/deployment\.yaml$/);
    await select(editor, 'bookshop-databse');
    await vscode.commands.executeCommand('editor.action.showHover');
    await rest(600);
    await screenshot('cross-file-diagnostic');
    const action = (await actionsAt(editor.document, diagnostic.range, vscode.CodeActionKind.QuickFix)).find(({ edit }) => edit);
    assert.ok(action?.edit, 'a quick fix is offered');
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.match(editor.document.getText(), /^ {4}app: bookshop-database$/m);
    await until(() => assert.deepEqual(mulgilDiagnostics(editor.document), []));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('leads from a name to the file that defines it, and offers names from there', async () => {
    const { document } = await open('good/k8s/app.yaml');
    const position = document.positionAt(document.getText().indexOf('mysql-secret'));
    await until(async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      );
      const paths = found.map((target) => ('targetUri' in target ? target.targetUri : target.uri).path);
      assert.equal(paths.length, 1);
      assert.match(paths[0] ?? '', /\/good\/k8s\/secrets\.yaml$/);
    });
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('app-secret') && labels.includes('mysql-secret'), labels.join(', '));
  });

  it('warns of mistakes, and its quick fix mends one', async () => {
    const editor = await openText('dockerfile', 'FROM node:24-alpine\nSTOPSIGNAL SIGKILL\nUSER node\nCMD ["node", "server.js"]\n');
    const diagnostic = await diagnosticOf(editor.document, 'dockerfile/no-kill-stopsignal');
    assert.equal(editor.document.getText(diagnostic.range), 'SIGKILL');
    assertLanguage(diagnostic.message);
    await select(editor, 'SIGKILL');
    await vscode.commands.executeCommand('editor.action.marker.next');
    await screenshot('diagnostic');
    if (hasPage) {
      await vscode.commands.executeCommand('closeMarkersNavigation');
      await vscode.commands.executeCommand('editor.action.quickFix');
      await rest(500);
      await screenshot('quick-fix');
      await onPage('press', { text: 'Escape' });
    }
    const action = (await actionsAt(editor.document, diagnostic.range, vscode.CodeActionKind.QuickFix)).find(({ edit }) => edit);
    assert.ok(action?.edit, 'a quick fix is offered');
    assertLanguage(action.title.replaceAll(/[A-Z]+/g, ''));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.match(editor.document.getText(), /^STOPSIGNAL SIGTERM$/m);
    await until(() => assert.deepEqual(mulgilDiagnostics(editor.document), []));
  });

  it('applies every safe fix at once', async () => {
    const editor = await openText(
      'dockerfile',
      'FROM node:24-alpine # base\nWORKDIR /app # folder\nADD server.js ./\nUSER node\nCMD ["node", "server.js"]\n',
    );
    await diagnosticOf(editor.document, 'dockerfile/no-trailing-comment');
    await vscode.commands.executeCommand('editor.action.fixAll');
    await until(() =>
      assert.equal(
        editor.document.getText(),
        '# base\nFROM node:24-alpine\n# folder\nWORKDIR /app\nCOPY server.js ./\nUSER node\nCMD ["node", "server.js"]\n',
      ),
    );
  });

  it('shows what stages add and what a change costs, and explains the file beside it', async () => {
    const editor = await open('poor/Dockerfile');
    await until(async () => {
      const titles = (await lensesOf(editor.document)).map((lens) => lens.command?.title ?? '');
      assert.equal(titles.length, 2);
      assert.match(titles[0] ?? '', /COPY --from/);
      assert.match(titles[1] ?? '', korean ? /^레이어 \d+개 추가 · / : /^Adds \d+ layers · /);
      for (const title of titles) assertLanguage(title);
    });
    await select(editor, 'ADD');
    await rest(1000);
    await screenshot('layers');
    await vscode.commands.executeCommand('mulgil.explainFile');
    if (!hasPage) return;
    await until(async () => assert.match(await textOf('main'), /STOPSIGNAL SIGKILL/));
    assertLanguage(await textOf('.findings .why'));
    assertLanguage(await textOf('.facts'));
    await screenshot('explanation');
    await onPage('click', { selector: '.part:nth-of-type(3) .go', inFrames: true });
    await until(() => assert.equal(vscode.window.activeTextEditor?.selection.active.line, 5));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(5, 0), 'RUN echo added\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(async () => assert.match(await textOf('main'), /RUN echo added/));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('turns a Compose service into a docker run command, and the file into manifests that are quiet', async () => {
    const editor = await open('good/compose.yaml');
    await hoverAt(editor.document, 'healthcheck');
    await select(editor, 'image: redis');
    // The command ends when its notification does.
    void vscode.commands.executeCommand('mulgil.composeToRun');
    const run = await untitled('shellscript');
    assert.match(run.getText(), /^docker run \\\n {2}--detach \\\n {2}--name redis \\$/m);
    assert.match(run.getText(), /^ {2}redis:8 \\\n {2}redis-server --appendonly yes$/m);
    assertLanguage(run.getText());
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (!hasPage) return;
    await open('good/compose.yaml');
    void vscode.commands.executeCommand('mulgil.composeToKubernetes');
    await onPage('text', { selector: '.quick-input-list .monaco-list-row' });
    await onPage('press', { text: 'Enter' });
    const manifests = await untitled('yaml');
    assert.match(manifests.getText(), /^kind: StatefulSet$/m);
    await hoverAt(manifests, 'kind');
    assert.deepEqual(mulgilDiagnostics(manifests), []);
    await screenshot('converted');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says nothing about YAML that is none of its own', async () => {
    const editor = await openText('yaml', 'name: x\nlivenessProbe: {}\nimage: nginx\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      new vscode.Position(1, 3),
    );
    assert.deepEqual(hovers, []);
  });

  it('opens a note beside the editor', async function () {
    if (!hasPage) this.skip();
    await vscode.commands.executeCommand('mulgil.openNote', 'dockerfile/STOPSIGNAL');
    await until(async () => assert.match(await textOf('main .body'), /SIGTERM/));
    assertLanguage(await textOf('main .body'));
    await screenshot('note');
  });
});
