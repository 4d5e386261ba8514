import { readConfiguration, workspaceConfiguration, type KnownRules } from '../configuration.ts';
import type { LanguageId } from '../language.ts';
import { chooseLocale, type Locale } from '../locale.ts';
import type { EditorSettings } from '../protocol.ts';
import { settle, type Configuration, type Settings } from '../settings.ts';
import type { Workspace } from '../workspace.ts';
import type { Folders, Located } from './folders.ts';

/**
 * Features that step back where another extension serves the language: completion; definitions, rename, symbols and folding.
 * Snippets follow the wish for completion, but do not step back: no other extension offers these, so nothing would be there twice.
 */
export type SharedFeature = 'completion' | 'navigation' | 'snippets';

/** What the user prefers: the editor's settings, overruled by the files of the workspace. */
export interface Preferences {
  /** The editor's own language, from `initialize`. */
  setEditor(language: string | undefined): void;
  /** The settings under `mulgil.`; anything odd in them is told once and left out. */
  setSettings(settings: EditorSettings | null | undefined): void;
  /** Files of the workspace changed: settle anew at the next question. */
  invalidate(): void;
  /** The content language where no file is concerned: that of the first folder. */
  locale(): Locale;
  /** The content language for a file. */
  localeOf(uri: string): Locale;
  /** The settings of the folder that holds a file, or of a folder itself. */
  settingsOf(uri: string): Settings;
  of(uri: string): { readonly settings: Settings; readonly place: Located };
  /** Whether facts are shown above and beside the lines of a file. */
  lenses(): boolean;
  /** Whether hovers tell only the most needed. */
  isShort(): boolean;
  /** Whether a feature that other extensions may have too is on for a language, given the languages that they serve already. */
  offers(feature: SharedFeature, language: LanguageId, servedElsewhere: readonly string[]): boolean;
}

/**
 * Keeps the preferences.
 * @param knownRules the rules that settings may name
 * @param tell shows the user what could not be understood
 */
export function createPreferences(folders: Folders, knownRules: KnownRules, tell: (problem: string) => void): Preferences {
  let editorLanguage: string | undefined;
  let given: Configuration = {};
  let wishes: Pick<EditorSettings, 'completion' | 'navigation'> = {};
  let showsLenses = true;
  let isShort = false;
  let settled = new Map<Workspace, Settings>();
  const told = new Set<string>();

  function tellOnce(problems: readonly string[]): void {
    for (const problem of problems) {
      if (told.has(problem)) continue;
      told.add(problem);
      tell(problem);
    }
  }

  function settingsOf(workspace: Workspace): Settings {
    const known = settled.get(workspace);
    if (known) return known;
    const { layers, problems } = workspaceConfiguration(workspace, { known: knownRules });
    tellOnce(problems);
    const settings = settle([given, ...layers]);
    settled.set(workspace, settings);
    return settings;
  }

  return {
    setEditor: (language) => void (editorLanguage = language),
    setSettings: (settings) => {
      const { completion, navigation, lenses, detail, language, preset, rules, ignore, kubernetes } = settings ?? {};
      wishes = { ...(completion ? { completion } : {}), ...(navigation ? { navigation } : {}) };
      showsLenses = lenses !== 'off';
      isShort = detail === 'short';
      const read = readConfiguration({ language, preset, rules, ignore, kubernetes }, 'mulgil.*', knownRules);
      tellOnce(read.problems);
      given = read.configuration;
      settled = new Map();
    },
    invalidate: () => void (settled = new Map()),
    locale: () => chooseLocale(settingsOf(folders.first()).language, editorLanguage),
    localeOf: (uri) => chooseLocale(settingsOf(folders.locate(uri).workspace).language, editorLanguage),
    settingsOf: (uri) => settingsOf((folders.holding(uri) ?? folders.locate(uri)).workspace),
    of: (uri) => {
      const place = folders.locate(uri);
      return { settings: settingsOf(place.workspace), place };
    },
    lenses: () => showsLenses,
    isShort: () => isShort,
    offers: (feature, language, servedElsewhere) => {
      const wish = wishes[feature === 'snippets' ? 'completion' : feature] ?? 'auto';
      return wish === 'on' || (wish === 'auto' && (feature === 'snippets' || !servedElsewhere.includes(language)));
    },
  };
}
