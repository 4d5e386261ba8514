import type { ContentData, NoteData } from '../../server/notes.ts';
import type { PackedContent } from '../../server/packed-content.ts';

/** Packs content. */
export function packContent({
  notes,
  sheets,
  equivalents = [],
  troubles = [],
  checklists = [],
  snippets = [],
  diagrams = {},
  sample = [],
}: ContentData): PackedContent {
  const ids = Object.keys(notes);
  const found = Object.values(notes);
  const sources = [...new Set(found.flatMap(({ source }) => source ?? []))];
  const unlessSame = (text: string, other: string): string | 0 => (text === other ? 0 : text);
  return {
    index: {
      ids,
      title: {
        en: found.map(({ title }, at) => unlessSame(title.en, lastPart(ids[at] ?? ''))),
        ko: found.map(({ title }) => unlessSame(title.ko, title.en)),
      },
      docs: {
        en: found.map(({ docs }, at) => afterThat(docs.en, found[at - 1]?.docs.en ?? '')),
        ko: found.map(({ docs }) => unlessSame(docs.ko, docs.en)),
      },
    },
    texts: {
      sources,
      source: found.map(({ source }) => (source === undefined ? -1 : sources.indexOf(source))),
      related: found.map(({ related }) => related),
      body: { en: found.map(({ body }) => body.en), ko: found.map(({ body }) => body.ko) },
      sheets,
      equivalents,
      keywords: only(notes, ({ keywords }) => keywords),
      diagram: only(notes, ({ diagram }) => diagram),
      troubles,
      checklists,
      snippets,
      diagrams,
      sample,
    },
  };
}

/** An address, or what of it differs from the one before: members of a note mostly have a place on the same page. */
function afterThat(address: string, before: string): string | 0 {
  if (address === before) return 0;
  const anchor = address.indexOf('#');
  return anchor > 0 && address.slice(0, anchor) === before.split('#', 1)[0] ? address.slice(anchor) : address;
}

/** What some notes have, by their ids. */
function only<T>(notes: ContentData['notes'], pick: (note: NoteData) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([id, note]) => {
      const value = pick(note);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** The last part of an id, which most notes have as their title. */
function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('/')) + 1);
}
