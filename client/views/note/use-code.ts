import { l10n, window } from 'vscode';
import type { EntryAction } from '../library/messages.ts';
import { useCommand } from '../library/use-entry.ts';

/** Does with a code block what was asked for. One of several commands is chosen first: a terminal's prompt takes one. */
export async function useCode(action: EntryAction, commands: readonly string[], text: string): Promise<boolean> {
  if (action !== 'terminal') return useCommand(action, text);
  const command =
    commands.length > 1
      ? await window.showQuickPick(commands, { placeHolder: l10n.t('Which command goes to the terminal? It is not run.') })
      : commands[0];
  return command === undefined ? false : useCommand(action, command);
}
