import type { NamedEntity, Occurrence, OccurrenceElsewhere } from '../language.ts';
import type { Localized } from '../locale.ts';
import { contains, type Span } from '../text/span.ts';
import type { Place } from '../workspace.ts';
import { rangeOfMark, type Mark } from '../yaml/marks.ts';
import { documentAt } from '../yaml/parse.ts';
import { plainOrQuoted } from '../yaml/scalar.ts';
import type { ComposeModel } from './model.ts';
import { namedAnchor } from './names/anchors.ts';
import { namedBuild } from './names/build.ts';
import { namedFile } from './names/file.ts';
import { projectsOf, type Projects } from './names/projects.ts';
import { namesIn } from './names/read.ts';
import { entityOf, namesFor, placesOf, type Entity } from './names/scope.ts';
import { namedVariable } from './names/variable.ts';

const refusals = {
  letters: {
    ko: '영문자, 숫자, `-`, `_`, `.`만 쓸 수 있고 글자나 숫자로 시작해야 합니다.',
    en: 'Use letters, digits, `-`, `_` and `.`; begin with a letter or digit.',
  },
  taken: { ko: '같은 이름이 이미 있습니다.', en: 'This name is taken already.' },
  type: {
    ko: '따옴표 없이 적으면 YAML이 숫자나 참·거짓으로 읽는 이름입니다.',
    en: 'Without quotes YAML reads this as a number or a boolean.',
  },
  reading: {
    ko: '작업 영역을 아직 읽고 있습니다. 잠시 뒤에 다시 시도하세요.',
    en: 'The workspace is still being read. Try again in a moment.',
  },
} satisfies Record<string, Localized>;

/** The name under the cursor and everywhere in the workspace where it stands for the same. */
export function named(model: ComposeModel, offset: number, place: Place): NamedEntity | undefined {
  const document = documentAt(model.file, offset);
  if (!document || document.source.templated) return undefined;
  const anchor = namedAnchor(document, offset) ?? namedVariable(model, offset, place);
  if (anchor) return anchor;
  const local = offset - document.span.start;
  const name = namesIn(document).names.find(({ mark }) => mark.start <= local && local <= mark.end);
  if (!name) return namedBuild(model, document, offset, place) ?? namedFile(model, document, offset, place);
  const projects = projectsOf(model, place);
  const entity = entityOf(projects, place.path, name);
  const occurrences: Occurrence[] = [];
  const elsewhere: OccurrenceElsewhere[] = [];
  for (const {
    placed,
    name: { mark, role },
  } of placesOf(projects, entity)) {
    if (placed.path === place.path) occurrences.push({ span: spanIn(model, placed.line, mark), role });
    else elsewhere.push({ path: placed.path, range: rangeOfMark(placed.line, mark), role });
  }
  const at: Span = { start: document.span.start + name.mark.start, end: document.span.start + name.mark.end };
  const isDefined = [...occurrences, ...elsewhere].some(({ role }) => role === 'definition');
  if (name.isGuess && !isDefined) return undefined;
  if (!occurrences.some(({ span }) => contains(span, at.start))) occurrences.push({ span: at, role: 'use' });
  const isComplete = place.workspace.indexes?.complete ?? true;
  return {
    at,
    occurrences,
    elsewhere,
    ...(isDefined ? { refuse: (wanted) => (isComplete ? refuse(projects, entity, wanted) : refusals.reading) } : {}),
  };
}

function spanIn({ document }: ComposeModel, line: number, mark: Mark): Span {
  const start = document.offsetAt({ line: line + mark.line, character: mark.character });
  return { start, end: start + mark.end - mark.start };
}

function refuse(projects: Projects, { kind, text, home }: Entity, wanted: string): Localized | undefined {
  if (wanted === text) return undefined;
  if (!/^[A-Za-z\d][\w.-]+$/.test(wanted)) return refusals.letters;
  if (plainOrQuoted(wanted) !== wanted) return refusals.type;
  if (kind === 'profile') return undefined;
  return home.some((path) => namesFor(projects, path, kind).some(({ name }) => name.text === wanted)) ? refusals.taken : undefined;
}
