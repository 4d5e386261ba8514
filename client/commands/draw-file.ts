import { Uri, l10n, window, workspace } from 'vscode';
import { lastEditor } from '../last-editor.ts';
import type { Drawings } from '../views/drawing/panel.ts';

const languages: ReadonlySet<string> = new Set(['dockerfile', 'dockercompose', 'yaml']);

/** Makes the command that draws a file beside it: the one of the menu it was called from, or the one in the active editor. */
export function drawFile(drawings: Drawings): (target?: unknown) => Promise<void> {
  return async (target) => {
    const document = target instanceof Uri ? await workspace.openTextDocument(target) : lastEditor()?.document;
    if (document && languages.has(document.languageId) && (await drawings.show(document))) return;
    void window.showInformationMessage(l10n.t('Open a Dockerfile, a Compose file or a Kubernetes manifest first.'));
  };
}
