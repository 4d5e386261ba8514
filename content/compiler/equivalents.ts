import { parse as parseYaml } from 'yaml';
import type { EquivalentData } from '../../server/notes.ts';
import type { SourceFile } from './source.ts';

type Say = (problem: string) => void;

const shapes: Readonly<Record<string, RegExp>> = {
  compose: /^(?:name|(?:services|volumes|networks|configs|secrets)\.\*(?:\.(?:[a-z_\d]+|\*))*)$/,
  run: /^--[a-z\d-]+$/,
  kubernetes: /^[A-Z][A-Za-z]+(?:#[a-z][A-Za-z]*)?$/,
};

/** Reads the table of what means the same. Mistakes are told; entries with mistakes are left out. */
export function parseEquivalents({ path, text }: SourceFile, say: Say): readonly EquivalentData[] {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch (error) {
    say(`${path}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'no YAML'}`);
    return [];
  }
  if (!Array.isArray(value)) {
    say(`${path}: a list is missing`);
    return [];
  }
  const places = new Set<string>();
  return value.flatMap((item: unknown, index): readonly EquivalentData[] => {
    const where = `${path}[${index}]`;
    let mistakes = 0;
    const tell: Say = (problem) => {
      mistakes++;
      say(`${where}: ${problem}`);
    };
    const entry = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    for (const key of Object.keys(entry)) if (!(key in shapes) && key !== 'remark') tell(`unknown key ${key}`);
    for (const [key, shape] of Object.entries(shapes)) checkNames(entry[key], key, shape, tell);
    if (entry['compose'] === undefined) tell('compose is missing');
    if (entry['run'] === undefined && entry['kubernetes'] === undefined && entry['remark'] === undefined) tell('there is no counterpart');
    for (const place of Array.isArray(entry['compose']) ? entry['compose'] : []) {
      if (places.has(String(place))) tell(`${String(place)} stands twice`);
      places.add(String(place));
    }
    checkRemark(entry['remark'], tell);
    return mistakes === 0 ? [item as EquivalentData] : [];
  });
}

function checkNames(value: unknown, key: string, shape: RegExp, tell: Say): void {
  if (value === undefined) return;
  if (!Array.isArray(value) || value.length === 0) return tell(`${key} must be a list`);
  for (const name of value as readonly unknown[])
    if (typeof name !== 'string' || !shape.test(name)) tell(`${key}: ${String(name)} has no place there`);
}

function checkRemark(value: unknown, tell: Say): void {
  if (value === undefined) return;
  const remark = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { ko, en, ...others } = remark;
  if (typeof ko !== 'string' || !/[가-힣]/.test(ko)) tell('the Korean remark is missing');
  if (typeof en !== 'string' || /[가-힣]/.test(en) || en === '') tell('the English remark is missing');
  if (Object.keys(others).length > 0) tell(`a remark has ko and en, no ${Object.keys(others).join(', ')}`);
  if ([ko, en].some((text) => typeof text === 'string' && text.length > 200)) tell('a remark has at most 200 characters');
}
