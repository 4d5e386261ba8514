import { Uri, l10n, window, workspace } from 'vscode';
import { fileName } from '../shown-file.ts';

/** Asks where to save a picture of a file, and saves it there. Answers whether it did. */
export async function saveDrawing(of: Uri, svg: string): Promise<boolean> {
  const suggestion = of.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(of, '..', `${fileName(of)}.svg`) };
  const target = await window.showSaveDialog({ ...suggestion, filters: { SVG: ['svg'] } });
  if (!target) return false;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
    return true;
  } catch (error) {
    void window.showErrorMessage(l10n.t('The drawing could not be saved: {0}', error instanceof Error ? error.message : String(error)));
    return false;
  }
}
