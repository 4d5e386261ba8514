import { env, l10n, ViewColumn, window, workspace } from 'vscode';
import type { Conversions } from '../conversions.ts';
import { targetOf } from './convert-target.ts';

/** Makes the command that opens a Compose service as a `docker run` command in a new document, to be read and copied; nothing is run. */
export function composeToRun(conversions: Conversions): (named?: unknown) => Promise<void> {
  return async (named) => {
    const target = await targetOf(named);
    const converted = target && (await conversions.toRun(target.document, target.position));
    if (!converted) {
      void window.showInformationMessage(l10n.t('Put the cursor into a service of a Compose file first.'));
      return;
    }
    const document = await workspace.openTextDocument({ language: 'shellscript', content: converted.text });
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
    const copy = l10n.t('Copy');
    if ((await window.showInformationMessage(l10n.t('The service as a docker run command. Nothing was run.'), copy)) === copy)
      await env.clipboard.writeText(converted.text);
  };
}
