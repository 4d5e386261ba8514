import { looksSecret } from '../../secret-values.ts';
import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';
import { asMap, asText } from '../plain.ts';
import { fillIn, placeholder } from '../read/interpolate.ts';
import { valuesIn } from '../../compose/values/env-file.ts';
import type { Project } from '../read/project.ts';

/** Tells secrets from settings, and keeps the values of secrets out of everything that is written. */
export interface Secrets {
  /** Whether the value of a variable belongs into a Secret. @param raw as the file writes it */
  isSecret(name: string, raw: string): boolean;
  /** The value with a placeholder in the place of all that is secret. */
  harmless(name: string, raw: string): string;
  /** A text without any secret that is known of the project, and the variables that they are the values of. */
  mask(text: string): { readonly text: string; readonly names: readonly string[] };
}

const urlPassword = /\b([a-z][a-z\d+.-]{1,20}:\/\/[^\s:/?#@]{0,80}:)([^\s/?#@]{1,200})@/gi;

/** Looks through a project for the values of its secrets. */
export function findSecrets(project: Project, envFiles: readonly string[]): Secrets {
  const lookup = project.variable;
  const full = (raw: string): string => fillIn(raw, lookup).text;
  const values = new Map<string, string>();
  const open = new Set<string>();
  const learn = (name: string, value: string): void => {
    if (value.includes(placeholder)) return;
    if (soundsSecret(name) && value !== '' && !isHarmlessValue(value)) values.set(value, name);
    else open.add(value);
    for (const [, , password = ''] of value.matchAll(urlPassword)) values.set(password, name);
  };
  for (const [name, service] of project.services) {
    open.add(name);
    for (const [key, value] of Object.entries(asMap(service['environment']) ?? {})) learn(key, full(asText(value) ?? `\${${key}}`));
  }
  for (const text of envFiles) for (const [key, value] of valuesIn(text)) learn(key, value);
  // A value that something open has too, or that any text may hold by chance, gives nothing away where it stands inside another.
  const telling = [...values]
    .filter(([value]) => (value.length >= 8 || (value.length >= 4 && /\d/.test(value))) && !open.has(value))
    .slice(0, 200);

  const mask = (text: string): { readonly text: string; readonly names: readonly string[] } => {
    const names: string[] = [];
    let masked = text;
    for (const [value, name] of telling) {
      if (!masked.includes(value)) continue;
      masked = masked.replaceAll(value, placeholder);
      names.push(name);
    }
    return { text: masked, names };
  };
  const variablesOf = (raw: string): readonly string[] => fillIn(raw, () => undefined).variables;
  return {
    isSecret: (name, raw) => {
      const text = full(raw);
      if (soundsSecret(name) && text !== '' && !isHarmlessValue(text)) return true;
      return (
        variablesOf(raw).some(soundsSecret) ||
        looksSecret(text) ||
        /:\/\/[^\s:/?#@]{0,80}:[^\s/?#@]+@/.test(text) ||
        mask(text).names.length > 0
      );
    },
    harmless: (name, raw) => {
      const isWhole = soundsSecret(name) && !raw.includes('://');
      if (isWhole) return placeholder;
      const filled = fillIn(raw, (variable) => (soundsSecret(variable) ? undefined : lookup(variable)));
      const text = filled.variables.some(soundsSecret) ? maskDefaults(raw, lookup) : filled.text;
      const masked = mask(text.replace(urlPassword, `$1${placeholder}@`)).text;
      return looksSecret(masked.replaceAll(placeholder, '')) && !/:\/\//.test(masked) ? placeholder : masked;
    },
    mask,
  };
}

/** Fills a text in, with the placeholder for secret variables, whose defaults are secrets as well. */
function maskDefaults(raw: string, lookup: (name: string) => string | undefined): string {
  return fillIn(raw, (variable) => (soundsSecret(variable) ? placeholder : lookup(variable))).text;
}
