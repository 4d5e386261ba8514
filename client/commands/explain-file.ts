import { l10n, window } from 'vscode';
import type { Explanations } from '../views/explain/panel.ts';

/** Makes the command that explains the Dockerfile in the active editor beside it. */
export function explainFile(explanations: Explanations): () => Promise<void> {
  return async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'dockerfile') await explanations.show(document);
    else void window.showInformationMessage(l10n.t('Open a Dockerfile first.'));
  };
}
