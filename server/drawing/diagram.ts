import type { Locale, Localized } from '../locale.ts';
import type { Drawing, DrawingEdge, DrawingGroup, DrawingNode } from './drawing.ts';

/** A text in both languages, or one that reads the same in both. */
type Words = Localized | string;

/** A picture of the library as it is stored, in both languages. */
export interface DiagramData {
  readonly description: Localized;
  readonly direction: Drawing['direction'];
  readonly groups?: readonly (Omit<DrawingGroup, 'label'> & { readonly label: Words })[];
  readonly nodes: readonly (Omit<DrawingNode, 'label' | 'caption' | 'detail' | 'at'> & {
    readonly label: Words;
    readonly caption?: Words;
    readonly detail?: Words;
  })[];
  /** Lines are solid where nothing else is said. */
  readonly edges: readonly (Omit<DrawingEdge, 'label' | 'kind'> & { readonly label?: Words; readonly kind?: DrawingEdge['kind'] })[];
}

/** A picture of the library in one language. */
export function drawDiagram({ description, direction, groups = [], nodes, edges }: DiagramData, title: string, locale: Locale): Drawing {
  const say = (words: Words): string => (typeof words === 'string' ? words : words[locale]);
  return {
    title,
    description: description[locale],
    direction,
    groups: groups.map((group) => ({ ...group, label: say(group.label) })),
    nodes: nodes.map(({ label, caption, detail, ...node }) => ({
      ...node,
      label: say(label),
      ...(caption === undefined ? {} : { caption: say(caption) }),
      ...(detail === undefined ? {} : { detail: say(detail) }),
    })),
    edges: edges.map(({ label, kind = 'solid', ...edge }) => ({ ...edge, kind, ...(label === undefined ? {} : { label: say(label) }) })),
  };
}
