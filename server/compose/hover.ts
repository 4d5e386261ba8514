import type { FeatureContext, HoverContent } from '../language.ts';
import { documentAt } from '../yaml/parse.ts';
import { isOneLine, pathAt, type Path } from '../yaml/path.ts';
import type { ComposeModel } from './model.ts';

/** Explains the key under the cursor, or the value of a key that has a note, by its place in the file. */
export function hover({ file }: ComposeModel, offset: number, { library }: FeatureContext): HoverContent | undefined {
  const document = documentAt(file, offset);
  const at = document && pathAt(document, offset);
  if (!at || (at.role === 'value' && !isOneLine(file.text, at.span))) return undefined;
  const noteId = noteIds(at.path).find((id) => library.has(id));
  return noteId === undefined ? undefined : { span: at.span, noteId };
}

/** The notes that may explain a path, the most specific first: `depends_on.db.condition` is a member of `depends_on`, or just part of it. */
function noteIds(path: Path): readonly string[] {
  const [section, , key, ...rest] = path;
  if (path.length === 1) return [`compose/compose#${String(section)}`];
  if (section !== 'services') return [];
  if (path.length === 2) return ['compose/service'];
  const members = rest.filter((step) => typeof step === 'string').reverse();
  return [...members.map((member) => `compose/${String(key)}#${member}`), `compose/service#${String(key)}`];
}
