import { parse as parseYaml } from 'yaml';
import type { SourceFile } from './source.ts';

/** Tells of a mistake: one English line that names the file. */
export type Say = (problem: string) => void;

/** Looks at a value of a YAML file and tells what is wrong with it; `where` names its place. */
export type Check = (value: unknown, where: string, say: Say) => void;

/** A text that is not empty. */
export const text: Check = (value, where, say) => {
  if (typeof value !== 'string' || value.trim() === '') say(`${where}: a text is missing`);
};

/** An address of a page; whether its site is official is checked with all links. */
export const address: Check = (value, where, say) => {
  if (typeof value !== 'string' || !value.startsWith('https://')) say(`${where}: an https address is missing`);
};

/** A text in both languages. */
export const localized: Check = (value, where, say) => fields(value, where, say, { ko: text, en: text });

/** A text in both languages, or one that reads the same in both, such as the name of a state. */
export const localizedOrSame: Check = (value, where, say) => (typeof value === 'string' ? text : localized)(value, where, say);

/** A word of an id: letters, digits, hyphens and dots. */
export const slug: Check = (value, where, say) => {
  if (typeof value !== 'string' || !/^[\w.-]+$/.test(value)) say(`${where}: an id of letters, digits and hyphens is missing`);
};

/** A list with at least one item. */
export const listOf =
  (check: Check): Check =>
  (value, where, say) => {
    if (!Array.isArray(value) || value.length === 0) say(`${where}: a list is missing`);
    else value.forEach((item, index) => check(item, `${where}[${index}]`, say));
  };

/** A list that may be empty. */
export const anyListOf =
  (check: Check): Check =>
  (value, where, say) => {
    if (!Array.isArray(value) || value.length > 0) listOf(check)(value, where, say);
  };

/** A mapping with these keys and no others. */
export const record =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, where, say) =>
    fields(value, where, say, required, optional);

/** What any entry may say of itself besides its text. */
export const aboutEntry: Record<string, Check> = { source: text, related: listOf(text), keywords: listOf(text) };

/** Reads a YAML file that a check accepts. With any mistake, which is told, there is nothing. */
export function readYaml({ path, text: source }: SourceFile, check: Check, say: Say): unknown {
  let value: unknown;
  try {
    value = parseYaml(source);
  } catch (error) {
    say(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : 'no YAML'}`);
    return undefined;
  }
  let mistakes = 0;
  check(value, path, (problem) => {
    mistakes++;
    say(problem);
  });
  return mistakes > 0 ? undefined : value;
}

function fields(value: unknown, where: string, say: Say, required: Record<string, Check>, optional: Record<string, Check> = {}): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return say(`${where}: a mapping is missing`);
  const record = value as Record<string, unknown>;
  for (const [key, check] of Object.entries(required)) check(record[key], `${where}.${key}`, say);
  for (const [key, field] of Object.entries(record)) {
    const check = optional[key];
    if (check) check(field, `${where}.${key}`, say);
    else if (!Object.hasOwn(required, key)) say(`${where}: unknown key ${key}`);
  }
}
