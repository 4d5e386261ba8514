import { Disposable, l10n, languages, workspace } from 'vscode';
import type { Locale } from '../server/protocol.ts';
import { documentSelector } from './languages.ts';
import type { Library } from './library.ts';

const names: Readonly<Record<Locale, string>> = { ko: '한국어', en: 'English' };

/** Shows in which language Mulgil explains and how much, with the way to change it, in the language status of the files it looks at. */
export function showLanguage(library: Library): Disposable {
  const item = languages.createLanguageStatusItem('mulgil.language', documentSelector);
  item.name = l10n.t('Mulgil: Language of Explanations');
  item.text = 'Mulgil';
  item.command = { command: 'mulgil.changeLanguage', title: l10n.t('Change') };
  const update = (): void => {
    const isShort = workspace.getConfiguration('mulgil').get('detail') === 'short';
    item.detail = isShort ? l10n.t('Short hovers') : l10n.t('Full hovers');
    library.locale().then(
      (locale) => (item.text = `Mulgil: ${names[locale]}`),
      () => (item.text = 'Mulgil'),
    );
  };
  const watch = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('mulgil.detail')) update();
  });
  return Disposable.from(item, watch, library.onDidChange(update));
}
