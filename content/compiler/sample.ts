import type { SampleFile } from '../../server/notes.ts';
import type { Say } from './checks.ts';
import type { SourceFile } from './source.ts';

/** A comment that only readers of one language see: `#ko …`, `#en …`. */
const comment = /^( *)#(ko|en)(?= )/;

/** Reads a file of the sample workspace: its comments stand in both languages, each in lines of its own. */
export function parseSample({ path, text }: SourceFile, say: Say): SampleFile {
  const lines = text.split('\n');
  const languageOf = (line: string): string | undefined => comment.exec(line)?.[2];
  const count = (locale: string): number => lines.filter((line) => languageOf(line) === locale).length;
  const read = (locale: string): string =>
    lines
      .filter((line) => (languageOf(line) ?? locale) === locale)
      .map((line) => line.replace(comment, '$1#'))
      .join('\n');
  if (count('ko') === 0 || count('ko') !== count('en')) say(`sample/${path}: needs as many lines of #ko as of #en, and at least one`);
  if (lines.some((line) => /^\s*#/.test(line) && languageOf(line) === undefined)) say(`sample/${path}: a comment is in no language`);
  return { path, text: { ko: read('ko'), en: read('en') } };
}
