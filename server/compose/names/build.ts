import { isSameStage, stageIndex, type IndexedStage } from '../../builds/stages.ts';
import type { NamedEntity, OccurrenceElsewhere } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Place } from '../../workspace.ts';
import { rangeOfMark, type Mark } from '../../yaml/marks.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import type { ComposeModel } from '../model.ts';
import { leadTo } from './file.ts';
import { dockerfileOf, projectsOf } from './projects.ts';
import { namesIn } from './read.ts';
import type { Build } from './types.ts';

const refusals = {
  letters: {
    ko: '스테이지 이름은 영문자로 시작하고 영문자, 숫자, `-`, `_`, `.`만 쓸 수 있습니다.',
    en: 'A stage name begins with a letter and holds letters, digits, `-`, `_` and `.` only.',
  },
  taken: { ko: '같은 이름의 스테이지가 이미 있습니다.', en: 'There is a stage of this name already.' },
} satisfies Record<string, Localized>;

/** The Dockerfile, or the stage of it, that a build names under the cursor. */
export function namedBuild(model: ComposeModel, document: YamlDocument, offset: number, place: Place): NamedEntity | undefined {
  const spanOf = ({ start, end }: Mark): Span => ({ start: document.span.start + start, end: document.span.start + end });
  for (const build of namesIn(document).builds) {
    const path = dockerfileOf(place.path, build);
    const stages = path === undefined ? undefined : stageIndex(place.workspace)?.stagesOf(path);
    if (path === undefined || !stages) continue;
    if (build.target && contains(spanOf(build.target.mark), offset)) return stageOf(model, build, path, stages, place, spanOf);
    if (build.named !== build.target && contains(spanOf(build.named.mark), offset)) return leadTo(path, spanOf(build.named.mark));
  }
  return undefined;
}

function stageOf(
  model: ComposeModel,
  { target }: Build,
  path: string,
  stages: readonly IndexedStage[],
  place: Place,
  spanOf: (mark: Mark) => Span,
): NamedEntity | undefined {
  if (!target) return undefined;
  const at = spanOf(target.mark);
  const stage =
    stages.findLast(({ name }) => name !== undefined && isSameStage(name, target.text)) ??
    (/^\d+$/.test(target.text) ? stages[Number(target.text)] : undefined);
  if (!stage) return { at, occurrences: [{ span: at, role: 'use' }] };
  const { name } = stage;
  const inDockerfile: readonly OccurrenceElsewhere[] = [
    { path, range: stage.range, role: 'definition' },
    ...stage.uses.map((range): OccurrenceElsewhere => ({ path, range, role: 'use' })),
  ];
  const occurrences = [];
  const elsewhere = [...inDockerfile];
  for (const [of, file] of projectsOf(model, place).all())
    for (const { line, names } of file)
      for (const build of names.builds) {
        if (!build.target || !isSameStage(build.target.text, target.text) || dockerfileOf(of, build) !== path) continue;
        const range = rangeOfMark(line, build.target.mark);
        if (of !== place.path) elsewhere.push({ path: of, range, role: 'use' });
        else
          occurrences.push({
            span: { start: model.document.offsetAt(range.start), end: model.document.offsetAt(range.end) },
            role: 'use' as const,
          });
      }
  if (name === undefined || !isSameStage(name, target.text)) return { at, occurrences, elsewhere };
  return {
    at,
    occurrences,
    elsewhere,
    refuse: (wanted) => {
      if (!/^[a-z][a-z\d._-]*$/i.test(wanted)) return refusals.letters;
      const others = stages.filter((other) => other !== stage).flatMap((other) => [other.name, other.base]);
      return others.some((other) => other !== undefined && isSameStage(other, wanted)) ? refusals.taken : undefined;
    },
  };
}
