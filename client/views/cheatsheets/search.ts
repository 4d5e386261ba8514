import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';

/** Texts made ready to be searched. The forms for Korean are made when Korean is first searched for. */
export interface SearchIndex {
  readonly plain: readonly string[];
  /** Syllables taken apart into letters, so that a half-typed syllable is a prefix of the whole one. */
  letters(): readonly string[];
  /** Only the first consonants of syllables (`배포` is `ㅂㅍ`). */
  initials(): readonly string[];
}

/** Which texts were found, and the query by which, if it is not the one given. */
export interface SearchResult {
  /** The places of the texts in the index. */
  readonly found: ReadonlySet<number>;
  /** The query as it would read on the other keyboard layout, when only that found anything. */
  readonly readAs?: string;
}

const hangul = /[ㄱ-ㅎㅏ-ㅣ가-힣]/;
const onlyConsonants = /^[ㄱ-ㅎ]+$/;

/** Makes an index of texts. */
export function createIndex(texts: readonly string[]): SearchIndex {
  const plain = texts.map(normalise);
  let letters: readonly string[] | undefined;
  let initials: readonly string[] | undefined;
  return {
    plain,
    letters: () => (letters ??= plain.map((text) => disassemble(text))),
    // What is no syllable keeps words apart, or the end of one and the start of another would make an abbreviation.
    initials: () => (initials ??= plain.map((text) => getChoseong(text.replace(/[^가-힣]+/g, ' ')))),
  };
}

/**
 * Finds the texts in which every word of the query occurs: within words, by first consonants (`ㅂㅍ`), by half-typed syllables (`배ㅍ`), in any case.
 * A query that finds nothing is read again as if it had been typed on the other keyboard layout (`qovh` is `배포`).
 */
export function search(index: SearchIndex, query: string): SearchResult {
  const found = findAll(index, query);
  if (found.size > 0 || query.trim() === '') return { found };
  const readAs = hangul.test(query) ? convertHangulToQwerty(query) : convertQwertyToHangul(query);
  const others = readAs === query ? found : findAll(index, readAs);
  return others.size > 0 ? { found: others, readAs } : { found };
}

/** The words of a query as they are compared; for marking what was found. */
export function wordsOf(query: string): readonly string[] {
  return normalise(query).split(/\s+/).filter(Boolean);
}

function findAll(index: SearchIndex, query: string): ReadonlySet<number> {
  const matchers = wordsOf(query).map((word) => matcher(index, word));
  const found = new Set<number>();
  for (let place = 0; place < index.plain.length; place++) if (matchers.every((matches) => matches(place))) found.add(place);
  return found;
}

function matcher(index: SearchIndex, word: string): (place: number) => boolean {
  const { kind, letters } = readWord(word);
  const texts = { plain: () => index.plain, letters: index.letters, initials: index.initials }[kind]();
  return (place) => texts[place]?.includes(letters) ?? false;
}

/** How a word of a query is to be compared, and its letters. */
export interface Word {
  readonly kind: 'plain' | 'letters' | 'initials';
  readonly letters: string;
}

/** Understands a word: first consonants only, other Korean, or anything else. */
export function readWord(word: string): Word {
  if (!hangul.test(word)) return { kind: 'plain', letters: word };
  // Two consonants typed in a row may have become one sign (ㄳ).
  const letters = disassemble(word);
  return { kind: onlyConsonants.test(letters) ? 'initials' : 'letters', letters };
}

function normalise(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
