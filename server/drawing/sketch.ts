import { fill, type Locale, type Localized } from '../locale.ts';
import type { Drawing, DrawingEdge, DrawingGroup, DrawingNode } from './drawing.ts';

/** Most boxes and lines of one picture: more are not to be read, and take long to lay out. */
const nodeLimit = 120;
const edgeLimit = 240;

/** Longest text of a label and of a line of details, in characters. */
const lineLimit = 48;

const leftOut = {
  ko: '읽을 수 있도록 {all}개 가운데 {shown}개만 그렸습니다.',
  en: 'Only {shown} of {all} are drawn, so that the picture stays readable.',
} satisfies Localized;
const linesLeftOut = {
  ko: '선은 {all}개 가운데 {shown}개만 그렸습니다.',
  en: 'Of the lines between them, {shown} of {all} are drawn.',
} satisfies Localized;

/** A picture that grows. What is added twice is kept once. */
export interface Sketch {
  group(group: DrawingGroup): void;
  /** Adds a box; one of its id that is there already stays as it is. */
  node(node: DrawingNode): void;
  /** Adds a line; of several that say the same of the same two boxes one is kept, with their labels. A broken one stays broken. */
  edge(edge: DrawingEdge): void;
  has(id: string): boolean;
  /** The picture, cut to what can be read: boxes that were added first stay. */
  finish(about: Omit<Drawing, 'groups' | 'nodes' | 'edges'>, locale: Locale): Drawing;
}

/** Most labels that are told of one line. */
const labelLimit = 2;

/** Begins a picture. */
export function createSketch(): Sketch {
  const groups = new Map<string, DrawingGroup>();
  const nodes = new Map<string, DrawingNode>();
  const left = new Set<string>();
  const edges = new Map<string, { edge: DrawingEdge; readonly labels: Set<string> }>();
  return {
    group: (group) => {
      if (!groups.has(group.id)) groups.set(group.id, { ...group, label: oneLine(group.label) });
    },
    node: (node) => {
      if (nodes.has(node.id) || left.has(node.id)) return;
      // Those too many are counted, and not looked at.
      if (nodes.size >= nodeLimit) {
        left.add(node.id);
        return;
      }
      const { detail } = node;
      const lines =
        detail === undefined
          ? {}
          : {
              detail: detail
                .split('\n')
                .map((line) => oneLine(line))
                .join('\n'),
            };
      const caption = node.caption === undefined ? {} : { caption: oneLine(node.caption) };
      nodes.set(node.id, { ...node, label: oneLine(node.label), ...caption, ...lines });
    },
    edge: (edge) => {
      if (left.has(edge.from) || left.has(edge.to)) return;
      const key = JSON.stringify([edge.from, edge.to, edge.kind === 'dashed']);
      const known = edges.get(key);
      if (!known) edges.set(key, { edge, labels: new Set(edge.label === undefined ? [] : [edge.label]) });
      else {
        if (edge.label !== undefined) known.labels.add(edge.label);
        if (edge.kind === 'broken') known.edge = { ...known.edge, kind: 'broken' };
      }
    },
    has: (id) => nodes.has(id) || left.has(id),
    finish: (about, locale) => {
      const kept = [...nodes.values()];
      const between = [...edges.values()].filter(({ edge }) => nodes.has(edge.from) && nodes.has(edge.to));
      const drawn = between.slice(0, edgeLimit);
      const tell = (text: Localized, shown: number, all: number): readonly string[] =>
        shown < all ? [fill(text[locale], { shown: String(shown), all: String(all) })] : [];
      const remarks = [
        ...tell(leftOut, kept.length, kept.length + left.size),
        ...tell(linesLeftOut, drawn.length, between.length),
        ...(about.remarks ?? []),
      ];
      return {
        ...about,
        title: oneLine(about.title),
        description: oneLine(about.description, 400),
        groups: usedGroups(groups, kept),
        nodes: kept,
        edges: drawn.map(({ edge, labels }) => ({ ...edge, ...labelOf([...labels]) })),
        ...(remarks.length > 0 ? { remarks } : {}),
      };
    },
  };
}

function labelOf(labels: readonly string[]): { readonly label?: string } {
  if (labels.length === 0) return {};
  const more = labels.length - labelLimit;
  return { label: [...labels.slice(0, labelLimit), ...(more > 0 ? [`+${more}`] : [])].map((label) => oneLine(label, 28)).join(', ') };
}

/** The groups that hold a box, by themselves or through another group. */
function usedGroups(groups: ReadonlyMap<string, DrawingGroup>, nodes: readonly DrawingNode[]): readonly DrawingGroup[] {
  const used = new Set<string>();
  for (const node of nodes) for (let at = node.in; at !== undefined && !used.has(at); at = groups.get(at)?.in) used.add(at);
  return [...groups.values()].filter(({ id }) => used.has(id));
}

/** A stranger's text on one line, without characters that steer a terminal or turn its direction, and not too long. */
export function oneLine(text: string, limit = lineLimit): string {
  // No text is looked at much farther than it is shown.
  const line = text
    .slice(0, limit * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line;
}
