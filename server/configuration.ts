import { parse as parseYaml } from 'yaml';
import type { Preset, RuleOptions, Severity } from './rule.ts';
import type { Configuration, RuleSetting } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** The workspace's own configuration file. */
export const configurationFile = '.mulgil.yaml';

/** hadolint's configuration files, read so that its users need not say things twice. */
export const hadolintFiles = ['.hadolint.yaml', '.hadolint.yml'] as const;

/** Every file that configures Mulgil, by path from the workspace's root. */
export const configurationFiles: readonly string[] = [configurationFile, ...hadolintFiles];

/** A configuration and what could not be understood in it, as English sentences for the log and the command line. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly string[];
}

const severities: ReadonlySet<unknown> = new Set<Severity>(['error', 'warning', 'info', 'hint']);
const presets: ReadonlySet<unknown> = new Set<Preset>(['recommended', 'all']);

/** Reads `.mulgil.yaml`. Broken parts are reported and left out; the rest counts. */
export function parseConfiguration(text: string, file: string = configurationFile): ReadConfiguration {
  let value: unknown;
  try {
    value = parseYaml(text, { maxAliasCount: 20 });
  } catch (error) {
    return { configuration: {}, problems: [`${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not YAML'}`] };
  }
  return readConfiguration(value ?? {}, file);
}

/** Checks a configuration that comes as plain data: a parsed file, an editor's settings, an option of the API. */
export function readConfiguration(value: unknown, origin: string): ReadConfiguration {
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
        configuration.rules = readRules(entry, say);
        break;
      case 'kubernetes':
        if (!isRecord(entry)) say('kubernetes must be a mapping');
        break;
      default:
        say(`unknown setting ${JSON.stringify(key)}`);
    }
  }
  return { configuration, problems };
}

function readRules(value: unknown, say: (problem: string) => void): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(value)) {
    say('rules must be a mapping of rule ids');
    return rules;
  }
  for (const [id, setting] of Object.entries(value)) {
    const read = readRuleSetting(setting);
    if (read === undefined) say(`rule ${id}: expected off, error, warning, info, hint, or [severity, options]`);
    else rules[id] = read;
  }
  return rules;
}

function readRuleSetting(value: unknown): RuleSetting | undefined {
  if (value === 'off' || value === false) return 'off'; // YAML 1.1 readers turn a bare `off` into false
  if (severities.has(value)) return value as Severity;
  if (Array.isArray(value) && value.length === 2 && severities.has(value[0]) && isRecord(value[1])) return [value[0] as Severity, value[1] as RuleOptions];
  return undefined;
}

/** Reads what hadolint's configuration says about rules: `ignored` and `override`. */
export function parseHadolintConfiguration(text: string, file: string): ReadConfiguration {
  let value: unknown;
  try {
    value = parseYaml(text, { maxAliasCount: 20 });
  } catch {
    return { configuration: {}, problems: [`${file}: not YAML`] };
  }
  if (!isRecord(value)) return { configuration: {}, problems: [] };
  const prefixed = (ids: unknown): string[] => (isStrings(ids) ? ids.map((id) => `hadolint:${id}`) : []);
  const equivalentSeverities: Record<string, Severity> = {};
  const override = isRecord(value['override']) ? value['override'] : {};
  const levels = { style: 'hint', info: 'info', warning: 'warning', error: 'error' } as const;
  for (const [level, severity] of Object.entries(levels)) for (const id of prefixed(override[level])) equivalentSeverities[id] = severity;
  return { configuration: { ignoredEquivalents: prefixed(value['ignored']), equivalentSeverities }, problems: [] };
}

/** The configuration that the workspace's own files give, weakest first. */
export function workspaceConfiguration(workspace: Workspace): { readonly layers: readonly Configuration[]; readonly problems: readonly string[] } {
  const read: ReadConfiguration[] = [];
  for (const file of hadolintFiles) {
    const text = workspace.read(file);
    if (text !== undefined) read.push(parseHadolintConfiguration(text, file));
  }
  const own = workspace.read(configurationFile);
  if (own !== undefined) read.push(parseConfiguration(own));
  return { layers: read.map(({ configuration }) => configuration), problems: read.flatMap(({ problems }) => problems) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
