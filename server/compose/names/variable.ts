import type { NamedEntity, Occurrence, OccurrenceElsewhere } from '../../language.ts';
import { folderOf } from '../../text/path.ts';
import { contains, type Span } from '../../text/span.ts';
import { lineAt } from '../../text/lines.ts';
import type { Place } from '../../workspace.ts';
import type { ComposeModel } from '../model.ts';
import { environmentName } from '../project/files.ts';
import { readEnvFile } from '../values/env-file.ts';
import { variablesIn } from '../values/interpolation.ts';

/** The variable (`${NAME}`) under the cursor, with its other places in the file, and its line in `.env`. */
export function namedVariable({ file: { text } }: ComposeModel, offset: number, { workspace, path }: Place): NamedEntity | undefined {
  const line = lineAt(text, offset);
  const use = variablesIn(text.slice(line.start, line.end)).find(({ nameSpan: { start, end } }) =>
    contains({ start: line.start + start, end: line.start + end }, offset),
  );
  if (!use || isComment(text.slice(line.start, line.start + use.span.start))) return undefined;
  const occurrences = variableUses(text).flatMap(({ name, span }): Occurrence[] => (name === use.name ? [{ span, role: 'use' }] : []));
  const environment = folderOf(path) + environmentName;
  const values = workspace.read(environment);
  const elsewhere = values == null ? [] : definitionsIn(values, use.name, environment);
  return { at: { start: line.start + use.nameSpan.start, end: line.start + use.nameSpan.end }, occurrences, elsewhere };
}

/** A variable's name where it stands in a file. */
interface VariableName {
  readonly name: string;
  readonly span: Span;
}

/** Every variable that a file names, those in comments left out. A line with a mistake does not hide the others. */
export function variableUses(text: string): readonly VariableName[] {
  const uses: VariableName[] = [];
  for (let dollar = text.indexOf('$'); dollar >= 0;) {
    const { start, end } = lineAt(text, dollar);
    for (const { name, span, nameSpan } of variablesIn(text.slice(start, end)))
      if (!isComment(text.slice(start, start + span.start)))
        uses.push({ name, span: { start: start + nameSpan.start, end: start + nameSpan.end } });
    dollar = text.indexOf('$', Math.max(end, dollar + 1));
  }
  return uses;
}

function isComment(before: string): boolean {
  return /(?:^|[ \t])#/.test(before);
}

function definitionsIn(text: string, name: string, path: string): readonly OccurrenceElsewhere[] {
  return readEnvFile(text)
    .filter((line) => line.name === name)
    .map(({ span }): OccurrenceElsewhere => {
      const line = text.slice(0, span.start).split('\n').length - 1;
      const character = span.start - lineAt(text, span.start).start;
      return { path, range: { start: { line, character }, end: { line, character: character + name.length } }, role: 'definition' };
    });
}
