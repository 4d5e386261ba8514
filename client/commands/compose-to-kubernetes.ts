import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ConvertedDocument } from '../../server/protocol.ts';
import type { Conversions } from '../conversions.ts';
import { exists } from '../exists.ts';
import { targetOf } from './convert-target.ts';

/** Makes the command that turns a Compose file into Kubernetes manifests: in a new document, or as files of a folder. */
export function composeToKubernetes(conversions: Conversions): (named?: unknown) => Promise<void> {
  return async (named) => {
    const target = await targetOf(named);
    const converted = target && (await conversions.toKubernetes(target.document));
    if (!converted) {
      void window.showInformationMessage(l10n.t('Open a Compose file with services first.'));
      return;
    }
    const asDocument = { label: l10n.t('In a new document'), detail: l10n.t('Nothing is saved until you save it') };
    const asFiles = { label: l10n.t('As files in a folder…'), detail: converted.files.map(({ path }) => path).join(', ') };
    const picked = await window.showQuickPick([asDocument, asFiles], { title: l10n.t('Kubernetes manifests') });
    if (picked === asDocument) await openDocument(converted);
    else if (picked === asFiles) await writeFiles(converted);
  };
}

async function openDocument({ text }: ConvertedDocument): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'yaml', content: text });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
}

async function writeFiles({ files }: ConvertedDocument): Promise<void> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: l10n.t('Write the manifests here'),
    })) ?? [];
  if (!folder) return;
  const targets = files.map(({ path, text }) => ({ path, uri: Uri.joinPath(folder, ...path.split('/')), text }));
  const there = (await Promise.all(targets.map(async (target) => ((await exists(target.uri)) ? target.path : undefined)))).filter(
    (path) => path !== undefined,
  );
  if (there.length > 0) {
    const overwrite = l10n.t('Overwrite');
    const detail = there.join('\n');
    if (
      (await window.showWarningMessage(l10n.t('These files are there already. Overwrite them?'), { modal: true, detail }, overwrite)) !==
      overwrite
    )
      return;
  }
  for (const { uri, text } of targets) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const [first] = targets.filter(({ path }) => path.endsWith('.md'));
  if (first) await window.showTextDocument(first.uri, { viewColumn: ViewColumn.Beside });
}
