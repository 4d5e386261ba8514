import { assemble, disassemble } from 'es-hangul';
import { speltInKorean } from './spelt.ts';

const firstSyllable = 0xac00;
const finalsCount = 28;
const vowelsCount = 21;
const consonants = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const finals = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
/** Vowels and final consonants that a further letter turns into the ones after them, up to the last given here. */
const lastVowel: Readonly<Record<number, number>> = { 8: 11, 13: 16, 18: 19 };
const finalsGrownFrom: Readonly<Record<number, readonly number[]>> = {
  1: [1, 3],
  4: [4, 5, 6],
  8: [8, 9, 10, 11, 12, 13, 14, 15],
  17: [17, 18],
};

/**
 * What a word of a query matches, as the source of a regular expression for the flag `i`: the word as it stands, Korean by first
 * consonants (`ㅂㅍ` is `배포`), a last syllable that is still being typed (`뱊` is `배포`, `갑` is `값`), and English names as Korean
 * spells them (`파드` is `pod`). The texts need no preparation, since letters become ranges of syllables. Without repetitions, so linear
 * in the text.
 */
export function patternOf(word: string): string {
  const typed = /[ㄱ-ㅎㅏ-ㅣ]/.test(word) ? joined(word) : word;
  const characters = Array.from(typed);
  const pattern = characters.map((character, at) => partOf(character, at === characters.length - 1)).join('');
  const name = speltInKorean(typed);
  return name === undefined ? pattern : `(?:${pattern}|${name})`;
}

/** Letters of their own go into the syllable before them where they fit, and those that an input method joined (ㄳ) come apart. */
function joined(word: string): string {
  return word.replace(/[ㄱ-ㅎㅏ-ㅣ가-힣]+/g, (korean) => {
    try {
      return assemble(Array.from(disassemble(korean)));
    } catch {
      return korean; // letters in an order that no syllable has
    }
  });
}

function partOf(character: string, isLast: boolean): string {
  const initial = consonants.indexOf(character);
  if (initial >= 0) return startingWith(initial);
  if (character < '가' || character > '힣') return character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return isLast ? grown(character) : character;
}

/** Every syllable with this first consonant. */
function startingWith(initial: number): string {
  const start = firstSyllable + initial * vowelsCount * finalsCount;
  return range(start, start + vowelsCount * finalsCount - 1);
}

/** What a syllable may become with the letters to come. */
function grown(syllable: string): string {
  const code = syllable.charCodeAt(0);
  const final = (code - firstSyllable) % finalsCount;
  const open = code - final;
  if (final === 0) {
    const vowel = Math.floor((code - firstSyllable) / finalsCount) % vowelsCount;
    return range(code, code + ((lastVowel[vowel] ?? vowel) - vowel + 1) * finalsCount - 1);
  }
  // The final consonant, or the last part of it, may be the first of the next syllable.
  const letters = Array.from(disassemble(finals.charAt(final)));
  const kept = letters.length > 1 ? open + finals.indexOf(letters[0] ?? '') : open;
  const moved = consonants.indexOf(letters.at(-1) ?? '');
  return `(?:[${withFinals(open, final)}]|${String.fromCharCode(kept)}${startingWith(moved)})`;
}

/** A syllable with this final consonant, or with one that it begins. */
function withFinals(open: number, final: number): string {
  return (finalsGrownFrom[final] ?? [final]).map((each) => String.fromCharCode(open + each)).join('');
}

function range(from: number, to: number): string {
  return `[${String.fromCharCode(from)}-${String.fromCharCode(to)}]`;
}
