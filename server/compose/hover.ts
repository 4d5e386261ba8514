import type { FeatureContext, HoverContent } from '../language.ts';
import { contains } from '../text/span.ts';
import { pathAt, type Path } from '../yaml/path.ts';
import type { ComposeModel } from './model.ts';

/** Explains the key under the cursor, by its place in the file. */
export function hover({ file }: ComposeModel, offset: number, { library }: FeatureContext): HoverContent | undefined {
  const document = file.documents.find(({ span }) => contains(span, offset));
  const at = document && pathAt(document, offset);
  if (at?.role !== 'key') return undefined;
  const noteId = noteIds(at.path).find((id) => library.has(id));
  return noteId === undefined ? undefined : { span: at.span, noteId };
}

/** The notes that may explain a path, the most specific first. */
function noteIds(path: Path): readonly string[] {
  const [section, , key, ...rest] = path;
  if (path.length === 1) return [`compose/compose#${String(section)}`];
  if (section !== 'services') return [];
  if (path.length === 2) return ['compose/service'];
  const member = rest.findLast((step) => typeof step === 'string');
  if (member === undefined) return [`compose/service#${String(key)}`];
  return [`compose/${String(key)}#${member}`];
}
