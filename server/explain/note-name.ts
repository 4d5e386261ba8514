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
    const found = notes.filter(
      (candidate) => candidate.member !== '' && sameName(candidate.owner, first) && sameName(candidate.member, member),
    );
    if (found.length > 0) return choose(found);
  }
  return findName(pieces.at(-1) ?? '', context);
}

/** A bare name: a note's owner, one of its members, or a title. */
export function findName(asked: string, context: ExplainContext): Explanation | undefined {
  const notes = namedNotes(context);
  const named = notes.filter(
    ({ owner, member, titles }) => sameName(member === '' ? owner : member, asked) || titles.some((title) => sameName(title, asked)),
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
}

/** Every note with its names. */
export function namedNotes({ library }: ExplainContext): readonly NamedNote[] {
  return library.ids().map((id) => {
    const [, language = '', owner = '', member = ''] = /^([^/]*)\/([^#]*)(?:#(.*))?$/.exec(id) ?? [];
    const titles = (['en', 'ko'] as const).flatMap((locale) => namesIn(library.note(id, locale)?.title ?? ''));
    return { id, language, owner, member, titles };
  });
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

/** Whether two names are the same but for case and what joins their words: `depends-on` and `depends_on`. */
function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/(?<=[^\s_-])[\s_-]+(?=[^\s_-])/g, '');
}
