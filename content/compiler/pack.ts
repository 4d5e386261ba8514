import type { ContentData } from '../../server/notes.ts';
import type { PackedContent } from '../../server/packed-content.ts';

/** Packs content. */
export function packContent({ notes, sheets, equivalents }: ContentData): PackedContent {
  const ids = Object.keys(notes);
  const found = Object.values(notes);
  const sources = [...new Set(found.flatMap(({ source }) => source ?? []))];
  const unlessSame = (text: string, other: string): string | 0 => (text === other ? 0 : text);
  return {
    index: {
      ids,
      sources,
      source: found.map(({ source }) => (source === undefined ? -1 : sources.indexOf(source))),
      related: found.map(({ related }) => related),
      title: {
        en: found.map(({ title }, at) => unlessSame(title.en, lastPart(ids[at] ?? ''))),
        ko: found.map(({ title }) => unlessSame(title.ko, title.en)),
      },
      docs: { en: found.map(({ docs }) => docs.en), ko: found.map(({ docs }) => unlessSame(docs.ko, docs.en)) },
    },
    texts: {
      body: { en: found.map(({ body }) => body.en), ko: found.map(({ body }) => body.ko) },
      sheets,
      equivalents: equivalents ?? [],
    },
  };
}

/** The last part of an id, which most notes have as their title. */
function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('/')) + 1);
}
