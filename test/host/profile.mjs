import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings that keep VS Code from opening, fetching or showing what no test asked for. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'window.autoDetectColorScheme': true,
  'files.autoSave': 'off', // in a browser it is on
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Prepares an empty user-data folder for VS Code.
 *
 * `--locale` alone is ignored without a language pack. A pack without a single string is enough: `env.language`,
 * `vscode.l10n` and `package.nls.<locale>.json` follow it, while VS Code's own texts stay English.
 *
 * @param {string} folder the user-data folder
 * @param {object} options
 * @param {string} options.locale such as `en` or `ko`
 * @param {Record<string, unknown>} options.settings the user's settings, on top of the quiet ones
 */
export async function writeProfile(folder, { locale, settings }) {
  await mkdir(join(folder, 'User'), { recursive: true });
  await writeFile(join(folder, 'User/settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));
  if (locale === 'en') return;
  const texts = join(folder, 'empty.i18n.json');
  await writeFile(texts, JSON.stringify({ '': [], version: '1.0.0', contents: {} }));
  const pack = {
    hash: `empty-${locale}`,
    label: locale,
    extensions: [{ extensionIdentifier: { id: `mulgil-test.language-pack-${locale}` }, version: '1.0.0' }],
    translations: { vscode: texts },
  };
  await writeFile(join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
