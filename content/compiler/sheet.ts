import { parse as parseYaml } from 'yaml';
import type { SheetData } from '../../server/notes.ts';
import type { SourceFile } from './source.ts';

type Say = (problem: string) => void;
type Check = (value: unknown, where: string, say: Say) => void;

const text: Check = (value, where, say) => {
  if (typeof value !== 'string' || value.trim() === '') say(`${where}: a text is missing`);
};
const address: Check = (value, where, say) => {
  if (typeof value !== 'string' || !value.startsWith('https://')) say(`${where}: an https address is missing`);
};
const localized: Check = (value, where, say) => fields(value, where, say, { ko: text, en: text });
const listOf =
  (check: Check): Check =>
  (value, where, say) => {
    if (!Array.isArray(value) || value.length === 0) say(`${where}: a list is missing`);
    else value.forEach((item, index) => check(item, `${where}[${index}]`, say));
  };
const option: Check = (value, where, say) => fields(value, where, say, { flag: text, ko: text, en: text });
const entry: Check = (value, where, say) =>
  fields(
    value,
    where,
    say,
    { command: text, text: localized },
    { options: listOf(option), danger: localized, keywords: listOf(text), docs: address },
  );
const sheet: Check = (value, where, say) =>
  fields(value, where, say, { id: text, tool: text, title: localized, source: text, docs: address, entries: listOf(entry) });

/** Reads a cheat sheet. With any mistake, which is told, there is no sheet. */
export function parseSheet({ path, text: source }: SourceFile, say: Say): SheetData | undefined {
  let value: unknown;
  try {
    value = parseYaml(source);
  } catch (error) {
    say(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : 'no YAML'}`);
    return undefined;
  }
  let mistakes = 0;
  sheet(value, path, (problem) => {
    mistakes++;
    say(problem);
  });
  if (mistakes > 0) return undefined;
  const data = value as SheetData;
  if (`${data.id}.yaml` !== path) say(`${path}: its id is ${data.id}`);
  if (data.entries.some(({ command }) => command.includes('docker-compose ')))
    say(`${path}: docker-compose is the retired first version; write docker compose`);
  return data;
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
