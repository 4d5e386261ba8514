import { commands, env, l10n, window } from 'vscode';
import type { Library } from '../library.ts';
import type { Notes } from '../views/note/panel.ts';

/**
 * Makes the command that explains output of kubectl or docker: what is selected in the editor, else what the clipboard holds,
 * else what the user gives. A text can be passed too.
 */
export function explainOutput(library: Library, notes: Notes): (output?: unknown) => Promise<void> {
  return async (given) => {
    const output = typeof given === 'string' ? given : await findOutput(library);
    if (output !== undefined) await notes.show({ output }, { preserveFocus: false });
  };
}

/** The first of the places that holds something to explain; for what the user gives there is an answer in any case. */
async function findOutput(library: Library): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  for (const text of [editor?.document.getText(editor.selection) ?? '', await env.clipboard.readText()])
    if (text.trim() !== '' && (await library.explainOutput(text))) return text;
  return window.showInputBox({
    title: l10n.t('Explain output of kubectl or docker'),
    prompt: l10n.t('Copy the output in the terminal and run this command again, or paste a line of it here.'),
    placeHolder: 'web-7d9f  0/1  CrashLoopBackOff  12 (2m ago)',
  });
}

/** Makes the command that explains what is selected in a terminal. Only by way of the clipboard does an extension see that, which gets its own back. */
export function explainTerminalOutput(notes: Notes): () => Promise<void> {
  return async () => {
    const before = await env.clipboard.readText();
    await commands.executeCommand('workbench.action.terminal.copySelection');
    const output = await env.clipboard.readText();
    await env.clipboard.writeText(before);
    if (output.trim() !== '') await notes.show({ output }, { preserveFocus: false });
  };
}
