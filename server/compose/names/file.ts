import type { NamedEntity } from '../../language.ts';
import { folderOf } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../../workspace.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { isOneLine, pathAt } from '../../yaml/path.ts';
import type { ComposeModel } from '../model.ts';
import { pathFrom } from '../project/files.ts';
import { schema } from '../schema.ts';
import { projectsOf } from './projects.ts';

/** The file that a value names under the cursor, where the workspace has it: one that is included, extended, or sets variables. */
export function namedFile(model: ComposeModel, document: YamlDocument, offset: number, place: Place): NamedEntity | undefined {
  const at = pathAt(document, offset);
  if (at?.role !== 'value' || typeof at.value !== 'string' || !isOneLine(model.file.text, at.span)) return undefined;
  if (schema.at(at.path)?.shape.format !== 'file') return undefined;
  const path = pathFrom(folderOf(place.path), at.value);
  const isKnown = path !== undefined && (projectsOf(model, place).file(path).length > 0 || typeof place.workspace.read(path) === 'string');
  return isKnown ? leadTo(path, at.span) : undefined;
}

/** Leads to the beginning of a file. */
export function leadTo(path: string, at: Span): NamedEntity {
  const start = { line: 0, character: 0 };
  return { at, occurrences: [{ span: at, role: 'use' }], elsewhere: [{ path, range: { start, end: start }, role: 'definition' }] };
}
