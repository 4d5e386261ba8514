import { commands, window, type ExtensionContext } from 'vscode';
import { showCosts } from './cache-lens.ts';
import { changeLanguage } from './commands/change-language.ts';
import { composeToKubernetes } from './commands/compose-to-kubernetes.ts';
import { composeToRun } from './commands/compose-to-run.ts';
import { explainFile } from './commands/explain-file.ts';
import { fixAll } from './commands/fix-all.ts';
import { openCheatSheets } from './commands/open-cheat-sheets.ts';
import { openNote } from './commands/open-note.ts';
import { pasteRun } from './commands/paste-run.ts';
import { restartServer } from './commands/restart-server.ts';
import { createConversions } from './conversions.ts';
import { showLanguage } from './language-status.ts';
import { createLibrary } from './library.ts';
import { createServer, type CreateClient } from './server.ts';
import { registerCheatSheets } from './views/cheatsheets/provider.ts';
import { registerExplanations } from './views/explain/panel.ts';
import { registerNotes } from './views/note/panel.ts';

/** Puts the extension together; all that differs between desktop and browser is how the client is made. */
export function start(context: ExtensionContext, createClient: CreateClient): void {
  const log = window.createOutputChannel('Mulgil', { log: true });
  const server = createServer(createClient, log);
  const library = createLibrary(server);
  const conversions = createConversions(server);
  const notes = registerNotes(library, context.extensionUri);
  const explanations = registerExplanations(library, notes, context.extensionUri);
  context.subscriptions.push(
    log,
    server,
    notes,
    explanations,
    showCosts(library),
    registerCheatSheets(library, context.extensionUri),
    showLanguage(library),
    commands.registerCommand('mulgil.changeLanguage', changeLanguage),
    commands.registerCommand('mulgil.composeToKubernetes', composeToKubernetes(conversions)),
    commands.registerCommand('mulgil.composeToRun', composeToRun(conversions)),
    commands.registerCommand('mulgil.explainFile', explainFile(explanations)),
    commands.registerCommand('mulgil.fixAll', fixAll),
    commands.registerCommand('mulgil.openCheatSheets', openCheatSheets),
    commands.registerCommand('mulgil.openNote', openNote(library, notes)),
    commands.registerCommand('mulgil.pasteRun', pasteRun(conversions)),
    commands.registerCommand('mulgil.restartServer', restartServer(server)),
  );
  void commands.executeCommand('setContext', 'mulgil.active', true);
}
