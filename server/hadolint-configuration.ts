import type { ReadConfiguration } from './configuration.ts';
import { isRecord, isStrings } from './plain-data.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { RuleOptions, Severity } from './rule.ts';

/** hadolint's rules about labels, which `label-schema` and `strict-labels` set. */
const labelRules = ['DL3049', 'DL3050', 'DL3051', 'DL3052', 'DL3053', 'DL3054', 'DL3055', 'DL3056', 'DL3058'];

/**
 * Reads what hadolint's configuration says about rules: `ignored` and `override`; `trustedRegistries` as the option `registries`,
 * `label-schema` as `labels` (`name: type` becomes `name:type`), `strict-labels` as `strict`.
 */
export function parseHadolintConfiguration(text: string, file: string): ReadConfiguration {
  const read = readPlainYaml(text);
  if ('problem' in read) return { configuration: {}, problems: [`${file}: ${read.problem}`] };
  const { value } = read;
  if (!isRecord(value)) return { configuration: {}, problems: [] };
  const prefixed = (ids: unknown): string[] => (isStrings(ids) ? ids.map((id) => `hadolint:${id}`) : []);
  const equivalentSeverities: Record<string, Severity> = {};
  const override = isRecord(value['override']) ? value['override'] : {};
  const levels = { style: 'hint', info: 'info', warning: 'warning', error: 'error' } as const;
  for (const [level, severity] of Object.entries(levels)) for (const id of prefixed(override[level])) equivalentSeverities[id] = severity;
  const equivalentOptions: Record<string, RuleOptions> = {};
  const { trustedRegistries, 'label-schema': schema, 'strict-labels': strict } = value;
  if (isStrings(trustedRegistries)) equivalentOptions['hadolint:DL3026'] = { registries: trustedRegistries };
  const labels = isRecord(schema) ? Object.entries(schema).map(([name, type]) => `${name}:${String(type)}`) : undefined;
  if (labels || typeof strict === 'boolean') {
    for (const id of prefixed(labelRules))
      equivalentOptions[id] = { ...(labels ? { labels } : {}), ...(typeof strict === 'boolean' ? { strict } : {}) };
  }
  return { configuration: { ignoredEquivalents: prefixed(value['ignored']), equivalentSeverities, equivalentOptions }, problems: [] };
}
