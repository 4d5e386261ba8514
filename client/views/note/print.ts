import { UIKind, Uri, commands, env, l10n, window, workspace } from 'vscode';
import { pageRoot } from '../html.ts';
import type { PrintedPage } from './messages.ts';
import { printable } from './printable.ts';

/**
 * Saves a page as a file that any browser opens and prints, and opens it there where that is possible: VS Code itself cannot print.
 * The file holds everything that it shows, and nothing that runs.
 */
export async function printPage(page: PrintedPage, extensionUri: Uri): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t('Save the note as a page to print'),
    filters: { HTML: ['html'] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${fileName(page.title)}.html`) } : {}),
  });
  if (!target) return;
  const style = await workspace.fs.readFile(Uri.joinPath(pageRoot(extensionUri), 'note-style.css'));
  await workspace.fs.writeFile(target, new TextEncoder().encode(printable(page, new TextDecoder().decode(style))));
  // Only a window on this computer knows a browser that can read the file.
  const isLocal = env.uiKind === UIKind.Desktop && env.remoteName === undefined && target.scheme === 'file';
  if (isLocal && (await env.openExternal(target))) return;
  const reveal = l10n.t('Show in Folder');
  const answer = await window.showInformationMessage(
    l10n.t('The note is saved. Open it in a browser and print it there.'),
    ...(isLocal ? [reveal] : []),
  );
  if (answer === reveal) await commands.executeCommand('revealFileInOS', target);
}

/** A title as the name of a file. */
function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'note'
  );
}
