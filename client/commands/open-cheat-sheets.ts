import { commands } from 'vscode';
import { cheatSheetsView } from '../views/cheatsheets/provider.ts';

/** Shows the cheat sheets and puts the cursor into their search. */
export async function openCheatSheets(): Promise<void> {
  await commands.executeCommand(`${cheatSheetsView}.focus`);
}
