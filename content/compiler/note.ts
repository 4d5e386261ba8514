import { parse as parseYaml } from 'yaml';
import type { SourceFile } from './source.ts';

/** The part of a note that explains one thing: the owner itself, or one of its members. */
export interface Section {
  /** Empty for the owner. */
  readonly member: string;
  /** The section's own official page, when its heading links to one. */
  readonly docs: string | undefined;
  readonly body: string;
}

/** A note's file in one language. */
export interface ParsedNote {
  readonly path: string;
  readonly title: string;
  readonly docs: string;
  readonly source: string | undefined;
  readonly related: readonly string[];
  readonly sections: readonly Section[];
}

/** Longest text of a section without its code, in characters: a hover is read in seconds. */
const textLimit = 800;
const codeLineLimit = 12;

/** Reads a note's front matter and sections. Mistakes are told; what can be read is returned. */
export function parseNote({ path, text }: SourceFile, say: (problem: string) => void): ParsedNote {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (!match) say(`${path}: front matter between two lines of --- is missing`);
  const [, head = '', body = ''] = match ?? [];
  const front = readFront(path, head, say);
  const sections = readSections(body);
  for (const section of sections) checkSection(path, section, say);
  return { path, ...front, sections };
}

function readFront(path: string, head: string, say: (problem: string) => void): Omit<ParsedNote, 'path' | 'sections'> {
  let value: unknown;
  try {
    value = parseYaml(head);
  } catch {
    say(`${path}: the front matter is no YAML`);
  }
  const front = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  for (const key of Object.keys(front))
    if (!['title', 'docs', 'source', 'related'].includes(key)) say(`${path}: unknown front matter ${JSON.stringify(key)}`);
  const { title, docs, source, related } = front;
  if (typeof title !== 'string' || title === '') say(`${path}: title is missing`);
  if (typeof docs !== 'string' || !docs.startsWith('https://')) say(`${path}: docs, the https address of the official page, is missing`);
  if (source !== undefined && typeof source !== 'string') say(`${path}: source must be a text`);
  if (related !== undefined && !(Array.isArray(related) && related.every((id) => typeof id === 'string')))
    say(`${path}: related must be a list of note ids`);
  return {
    title: typeof title === 'string' ? title : '',
    docs: typeof docs === 'string' ? docs : '',
    source: typeof source === 'string' ? source : undefined,
    related: Array.isArray(related) ? related.map(String) : [],
  };
}

function readSections(body: string): readonly Section[] {
  const sections: { member: string; docs: string | undefined; lines: string[] }[] = [{ member: '', docs: undefined, lines: [] }];
  let fenced = false;
  for (const line of body.split(/\r?\n/)) {
    if (line.startsWith('```')) fenced = !fenced;
    const heading = fenced ? null : /^## (?:\[([^\]]+)\]\((https:\/\/[^)\s]+)\)|(\S.*?))\s*$/.exec(line);
    if (heading) sections.push({ member: (heading[1] ?? heading[3] ?? '').replaceAll('`', ''), docs: heading[2], lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ member, docs, lines }) => ({ member, docs, body: lines.join('\n').trim() }));
}

function checkSection(path: string, { member, body }: Section, say: (problem: string) => void): void {
  const where = member === '' ? path : `${path} ## ${member}`;
  if (body === '') return say(`${where}: the section is empty`);
  const code = body.match(/^```[\s\S]*?^```/gm) ?? [];
  const text = body
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .trim();
  if (/^(?:[-*#>|]|```)/.test(body)) say(`${where}: must begin with a paragraph that stands alone`);
  if (text.length > textLimit) say(`${where}: ${text.length} characters, more than ${textLimit}`);
  if (code.some((block) => block.split('\n').length - 2 > codeLineLimit)) say(`${where}: an example has more than ${codeLineLimit} lines`);
  if ((body.match(/^```/gm)?.length ?? 0) % 2 !== 0) say(`${where}: a code block is not closed`);
  if (/^#\s|^###/m.test(text)) say(`${where}: only level-two headings`);
  if (/<[a-zA-Z!/][^>]*>/.test(text.replace(/`[^`]*`/g, ''))) say(`${where}: HTML is not shown; put it in back-ticks`);
  if (text.includes('![')) say(`${where}: no images`);
}
