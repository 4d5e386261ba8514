import { disassemble, getChoseong } from 'es-hangul';
import { readWord } from './search.ts';

/** A stretch of a text, from its first character to the one behind its last. */
export type Stretch = readonly [start: number, end: number];

/** Where a word of a query stands in a text, by the same rules by which texts are found. */
export function occurrences(text: string, word: string): readonly Stretch[] {
  const plain = text.toLowerCase();
  // Some capital letters become longer in lower case, and places would no longer agree.
  if (word === '' || plain.length !== text.length) return [];
  const { kind, letters } = readWord(word);
  switch (kind) {
    case 'plain':
      return scan(plain, (start) => (plain.startsWith(letters, start) ? start + letters.length : start));
    case 'initials':
      return scan(plain, (start) => endOfInitials(plain, start, letters));
    case 'letters':
      return scan(plain, (start) => endOfLetters(plain, start, letters));
  }
}

/** Tries every place; `match` answers the end of what it found there, or the place itself. */
function scan(text: string, match: (start: number) => number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let start = 0; start < text.length;) {
    const end = match(start);
    if (end > start) found.push([start, end]);
    start = Math.max(end, start + 1);
  }
  return found;
}

function endOfInitials(text: string, start: number, initials: string): number {
  for (let place = 0; place < initials.length; place++) if (initialOf(text.charAt(start + place)) !== initials.charAt(place)) return start;
  return start + initials.length;
}

/** Where the letters end when the text begins with them here; its last syllable may have more of them. */
function endOfLetters(text: string, start: number, letters: string): number {
  let rest = letters;
  for (let place = start; place < text.length; place++) {
    const here = lettersOf(text.charAt(place));
    if (here.startsWith(rest)) return place + 1;
    if (!rest.startsWith(here)) return start;
    rest = rest.slice(here.length);
  }
  return start;
}

// A page's text has few different characters, and each is asked for at every keystroke.
const initialOf = remembering((character) => (isSyllable(character) ? getChoseong(character) : ''));
const lettersOf = remembering((character) => disassemble(character));

function isSyllable(character: string): boolean {
  return character >= '가' && character <= '힣';
}

function remembering(ask: (character: string) => string): (character: string) => string {
  const known = new Map<string, string>();
  return (character) => {
    let answer = known.get(character);
    if (answer === undefined) known.set(character, (answer = ask(character)));
    return answer;
  };
}
