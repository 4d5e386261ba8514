import { ConfigurationTarget, l10n, QuickPickItemKind, window, workspace, type QuickPickItem } from 'vscode';

/** One value of a setting of explanations. */
type Choice = QuickPickItem & ({ readonly kind: QuickPickItemKind.Separator } | { readonly setting: Setting; readonly value: string });
type Setting = 'language' | 'detail';

/** Lets the user choose the language of explanations, or how much hovers tell, and keeps it in the settings. */
export async function changeLanguage(): Promise<void> {
  const configuration = workspace.getConfiguration('mulgil');
  const choice = (setting: Setting, value: string, label: string, detail?: string): Choice => ({
    setting,
    value,
    label,
    ...(detail === undefined ? {} : { detail }),
    ...(configuration.get(setting) === value ? { description: l10n.t('current') } : {}),
  });
  const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const picked = await window.showQuickPick(
    [
      heading(l10n.t('Language')),
      choice('language', 'auto', l10n.t('Automatic'), l10n.t('Follows the display language of the editor')),
      choice('language', 'ko', '한국어'),
      choice('language', 'en', 'English'),
      heading(l10n.t('Hovers')),
      choice('detail', 'full', l10n.t('Full'), l10n.t('What it is, why it matters, and what goes wrong')),
      choice('detail', 'short', l10n.t('Short'), l10n.t('What it is, its default and its values')),
    ],
    { title: l10n.t('Mulgil’s explanations') },
  );
  if (!picked || !('setting' in picked)) return;
  // A value of the workspace would hide one of the user's, so it is replaced where it stands.
  const inWorkspace = configuration.inspect(picked.setting)?.workspaceValue !== undefined;
  await configuration.update(picked.setting, picked.value, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
