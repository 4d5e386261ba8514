import type { Range } from 'vscode-languageserver-types';
import type { Localized } from '../../locale.ts';
import { fill } from '../../locale.ts';
import { nearestNames } from '../../nearest.ts';
import type { Fix, Related } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { rangeOfMark } from '../../yaml/marks.ts';
import { plainOrQuoted } from '../../yaml/scalar.ts';
import type { Placed } from './cluster.ts';
import type { Mark, Name, Resource } from './types.ts';

/** Where a mark stands in its document. */
export function spanOf({ start, end }: Mark): Span {
  return { start, end };
}

/** Where a mark of a resource stands in its file. */
export function rangeIn({ line }: Pick<Placed, 'line'>, mark: Mark): Range {
  return rangeOfMark(line, mark);
}

/** Points at another resource: at its name, or at a part of it. Both languages may say `{resource}`. */
export function seeAlso(placed: Placed, message: Localized, mark: Mark = placed.resource.mark): Related {
  const data = { resource: `${placed.resource.kind}/${placed.resource.name?.text ?? ''}` };
  return {
    message: { ko: fill(message.ko, data), en: fill(message.en, data) },
    elsewhere: { path: placed.path, range: rangeIn(placed, mark) },
  };
}

/** The name that is most like another one; `undefined` when none is. */
export function nearestTo(name: string, names: Iterable<string>): string | undefined {
  return nearestNames(name, new Set(names), 1)[0];
}

/** Writes another name in the place of one, where that needs no quotes. It may not be the one that is meant, so a person decides. */
export function writeInstead(mark: Mark, name: string): Fix | undefined {
  if (plainOrQuoted(name) !== name) return undefined;
  return {
    title: { ko: `\`${name}\`(으)로 고치기`, en: `Change to \`${name}\`` },
    edits: [{ span: spanOf(mark), newText: name }],
  };
}

/** A name as messages give it: where it is written, or the kind. */
export function nameOf({ kind, name }: Resource): string {
  return name?.text ?? kind;
}

/** The texts of names. */
export function textsOf(names: readonly Name[]): readonly string[] {
  return names.map(({ text }) => text);
}
