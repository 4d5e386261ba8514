import { createLibrary, type ContentData, type Library } from '../server/notes.ts';
import { packContent } from '../content/compiler/pack.ts';

/** A library of some content, packed and unpacked as what ships is. */
export function libraryOf(content: ContentData): Library {
  const { index, texts } = packContent(content);
  return createLibrary({ index: () => JSON.stringify(index), texts: () => JSON.stringify(texts) });
}
