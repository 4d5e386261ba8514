/**
 * Files of variables, such as `.env`.
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
import type { Span } from '../../text/span.ts';
import { substitute } from './interpolation.ts';

/** A line that gives a variable a value. */
export interface EnvironmentLine {
  readonly name: string;
  /** Without its quotes; variables that other lines set are filled in, but for those in single quotes. */
  readonly value: string;
  /** Where the name stands in the file. */
  readonly span: Span;
  /** Where the value stands, quotes included. */
  readonly valueSpan: Span;
}

/** Longest file that is read, in characters. */
const lengthLimit = 1_000_000;

/** Reads a file of variables. A name that stands twice is given twice; the last one counts. Lines that Compose would not understand are left out. */
export function readEnvFile(text: string): readonly EnvironmentLine[] {
  if (text.length > lengthLimit) return [];
  const lines: EnvironmentLine[] = [];
  const values = new Map<string, string>();
  const pattern = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*/gm;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length;
    const nameStart = match.index + match[0].indexOf(name);
    const { raw, end } = valueAt(text, start);
    const value = valueOf(raw, values);
    values.set(name, value);
    lines.push({ name, value, span: { start: nameStart, end: nameStart + name.length }, valueSpan: { start, end } });
    pattern.lastIndex = end;
  }
  return lines;
}

/** The values that a file of variables sets. */
export function valuesIn(text: string): ReadonlyMap<string, string> {
  return new Map(readEnvFile(text).map(({ name, value }) => [name, value]));
}

/** The value that begins at an offset, with its quotes; quoted ones may go over several lines. */
function valueAt(text: string, start: number): { readonly raw: string; readonly end: number } {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === '\\' && quote === '"') at++;
      else if (text[at] === quote) return { raw: text.slice(start, at + 1), end: at + 1 };
    }
  }
  const lineEnd = /[\r\n]|$/.exec(text.slice(start, start + 100_000))?.index ?? 0;
  const line = text.slice(start, start + lineEnd);
  const comment = line.startsWith('#') ? 0 : line.search(/[ \t]#/);
  const raw = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return { raw, end: start + raw.length };
}

function valueOf(raw: string, known: ReadonlyMap<string, string>): string {
  if (raw.length > 1 && raw.startsWith("'") && raw.endsWith("'")) return raw.slice(1, -1);
  const isQuoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
  const text = isQuoted ? raw.slice(1, -1).replace(/\\([nrt"\\])/g, (_, letter: string) => escapes[letter] ?? letter) : raw;
  return text.includes('$') ? substitute(text, (name) => known.get(name)).text : text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
