import type { EquivalentData } from '../../server/notes.ts';
import { listOf, localized, readYaml, record, type Check, type Say } from './checks.ts';
import type { SourceFile } from './source.ts';

const nameLike =
  (shape: RegExp): Check =>
  (value, where, say) => {
    if (typeof value !== 'string' || !shape.test(value)) say(`${where}: ${String(value)} has no place there`);
  };
const place = nameLike(/^(?:name|(?:services|volumes|networks|configs|secrets)\.\*(?:\.(?:[a-z_\d]+|\*))*)$/);
const flag = nameLike(/^--[a-z\d-]+$/);
const field = nameLike(/^[A-Z][A-Za-z]+(?:#[a-z][A-Za-z]*)?$/);
const remarkLimit = 200;

const remark: Check = (value, where, say) => {
  localized(value, where, say);
  const { ko, en } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (!/[가-힣]/.test(String(ko))) say(`${where}: the Korean remark is missing`);
  if (/[가-힣]/.test(String(en))) say(`${where}: the English remark is missing`);
  if ([ko, en].some((text) => String(text).length > remarkLimit)) say(`${where}: a remark has at most ${remarkLimit} characters`);
};

const entry: Check = (value, where, say) => {
  record({ compose: listOf(place) }, { run: listOf(flag), kubernetes: listOf(field), remark })(value, where, say);
  if (typeof value === 'object' && value !== null && !['run', 'kubernetes', 'remark'].some((key) => key in value))
    say(`${where}: there is no counterpart`);
};

/** Reads the table of what means the same. With any mistake, which is told, there is none. */
export function parseEquivalents(file: SourceFile, say: Say): readonly EquivalentData[] {
  const table = (readYaml(file, listOf(entry), say) as readonly EquivalentData[] | undefined) ?? [];
  const places = table.flatMap(({ compose }) => compose);
  for (const [at, name] of places.entries()) if (places.indexOf(name) < at) say(`${file.path}: ${name} stands twice`);
  return table;
}
