import type { DiagramData } from '../../server/drawing/diagram.ts';
import type { DrawingKind } from '../../server/drawing/drawing.ts';
import type { Localized } from '../../server/locale.ts';
import type { NoteData } from '../../server/notes.ts';
import {
  aboutEntry,
  address,
  anyListOf,
  listOf,
  localized,
  localizedOrSame,
  readYaml,
  record,
  slug,
  type Check,
  type Say,
} from './checks.ts';
import { nameOf, noteOf, type About } from './entry.ts';
import { checkMarkdown } from './markdown.ts';
import type { SourceFile } from './source.ts';

/** What a picture's file makes: the note that describes it in words, and the picture, by what follows `diagrams/` in the note's id. */
export interface ParsedDiagram {
  readonly notes: Record<string, NoteData>;
  readonly diagrams: Record<string, DiagramData>;
}

interface Diagram extends About, DiagramData {
  readonly title: Localized;
  readonly text: Localized;
}

const kinds: Readonly<Record<DrawingKind, true>> = {
  image: true,
  stage: true,
  service: true,
  workload: true,
  container: true,
  network: true,
  route: true,
  port: true,
  volume: true,
  config: true,
  secret: true,
  account: true,
  control: true,
  machine: true,
  person: true,
  step: true,
};

const oneOf =
  (values: readonly string[]): Check =>
  (value, where, say) => {
    if (typeof value !== 'string' || !values.includes(value)) say(`${where}: one of ${values.join(', ')} is missing`);
  };
const yes: Check = (value, where, say) => {
  if (value !== true) say(`${where}: true, or left out`);
};
const group = record({ id: slug, label: localizedOrSame }, { in: slug });
const node = record(
  { id: slug, label: localizedOrSame, kind: oneOf(Object.keys(kinds)) },
  { caption: localizedOrSame, detail: localizedOrSame, in: slug, note: oneText, isMain: yes, isFaint: yes, isMissing: yes },
);
const edge = record({ from: slug, to: slug }, { label: localizedOrSame, kind: oneOf(['dashed', 'broken']) });
const diagram = record(
  {
    title: localized,
    description: localized,
    direction: oneOf(['down', 'right']),
    nodes: listOf(node),
    edges: anyListOf(edge),
    text: localized,
    docs: address,
  },
  { ...aboutEntry, groups: listOf(group) },
);
const limits = { text: 1400, codeLines: 0 };

function oneText(value: unknown, where: string, say: Say): void {
  if (typeof value !== 'string' || value === '') say(`${where}: the id of a note is missing`);
}

/** Reads a picture with the note that says in words what it shows. */
export function parseDiagram(file: SourceFile, say: Say): ParsedDiagram {
  const data = readYaml(file, diagram, say) as Diagram | undefined;
  if (!data) return { notes: {}, diagrams: {} };
  for (const locale of ['ko', 'en'] as const) checkMarkdown(`${file.path} (${locale})`, data.text[locale], limits, say);
  checkIds(file.path, data, say);
  const name = nameOf(file.path);
  const { description, direction, groups, nodes, edges } = data;
  return {
    notes: { [`diagrams/${name}`]: { ...noteOf(data.title, data.text, data), diagram: name } },
    diagrams: { [name]: { description, direction, ...(groups ? { groups } : {}), nodes, edges } },
  };
}

/** Every id stands once, and whatever names one names one that is there. */
function checkIds(path: string, { groups = [], nodes, edges }: Diagram, say: Say): void {
  const frames = new Set(groups.map(({ id }) => id));
  const boxes = new Set(nodes.map(({ id }) => id));
  if (frames.size < groups.length || boxes.size < nodes.length) say(`${path}: an id stands twice`);
  for (const { id, in: frame } of [...groups, ...nodes])
    if (frame !== undefined && !frames.has(frame)) say(`${path}: ${id} stands in ${frame}, which is no group`);
  for (const { from, to } of edges) for (const id of [from, to]) if (!boxes.has(id)) say(`${path}: a line names ${id}, which is no node`);
  for (const { id } of groups) if (![...groups, ...nodes].some((inner) => inner.in === id)) say(`${path}: the group ${id} holds nothing`);
}

/** Tells of notes that boxes lead to and that do not exist. */
export function checkDiagramNotes(
  diagrams: Readonly<Record<string, DiagramData>>,
  notes: Readonly<Record<string, NoteData>>,
  say: Say,
): void {
  for (const [name, { nodes }] of Object.entries(diagrams))
    for (const { id, note } of nodes)
      if (note !== undefined && !Object.hasOwn(notes, note)) say(`diagrams/${name}: ${id} leads to ${note}, which does not exist`);
}
