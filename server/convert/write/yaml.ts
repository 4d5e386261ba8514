import { trimEndOf } from '../../text/trim.ts';
/** A value of a YAML file to be written: scalars, lists and maps with comments. */
export type Yaml = string | number | boolean | YamlList | YamlMap | YamlBlock;

export interface YamlList {
  readonly items: readonly (Yaml | Commented)[];
  /** On one line: `["sh", "-c"]`. */
  readonly flow?: boolean;
}
/** An item with a comment above it. */
export interface Commented {
  readonly item: Yaml;
  readonly comment: Comment;
}
export interface YamlMap {
  readonly pairs: readonly Pair[];
}
/** A text of several lines. */
export interface YamlBlock {
  readonly block: string;
}
export interface Pair {
  readonly key: string;
  readonly value: Yaml;
  /** Stands above the key, one comment a line. */
  readonly comment?: Comment | undefined;
}
export type Comment = string | readonly string[];

/** Keys with values, in this order; those without a value are left out. */
export function map(...pairs: readonly (Pair | undefined)[]): YamlMap {
  return { pairs: pairs.filter((pair) => pair !== undefined) };
}

/** A key with a value, or nothing where there is no value. Empty maps and lists count as none. */
export function pair(key: string, value: Yaml | undefined, comment?: Comment): Pair | undefined {
  if (value === undefined || isVacant(value)) return undefined;
  return { key, value, ...(comment === undefined ? {} : { comment }) };
}

function isVacant(value: Yaml): boolean {
  if (typeof value !== 'object') return false;
  return ('items' in value && value.items.length === 0) || ('pairs' in value && value.pairs.length === 0);
}

export function list(items: readonly (Yaml | Commented)[]): YamlList {
  return { items };
}

/** Words of a command, on one line. */
export function words(items: readonly string[]): YamlList {
  return { items, flow: true };
}

/** A map that holds nothing: `{}`. */
export const emptyMap: YamlMap = { pairs: [] };

/** Most characters of a list on one line. */
const flowLimit = 100;

/** Writes a map as a document. */
export function writeYaml(document: YamlMap): string {
  return lines(document, 0).join('\n') + '\n';
}

function lines(map: YamlMap, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  return map.pairs.flatMap(({ key, value, comment }) => [...comments(comment, space), ...entry(head(key, space), value, indent)]);
}

/** Longest key that may stand before its value on one line: YAML's limit, without quotes and colon. */
const keyLimit = 1_000;

function head(key: string, space: string): string {
  const written = scalar(key);
  return written.length > keyLimit ? `${space}? ${written}\n${space}:` : `${space}${written}:`;
}

function entry(head: string, value: Yaml, indent: number): readonly string[] {
  if (typeof value !== 'object') return [`${head} ${scalar(value)}`];
  if ('block' in value) return block(head, value.block, indent + 2);
  if ('pairs' in value) return value.pairs.length === 0 ? [`${head} {}`] : [head, ...lines(value, indent + 2)];
  if (value.items.length === 0) return [`${head} []`];
  const flow = value.flow ? inOneLine(value) : undefined;
  return flow !== undefined && flow.length <= flowLimit ? [`${head} ${flow}`] : [head, ...items(value, indent + 2)];
}

function items(list: YamlList, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  return list.items.flatMap((item) => {
    const [value, comment] = typeof item === 'object' && 'item' in item ? [item.item, item.comment] : [item, undefined];
    return [...comments(comment, space), ...listItem(value, indent)];
  });
}

function listItem(value: Yaml, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  if (typeof value === 'object' && 'pairs' in value && value.pairs.length > 0) {
    const [first] = value.pairs;
    const all = lines({ pairs: value.pairs.map((each) => (each === first ? { key: each.key, value: each.value } : each)) }, indent + 2);
    return [...comments(first?.comment, space), `${space}- ${(all[0] ?? '').slice(indent + 2)}`, ...all.slice(1)];
  }
  return entry(`${space}-`, value, indent);
}

function inOneLine({ items }: YamlList): string | undefined {
  if (items.some((item) => typeof item === 'object')) return undefined;
  return `[${items.map((item) => (typeof item === 'string' ? JSON.stringify(item) : String(item as number))).join(', ')}]`;
}

function comments(comment: Comment | undefined, space: string): readonly string[] {
  if (comment === undefined) return [];
  return (typeof comment === 'string' ? [comment] : comment).map((line) => `${space}# ${oneLine(line)}`);
}

/** A stranger's text on the one line of a comment. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\uFEFF\p{Cs}]+/gu, ' ').trimEnd();
}

/** A text of several lines as a literal block where that says exactly the same, else in quotes. */
function block(head: string, text: string, indent: number): readonly string[] {
  const plain = /^[^\S\n]|[^\P{Cc}\n\t]|[\u2028\u2029\uFEFF\p{Cs}]|[^\S\n]$/u.test(text) || !text.includes('\n') || text.trim() === '';
  if (plain) return [`${head} ${scalar(text)}`];
  const body = trimEndOf(text, '\n');
  const ends = text.length - body.length;
  const space = ' '.repeat(indent);
  const sign = ends === 0 ? '|-' : ends === 1 ? '|' : '|+';
  return [
    `${head} ${sign}`,
    ...body.split('\n').map((line) => (line === '' ? '' : space + line)),
    ...Array<string>(Math.max(0, ends - 1)).fill(''),
  ];
}

/** A scalar: plain where every reader takes it for that text, else in double quotes. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (isPlain(value)) return value;
  return value.includes('"') && !/['\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(value) ? `'${value}'` : quoted(value);
}

function isPlain(text: string): boolean {
  if (/^[1-9]\d{0,12}(?:m|Ki|Mi|Gi)$/.test(text)) return true;
  if (text.length > 200 || !/^(?:[A-Za-z_/]|\.{1,2}\/|--?[A-Za-z])[\w./:@+,=~-]*$/.test(text) || text.endsWith(':')) return false;
  return !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\x7F-\x9F\u2028\u2029\uFEFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
