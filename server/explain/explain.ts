import { nearestNames } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import { createSearch } from '../search/search.ts';
import { note, type ExplainContext, type Explanation } from './explanation.ts';
import { findField, findPath } from './manifest-path.ts';
import { findMember, findName, namedNotes } from './note-name.ts';

/** Longest topic that is looked for, in characters. */
const lengthLimit = 200;

/**
 * Looks up what someone asks about: a rule's id (`dockerfile/no-latest-tag`, `DL3007`), a note's id (`dockerfile/COPY#--from`),
 * a path in a manifest (`Deployment.spec.strategy`), an instruction with its flag (`COPY --from`), a bare name (`livenessProbe`),
 * two things to compare (`CMD vs ENTRYPOINT`), or words.
 */
export function explain(topic: string, context: ExplainContext): Explanation {
  const asked = topic.trim().replace(/\s+/g, ' ').slice(0, lengthLimit);
  const rules = findRules(asked, context);
  const [rule] = rules;
  if (rule && rules.length === 1) return { kind: 'rule', rule };
  if (rule) return { kind: 'choices', topics: rules.map(({ id }) => id) };
  return (
    findNoteById(asked, context) ??
    findComparison(asked, context) ??
    findPath(asked, context) ??
    (asked.includes(' ') ? findName(asked, context) : undefined) ?? // `rolling update` is no update of `rolling`
    findMember(asked, context) ??
    findName(asked, context) ??
    findField(asked, context) ??
    findWords(asked, context) ??
    findNearest(asked, context)
  );
}

/** `CMD vs ENTRYPOINT`: the entry that compares them, where there is one. */
function findComparison(asked: string, { library, locale }: ExplainContext): Explanation | undefined {
  const sides = asked.split(/ vs\.? /i);
  if (sides.length < 2) return undefined;
  const [found] = createSearch(library).find({ query: sides.join(' '), kinds: ['comparison'], limit: 1 }, locale).entries;
  return found && note(found.id);
}

/** Kinds of entries that words are looked for in; fields would crowd out the rest. */
const wordKinds = ['troubleshooting', 'question', 'comparison', 'concept', 'diagram', 'checklist', 'term'] as const;

/** Words in the texts of notes, as the library panel finds them: `137`, `cgroups`. */
function findWords(asked: string, { library, locale }: ExplainContext): Explanation | undefined {
  if (!/[\p{L}\p{N}]{2}/u.test(asked)) return undefined;
  const { entries } = createSearch(library).find({ query: asked, kinds: wordKinds, limit: 8 }, locale);
  const [first, second] = entries;
  if (!first) return undefined;
  return second ? { kind: 'choices', topics: entries.map(({ id }) => id) } : note(first.id);
}

/** By id, by the id without its language, or by the id of another linter with or without that linter's name. */
function findRules(asked: string, { rules }: ExplainContext): readonly Rule[] {
  const wanted = asked.toLowerCase();
  const names = (id: string, separator: string): boolean =>
    id.toLowerCase() === wanted || id.slice(id.indexOf(separator) + 1).toLowerCase() === wanted;
  const all = [...rules.values()];
  const own = all.filter(({ id }) => names(id, '/'));
  return own.length > 0 ? own : all.filter((rule) => idsElsewhere(rule).some((id) => names(id, ':')));
}

function idsElsewhere({ equivalents, variants = {} }: Rule): readonly string[] {
  return [...equivalents, ...Object.values(variants).flatMap((variant) => variant.equivalents ?? [])];
}

function findNoteById(asked: string, { library }: ExplainContext): Explanation | undefined {
  const id = library.has(asked) ? asked : library.ids().find((candidate) => candidate.toLowerCase() === asked.toLowerCase());
  return id === undefined ? undefined : note(id);
}

function findNearest(asked: string, context: ExplainContext): Explanation {
  const notes = namedNotes(context);
  const names = new Set([
    ...notes.flatMap(({ id, owner, member, titles }) => [
      member === '' ? owner : member,
      ...(member === '' ? titles : [`${owner} ${member}`]),
      id,
    ]),
    ...[...context.rules.keys()].flatMap((id) => [id.slice(id.indexOf('/') + 1), id]),
    ...context.schema.kindsOf().map(({ kind }) => kind),
  ]);
  return { kind: 'unknown', nearest: nearestNames(asked, names, 5) };
}
