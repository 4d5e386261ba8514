/** Decides which official texts travel with the extension: they weigh more than all the rest of the schema. */
import type { KubernetesSchema } from './schema.ts';
import type { DescriptionsData, Field, SchemaType, TypeId } from './types.ts';

/** Most texts are shorter; what is longer is cut after a sentence. */
const LONGEST = 180;

/** A text of `descriptions.json` with who shows it. */
interface Use {
  readonly place: number;
  /** The ids of the notes that a hover would show before the text; see `noteOf` in notes.ts. */
  readonly notes: readonly string[];
}

/**
 * The texts that are needed, at their places; all others are empty. Needed is what stands at a field that a manifest for this version
 * of Kubernetes may hold and no note explains. Statuses and the type of a list, which nobody writes, and kinds that are gone have none.
 */
export function shippedDescriptions(
  schema: KubernetesSchema,
  descriptions: DescriptionsData,
  hasNote: (id: string) => boolean,
): DescriptionsData {
  const needed = new Set(
    usesIn(schema)
      .filter(({ notes }) => !notes.some(hasNote))
      .map(({ place }) => place),
  );
  return descriptions.map((text, place) => (needed.has(place) ? shorten(text, LONGEST) : ''));
}

function usesIn(schema: KubernetesSchema): Use[] {
  const uses: Use[] = [];
  const seen = new Set<TypeId>();

  const visit = (type: SchemaType | undefined, isResource: boolean): void => {
    if (!type || seen.has(type.id)) return;
    seen.add(type.id);
    if (isResource && type.description !== undefined) uses.push({ place: type.description, notes: [`kubernetes/${type.name}`] });
    for (const field of type.fields.values()) {
      if (isResource && field.name === 'status') continue;
      const inner = schema.typeOf(field);
      if (field.description !== undefined) uses.push({ place: field.description, notes: notesOf(type, field, inner) });
      visit(inner, false);
    }
  };
  for (const { type, list, removed } of schema.kindsOf()) if (!list && !removed) visit(schema.type(type), true);
  return uses;
}

function notesOf(type: SchemaType, { name }: Field, inner: SchemaType | undefined): readonly string[] {
  return [
    `kubernetes/${type.name}#${name}`,
    ...(name === 'apiVersion' || name === 'kind' ? [`kubernetes/TypeMeta#${name}`] : []),
    ...(inner ? [`kubernetes/${inner.name}`] : []),
  ];
}

/** The whole sentences at the beginning of a text, as many as fit, and `…`; the text itself if it fits. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const ends = [...text.matchAll(/[.!?][`"')]*(?=\s)|[^\s:](?=\n\n)/g)]
    .map(({ index, 0: end }) => index + end.length)
    .filter((end) => end <= longest && !ABBREVIATION.test(text.slice(Math.max(0, end - 6), end)) && !isInCode(text, end));
  const space = text.lastIndexOf(' ', longest);
  const end = ends.at(-1) ?? (isInCode(text, space) ? text.lastIndexOf('`', space) : space);
  return `${text.slice(0, end < 1 ? longest : end).trimEnd()} …`;
}

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs)\.$/i;

function isInCode(text: string, offset: number): boolean {
  return text.slice(0, offset).split('`').length % 2 === 0;
}
