import { commands, window, type ExtensionContext } from 'vscode';
import { showCosts } from './cache-lens.ts';
import { changeLanguage } from './commands/change-language.ts';
import { composeToKubernetes } from './commands/compose-to-kubernetes.ts';
import { composeToRun } from './commands/compose-to-run.ts';
import { drawFile } from './commands/draw-file.ts';
import { explainFile } from './commands/explain-file.ts';
import { explainOutput, explainTerminalOutput } from './commands/explain-output.ts';
import { fixAll } from './commands/fix-all.ts';
import { insertSnippet } from './commands/insert-snippet.ts';
import { openLibrary } from './commands/open-library.ts';
import { openNote } from './commands/open-note.ts';
import { openSample } from './commands/open-sample.ts';
import { openWalkthrough } from './commands/open-walkthrough.ts';
import { pasteRun } from './commands/paste-run.ts';
import { restartServer } from './commands/restart-server.ts';
import { createConversions } from './conversions.ts';
import { showLanguage } from './language-status.ts';
import { watchEditors } from './last-editor.ts';
import { createLibrary } from './library.ts';
import type { RealPath } from './read-file.ts';
import { createServer, type CreateClient } from './server.ts';
import { linkTerminals } from './terminal-links.ts';
import { registerLibrary } from './views/library/provider.ts';
import { registerDrawings } from './views/drawing/panel.ts';
import { registerExplanations } from './views/explain/panel.ts';
import { registerHere } from './views/here/provider.ts';
import { registerNotes } from './views/note/panel.ts';

/**
 * Puts the extension together; all that differs between desktop and browser is how the client is made.
 * @param realPath follows symbolic links, where there is a file system to ask
 */
export function start(context: ExtensionContext, createClient: CreateClient, realPath?: RealPath): void {
  const log = window.createOutputChannel('Mulgil', { log: true });
  const server = createServer(createClient, log, realPath);
  const library = createLibrary(server);
  const conversions = createConversions(server);
  const notes = registerNotes(library, context.extensionUri);
  const here = registerHere(library, notes, context.extensionUri, context.workspaceState);
  const explanations = registerExplanations(library, notes, context.extensionUri);
  const drawings = registerDrawings(library, context.extensionUri);
  const panel = registerLibrary({ library, extensionUri: context.extensionUri, store: context.globalState });
  context.subscriptions.push(
    log,
    server,
    watchEditors(),
    notes,
    here,
    explanations,
    drawings,
    linkTerminals(library, notes),
    showCosts(library),
    panel,
    showLanguage(library),
    commands.registerCommand('mulgil.changeLanguage', changeLanguage),
    commands.registerCommand('mulgil.composeToKubernetes', composeToKubernetes(conversions)),
    commands.registerCommand('mulgil.composeToRun', composeToRun(conversions)),
    commands.registerCommand('mulgil.drawFile', drawFile(drawings)),
    commands.registerCommand('mulgil.explainFile', explainFile(explanations)),
    commands.registerCommand('mulgil.explainOutput', explainOutput(library, notes)),
    commands.registerCommand('mulgil.explainTerminalOutput', explainTerminalOutput(notes)),
    commands.registerCommand('mulgil.fixAll', fixAll),
    commands.registerCommand('mulgil.insertSnippet', insertSnippet(library)),
    commands.registerCommand('mulgil.openHere', here.open),
    commands.registerCommand('mulgil.pinHere', here.pin),
    commands.registerCommand('mulgil.printNote', notes.print),
    commands.registerCommand('mulgil.unpinHere', here.unpin),
    commands.registerCommand('mulgil.openLibrary', openLibrary(panel)),
    commands.registerCommand('mulgil.openNote', openNote(library, notes)),
    commands.registerCommand('mulgil.openSample', openSample(library)),
    commands.registerCommand('mulgil.openWalkthrough', openWalkthrough),
    commands.registerCommand('mulgil.pasteRun', pasteRun(conversions)),
    commands.registerCommand('mulgil.restartServer', restartServer(server)),
  );
  void commands.executeCommand('setContext', 'mulgil.active', true);
}
