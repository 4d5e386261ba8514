import { ConfigurationTarget, l10n, window, workspace, type QuickPickItem } from 'vscode';

type Choice = QuickPickItem & { readonly value: 'auto' | 'ko' | 'en' };

/** Lets the user choose the language of explanations and keeps it in the setting `mulgil.language`. */
export async function changeLanguage(): Promise<void> {
  const configuration = workspace.getConfiguration('mulgil');
  const current = configuration.get('language');
  const choices: readonly Choice[] = [
    { value: 'auto', label: l10n.t('Automatic'), detail: l10n.t('Follows the display language of the editor') },
    { value: 'ko', label: '한국어' },
    { value: 'en', label: 'English' },
  ];
  const items = choices.map((choice) => (choice.value === current ? { ...choice, description: l10n.t('current') } : choice));
  const picked = await window.showQuickPick(items, { title: l10n.t('Language of Mulgil’s explanations') });
  if (!picked) return;
  // A value of the workspace would hide one of the user's, so it is replaced where it stands.
  const inWorkspace = configuration.inspect('language')?.workspaceValue !== undefined;
  await configuration.update('language', picked.value, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
