import { parseHadolintConfiguration } from './hadolint-configuration.ts';
import { nearest, quote } from './nearest.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { isRecord, isStrings } from './plain-data.ts';
import type { Preset, Rule, RuleOptions, Severity } from './rule.ts';
import type { Configuration, RuleSetting } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** The workspace's own configuration file. */
const configurationFile = '.mulgil.yaml';

/** hadolint's configuration files, read so that its users need not say things twice. */
const hadolintFiles = ['.hadolint.yaml', '.hadolint.yml'] as const;

/** Every file that configures Mulgil, by path from the workspace's root. */
export const configurationFiles: readonly string[] = [configurationFile, ...hadolintFiles];

/** A configuration and what could not be understood in it, as English sentences for the log and the command line. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly string[];
}

/** What a configuration may say about rules: their ids, and their options with the defaults. */
export type KnownRules = ReadonlyMap<string, Pick<Rule, 'options'>>;

const settingNames = ['language', 'preset', 'rules', 'ignore', 'kubernetes'];
const severities: ReadonlySet<unknown> = new Set<Severity>(['error', 'warning', 'info', 'hint']);
const presets: ReadonlySet<unknown> = new Set<Preset>(['recommended', 'all']);

/**
 * Reads `.mulgil.yaml`. Broken parts are reported and left out; the rest counts.
 * @param known the rules that exist; without them any rule id and any option passes
 */
export function parseConfiguration(text: string, file: string = configurationFile, known?: KnownRules): ReadConfiguration {
  const read = readPlainYaml(text);
  return 'value' in read ? readConfiguration(read.value ?? {}, file, known) : { configuration: {}, problems: [`${file}: ${read.problem}`] };
}

/** Checks a configuration that comes as plain data: a parsed file, an editor's settings, an option of the API. */
export function readConfiguration(value: unknown, origin: string, known?: KnownRules): ReadConfiguration {
  const problems: string[] = [];
  const say = (problem: string): void => void problems.push(`${origin}: ${problem}`);
  if (!isRecord(value)) return { configuration: {}, problems: [`${origin}: must be a mapping of settings`] };
  const configuration: { -readonly [K in keyof Configuration]: Configuration[K] } = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined || entry === null) continue;
    switch (key) {
      case 'language':
        if (entry === 'auto' || entry === 'ko' || entry === 'en') configuration.language = entry;
        else say('language must be auto, ko or en');
        break;
      case 'preset':
        if (presets.has(entry)) configuration.preset = entry as Preset;
        else say('preset must be recommended or all');
        break;
      case 'ignore':
        if (isStrings(entry)) configuration.ignore = entry;
        else say('ignore must be a list of globs');
        break;
      case 'rules':
        configuration.rules = readRules(entry, say, known);
        break;
      case 'kubernetes':
        configuration.languageOptions = { kubernetes: readKubernetes(entry, say) };
        break;
      default:
        say(`unknown setting ${quote(key)}${nearest(key, settingNames)}`);
    }
  }
  return { configuration, problems };
}

/** What is set for Kubernetes as a whole: the version of the cluster, which rules take as their option `version`. */
function readKubernetes(value: unknown, say: (problem: string) => void): RuleOptions {
  if (!isRecord(value)) {
    say('kubernetes must be a mapping');
    return {};
  }
  const { version, ...others } = value;
  for (const key of Object.keys(others)) say(`unknown setting ${quote(`kubernetes.${key}`)}`);
  const text = typeof version === 'number' ? String(version) : version;
  if (text === undefined || text === null || text === '') return {};
  if (typeof text === 'string' && /^v?1\.\d{2,3}$/.test(text)) return { version: text.replace(/^v/, '') };
  say('kubernetes.version must be a version such as "1.33", in quotes');
  return {};
}

function readRules(value: unknown, say: (problem: string) => void, known: KnownRules | undefined): Record<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  if (!isRecord(value)) {
    say('rules must be a mapping of rule ids');
    return {};
  }
  for (const [id, setting] of Object.entries(value)) {
    const rule = known?.get(id);
    const read = readRuleSetting(setting);
    if (known && !rule) say(`unknown rule ${quote(id)}${nearest(id, known.keys())}`);
    else if (read === undefined) say(`rule ${id}: expected off, error, warning, info, hint, or [severity, options]`);
    else rules.set(id, rule && typeof read !== 'string' ? [read[0], readOptions(id, read[1], rule.options ?? {}, say)] : read);
  }
  return Object.fromEntries(rules);
}

/** The options that the rule has and whose values are of the kind of its defaults; the others are told and left out. */
function readOptions(id: string, given: RuleOptions, defaults: RuleOptions, say: (problem: string) => void): RuleOptions {
  const right = Object.entries(given).filter(([name, value]) => {
    const usual = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    if (usual === undefined) say(`rule ${id}: unknown option ${quote(name)}${nearest(name, Object.keys(defaults))}`);
    else if (Array.isArray(usual) ? !isStrings(value) : typeof value !== typeof usual)
      say(`rule ${id}: option ${name} must be ${Array.isArray(usual) ? 'a list of texts' : `a ${typeof usual}`}`);
    else return true;
    return false;
  });
  return Object.fromEntries(right);
}

function readRuleSetting(value: unknown): RuleSetting | undefined {
  if (value === 'off' || value === false) return 'off'; // YAML 1.1 readers turn a bare `off` into false
  if (severities.has(value)) return value as Severity;
  if (Array.isArray(value) && value.length === 2 && severities.has(value[0]) && isRecord(value[1]))
    return [value[0] as Severity, value[1] as RuleOptions];
  return undefined;
}

/**
 * The configuration that the workspace's own files give, weakest first.
 * @param options `known` rules as in {@link parseConfiguration}; a `replacement` that is taken instead of `.mulgil.yaml`
 */
export function workspaceConfiguration(
  workspace: Workspace,
  options: { readonly known?: KnownRules; readonly replacement?: ReadConfiguration } = {},
): { readonly layers: readonly Configuration[]; readonly problems: readonly string[] } {
  const read: ReadConfiguration[] = [];
  for (const file of hadolintFiles) {
    const text = workspace.read(file);
    if (typeof text === 'string') read.push(parseHadolintConfiguration(text, file));
  }
  const text = workspace.read(configurationFile);
  const own = options.replacement ?? (typeof text === 'string' ? parseConfiguration(text, configurationFile, options.known) : undefined);
  if (own !== undefined) read.push(own);
  return { layers: read.map(({ configuration }) => configuration), problems: read.flatMap(({ problems }) => problems) };
}
