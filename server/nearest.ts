import { distance } from 'fastest-levenshtein';

/** Longest name that is compared with others, in characters. */
const lengthLimit = 100;

/** The names that differ from `name` least, nearest first, at most `count`; none where nothing is near. Upper and lower case count as the same. */
export function nearestNames(name: string, names: Iterable<string>, count = 3): readonly string[] {
  if (name.length > lengthLimit) return [];
  const wanted = name.toLowerCase();
  const limit = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3)); // two letters in the wrong order are two steps
  return [...names]
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** ` (did you mean "…"?)` for the end of an English message, or nothing. */
export function nearest(name: string, names: Iterable<string>): string {
  const [found] = nearestNames(name, names, 1);
  return found === undefined ? '' : ` (did you mean ${quote(found)}?)`;
}

/** A stranger's word in quotes for a message: on one line, without control characters, and not too long. */
export function quote(word: string): string {
  return JSON.stringify(word.length > lengthLimit ? `${word.slice(0, lengthLimit)}…` : word);
}
