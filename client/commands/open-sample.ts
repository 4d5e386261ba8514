import { commands, l10n, Uri, window, workspace } from 'vscode';
import { exists } from '../exists.ts';
import type { Library } from '../library.ts';

/** What the folder of the sample is called; a number follows where there is one already. */
const name = 'mulgil-sample';

/** Makes the command that writes a workspace to practise in and opens it: below the folder that it is given, or that the user chooses. */
export function openSample(library: Library): (parent?: unknown) => Promise<void> {
  return async (given) => {
    const parent = given instanceof Uri ? given : await chooseFolder();
    if (!parent) return;
    const folder = await freeFolder(parent);
    const files = (await library.sample()).map(({ path, text }) => ({ uri: Uri.joinPath(folder, ...path.split('/')), text }));
    try {
      for (const { uri, text } of files) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      void window.showErrorMessage(l10n.t('The sample could not be written: {0}', error instanceof Error ? error.message : String(error)));
      return;
    }
    const [first] = files;
    if (first) await show(folder, first.uri);
  };
}

async function chooseFolder(): Promise<Uri | undefined> {
  const [workspaceFolder] = workspace.workspaceFolders ?? [];
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: l10n.t('Write the sample here'),
      ...(workspaceFolder ? { defaultUri: workspaceFolder.uri } : {}),
    })) ?? [];
  return folder;
}

/** A folder that is not there yet, so that nothing is overwritten. */
async function freeFolder(parent: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(parent, number === 1 ? name : `${name}-${number}`);
    if (!(await exists(folder))) return folder;
  }
}

/** Below a folder that is open already the file is enough; elsewhere the folder gets a window, and what is open keeps its own. */
async function show(folder: Uri, file: Uri): Promise<void> {
  if (workspace.getWorkspaceFolder(folder)) await window.showTextDocument(file);
  else {
    const forceNewWindow = (workspace.workspaceFolders ?? []).length > 0;
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow, filesToOpen: [file] });
  }
}
