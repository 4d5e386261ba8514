import { l10n, window } from 'vscode';
import type { Server } from '../server.ts';

/** Makes the command that starts the language server anew. */
export function restartServer(server: Server): () => Promise<void> {
  return async () => {
    try {
      await server.restart();
    } catch {
      return; // it has been told
    }
    window.setStatusBarMessage(l10n.t('Mulgil has been restarted.'), 5000);
  };
}
