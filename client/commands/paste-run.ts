import { env, l10n, Range, window, workspace, WorkspaceEdit } from 'vscode';
import type { Conversions } from '../conversions.ts';

/** Makes the command that reads a `docker run` command from the clipboard and puts it as a service into the Compose file in the editor, or into a new one. */
export function pasteRun(conversions: Conversions): () => Promise<void> {
  return async () => {
    const command = (await env.clipboard.readText()).trim();
    if (command === '') {
      void window.showInformationMessage(l10n.t('Copy a docker run command first.'));
      return;
    }
    const active = window.activeTextEditor?.document;
    const read = await conversions.fromRun(command, active);
    if (!read) return;
    if ('problem' in read) {
      void window.showInformationMessage(read.problem);
      return;
    }
    const { edits, text, remarks, version } = read;
    if (active && edits && version === active.version) {
      const change = new WorkspaceEdit();
      for (const { range, newText } of edits)
        change.insert(active.uri, new Range(range.start.line, range.start.character, range.end.line, range.end.character).start, newText);
      await workspace.applyEdit(change);
    } else {
      const document = await workspace.openTextDocument({ language: 'dockercompose', content: text });
      await window.showTextDocument(document);
    }
    if (remarks.length > 0) void window.showInformationMessage(remarks.join(' '));
  };
}
