import type { Locale } from './locale.ts';
import type { Preset, Rule, RuleOptions, Severity } from './rule.ts';
import { compileGlob } from './text/glob.ts';

/** One rule's setting: off, another severity, or another severity with options. */
export type RuleSetting = 'off' | Severity | readonly [Severity, RuleOptions];

/** What a user can set, in `.mulgil.yaml` or in the editor; everything is optional. */
export interface Configuration {
  readonly language?: 'auto' | Locale;
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Options of all rules of a language that have an option of that name. */
  readonly languageOptions?: Readonly<Record<string, RuleOptions>>;
  /** Globs of files that are not checked. */
  readonly ignore?: readonly string[];
  /** Ids of other linters (`hadolint:DL3008`) whose findings are silenced, with the severities other linters' files give. */
  readonly ignoredEquivalents?: readonly string[];
  readonly equivalentSeverities?: Readonly<Record<string, Severity>>;
  /** Options by other linters' ids; only those that a rule has count. */
  readonly equivalentOptions?: Readonly<Record<string, RuleOptions>>;
}

/** Whether a rule runs, and how. */
export type RuleUse = 'off' | { readonly severity: Severity; readonly options: RuleOptions };

/** The settings in force for one file. */
export interface Settings {
  /** How to run a rule. */
  use(rule: Rule): RuleUse;
  /** Whether the file at this path (from the workspace's root) is left out. */
  ignores(path: string): boolean;
  /** Whether one of a finding's ids in other linters is turned off there, so that its author meant this finding. */
  ignoresEquivalents(equivalents: readonly string[]): boolean;
  readonly language: 'auto' | Locale;
}

/**
 * Settles several configurations into one.
 * @param layers from the weakest to the strongest; `rules` are merged one by one, lists are joined, single values replaced
 */
export function settle(layers: readonly Configuration[]): Settings {
  const preset = layers.findLast((layer) => layer.preset !== undefined)?.preset ?? 'recommended';
  const rules = new Map(layers.flatMap((layer) => Object.entries(layer.rules ?? {})));
  const severities = new Map(layers.flatMap((layer) => Object.entries(layer.equivalentSeverities ?? {})));
  const optionsElsewhere = new Map(layers.flatMap((layer) => Object.entries(layer.equivalentOptions ?? {})));
  const quiet = new Set(layers.flatMap((layer) => layer.ignoredEquivalents ?? []));
  const globs = layers.flatMap((layer) => layer.ignore ?? []).map(compileGlob);
  const ofLanguages = layers.flatMap((layer) => Object.entries(layer.languageOptions ?? {}));
  const optionsOf = ({ id, options = {}, optionsInAll, equivalents }: Rule): RuleOptions => {
    const elsewhere = equivalents.flatMap((id) => Object.entries(optionsElsewhere.get(id) ?? {}));
    const byPreset: RuleOptions = preset === 'all' ? { ...options, ...(optionsInAll as RuleOptions | undefined) } : options;
    const ofLanguage = ofLanguages.flatMap(([language, given]) => (id.startsWith(`${language}/`) ? Object.entries(given) : []));
    return { ...byPreset, ...Object.fromEntries([...elsewhere, ...ofLanguage].filter(([name]) => Object.hasOwn(options, name))) };
  };
  const decide = (rule: Rule): RuleUse => {
    const setting = rules.get(rule.id);
    const options = optionsOf(rule);
    if (setting === 'off') return 'off';
    if (setting === undefined) {
      if (preset !== 'all' && !rule.presets.includes(preset)) return 'off';
      const severity = rule.equivalents.map((id) => severities.get(id)).find((found) => found !== undefined);
      return { severity: severity ?? rule.severity, options };
    }
    return typeof setting === 'string' ? { severity: setting, options } : { severity: setting[0], options: { ...options, ...setting[1] } };
  };
  const settled = new Map<Rule, RuleUse>(); // every file asks about every rule
  return {
    use: (rule) => {
      const use = settled.get(rule) ?? decide(rule);
      settled.set(rule, use);
      return use;
    },
    ignores: (path) => globs.some((matches) => matches(path)),
    ignoresEquivalents: (equivalents) => quiet.size > 0 && equivalents.some((id) => quiet.has(id)),
    language: layers.findLast((layer) => layer.language !== undefined)?.language ?? 'auto',
  };
}
