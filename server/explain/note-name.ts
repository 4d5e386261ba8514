import type { Library } from '../notes.ts';
import { note, type ExplainContext, type Explanation } from './explanation.ts';

/** An owner and its member: `COPY --from`, `COPY --from=build`, `Container.livenessProbe`, `depends_on condition`. */
export function findMember(asked: string, context: ExplainContext): Explanation | undefined {
  const pieces = asked.split(/[\s.#]/).filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  const notes = namedNotes(context);
  const owner = pieces[0] ?? '';
  const rest = asked.slice(asked.indexOf(owner) + owner.length + 1).trim();
  const pairs = [
    [owner, rest],
    [owner, rest.split(/[\s=]/, 1)[0] ?? ''],
    [pieces.at(-2) ?? '', pieces.at(-1) ?? ''],
  ] as const;
  for (const [first, member] of pairs) {
    const [wantedOwner, wantedMember] = [plainName(first), plainName(member)];
    const found = notes.filter(({ member, plain }) => member !== '' && plain.owner === wantedOwner && plain.member === wantedMember);
    if (found.length > 0) return choose(found);
  }
  return findName(pieces.at(-1) ?? '', context);
}

/** A bare name: a note's owner, one of its members, or a title. */
export function findName(asked: string, context: ExplainContext): Explanation | undefined {
  const wanted = plainName(asked);
  const named = namedNotes(context).filter(
    ({ member, plain }) => (member === '' ? plain.owner : plain.member) === wanted || plain.titles.includes(wanted),
  );
  // Capital letters mean something: HEALTHCHECK is the instruction, livenessProbe the field.
  const exact = asked === asked.toLowerCase() ? [] : named.filter(({ owner, member }) => (member === '' ? owner : member) === asked);
  return choose(exact.length > 0 ? exact : named);
}

/** A note and what it can be called. */
export interface NamedNote {
  readonly id: string;
  readonly language: string;
  readonly owner: string;
  /** Empty for the owner itself. */
  readonly member: string;
  readonly titles: readonly string[];
  /** The same without case and without what joins words. */
  readonly plain: { readonly owner: string; readonly member: string; readonly titles: readonly string[] };
}

const known = new WeakMap<Library, readonly NamedNote[]>();

/** Every note with its names. */
export function namedNotes({ library }: ExplainContext): readonly NamedNote[] {
  const named = known.get(library) ?? library.ids().map((id) => withNames(library, id));
  known.set(library, named);
  return named;
}

function withNames(library: Library, id: string): NamedNote {
  const [, language = '', owner = '', member = ''] = /^([^/]*)\/([^#]*)(?:#(.*))?$/.exec(id) ?? [];
  const titles = (['en', 'ko'] as const).flatMap((locale) => namesIn(library.note(id, locale)?.title ?? ''));
  const plain = { owner: plainName(owner), member: plainName(member), titles: titles.map(plainName) };
  return { id, language, owner, member, titles, plain };
}

/** What a title is called by: `layer (레이어)` by either word, `Beginner: run containers` by the first. */
function namesIn(title: string): readonly string[] {
  const [, term = '', other = ''] = /^([^()]+) \(([^()]+)\)$/.exec(title) ?? [];
  const [, heading = ''] = /^([^:]+): /.exec(title) ?? [];
  return [title, term, other, heading].filter((name) => name !== '');
}

/** Shows the one that is meant, or lets the reader choose: owners before members, and only one owner wins, over members of its own language. */
function choose(found: readonly NamedNote[]): Explanation | undefined {
  const ordered = [...found.filter(({ member }) => member === ''), ...found.filter(({ member }) => member !== '')];
  const [best, second] = ordered;
  if (!best) return undefined;
  const wins =
    second === undefined || (best.member === '' && second.member !== '' && ordered.every(({ language }) => language === best.language));
  return wins
    ? note(
        best.id,
        ordered.slice(1).map(({ id }) => id),
      )
    : { kind: 'choices', topics: ordered.map(({ id }) => id) };
}

/** What two names have in common that differ in case and in what joins their words: `depends-on` and `depends_on`. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/(?<=[^\s_-])[\s_-]+(?=[^\s_-])/g, '');
}
