import { parse as parseYaml } from 'yaml';
import type { Say } from './checks.ts';
import { checkMarkdown } from './markdown.ts';
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
  /** Words by which people look for it that its text does not hold. */
  readonly keywords: readonly string[];
  /** The picture shown above the text, by the name of its file. */
  readonly diagram: string | undefined;
  readonly sections: readonly Section[];
}

/** A hover is read in seconds. */
const limits = { text: 800, codeLines: 12 };

/** Reads a note's front matter and sections. Mistakes are told; what can be read is returned. */
export function parseNote({ path, text }: SourceFile, say: Say): ParsedNote {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (!match) say(`${path}: front matter between two lines of --- is missing`);
  const [, head = '', body = ''] = match ?? [];
  const front = readFront(path, head, say);
  const sections = readSections(body);
  for (const section of sections) checkSection(path, section, say);
  return { path, ...front, sections };
}

function readFront(path: string, head: string, say: Say): Omit<ParsedNote, 'path' | 'sections'> {
  let value: unknown;
  try {
    value = parseYaml(head);
  } catch {
    say(`${path}: the front matter is no YAML`);
  }
  const front = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  for (const key of Object.keys(front))
    if (!['title', 'docs', 'source', 'related', 'keywords', 'diagram'].includes(key))
      say(`${path}: unknown front matter ${JSON.stringify(key)}`);
  const { title, docs, source, related, keywords, diagram } = front;
  if (typeof title !== 'string' || title === '') say(`${path}: title is missing`);
  if (typeof docs !== 'string' || !docs.startsWith('https://')) say(`${path}: docs, the https address of the official page, is missing`);
  if (source !== undefined && typeof source !== 'string') say(`${path}: source must be a text`);
  if (diagram !== undefined && typeof diagram !== 'string') say(`${path}: diagram must be the name of a picture`);
  for (const [name, list] of Object.entries({ related, keywords }))
    if (list !== undefined && !(Array.isArray(list) && list.every((item) => typeof item === 'string')))
      say(`${path}: ${name} must be a list of texts`);
  return {
    title: typeof title === 'string' ? title : '',
    docs: typeof docs === 'string' ? docs : '',
    source: typeof source === 'string' ? source : undefined,
    related: Array.isArray(related) ? related.map(String) : [],
    keywords: Array.isArray(keywords) ? keywords.map(String) : [],
    diagram: typeof diagram === 'string' ? diagram : undefined,
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

function checkSection(path: string, { member, body }: Section, say: Say): void {
  checkMarkdown(member === '' ? path : `${path} ## ${member}`, body, limits, say);
}
