import type { Drawing, DrawingPlace } from '../drawing/drawing.ts';
import { createSketch, oneLine } from '../drawing/sketch.ts';
import type { DrawContext } from '../language.ts';
import { fill, type Localized } from '../locale.ts';
import { baseName } from '../text/path.ts';
import { rangeOf, type Span } from '../text/span.ts';
import { baseImage } from './images/base.ts';
import { effective, finalStage, type DockerfileModel, type Instruction, type Stage } from './model.ts';
import { parentOf, targetStage } from './stages/find.ts';
import { sourceNames } from './stages/references.ts';
import { stageRoles } from './stages/roles.ts';
import { trimEndOf } from '../text/trim.ts';

const words = {
  title: { ko: '{name}의 스테이지', en: 'The stages of {name}' },
  description: {
    ko: '스테이지 {count}개. 화살표는 베이스 이미지에서, 그리고 파일을 내주는 스테이지에서 가져가는 스테이지로 향합니다.',
    en: 'Stages: {count}. Arrows lead from base images, and from stages that give files, to the stages that take them.',
  },
  image: { ko: '이미지', en: 'image' },
  base: { ko: '베이스 이미지', en: 'base image' },
  stage: { ko: '스테이지', en: 'stage' },
  final: { ko: '최종 스테이지', en: 'final stage' },
  unused: { ko: '쓰이지 않는 스테이지', en: 'unused stage' },
  missing: { ko: '없는 스테이지', en: 'no such stage' },
  variable: { ko: '변수는 쓸 수 없습니다', en: 'no variables here' },
  more: { ko: '… 외 {count}개', en: '… {count} more' },
} satisfies Record<string, Localized>;

/** What a stage does, of its instructions. */
const essential: ReadonlySet<string> = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'RUN', 'USER', 'WORKDIR']);

/** Most instructions that are told of a stage. */
const instructionLimit = 8;

/** A Dockerfile as a picture: its stages with what they do, what they start from, and what they take from each other. */
export function draw(model: DockerfileModel, { locale, path }: DrawContext): Drawing {
  const sketch = createSketch();
  const say = (word: keyof typeof words, values: Record<string, string> = {}): string => fill(words[word][locale], values);
  const at = (span: Span): { readonly at: DrawingPlace } => ({ at: { uri: model.document.uri, range: rangeOf(model.document, span) } });
  const idOf = (stage: Stage): string => `stage:${stage.index}`;
  const roles = stageRoles(model);
  const last = finalStage(model);

  // The last stages are what a file is for, should there be too many.
  for (const stage of model.stages.toReversed()) {
    const isFinal = stage === last;
    const isUnused = roles[stage.index] === 'unused';
    sketch.node({
      id: idOf(stage),
      // Without a name as the builder's output calls it.
      label: stage.name?.text ?? `stage-${stage.index}`,
      kind: 'stage',
      caption: say(isFinal ? 'final' : isUnused ? 'unused' : 'stage'),
      ...detailOf(stage, (count) => say('more', { count: String(count) })),
      ...at(stage.name?.span ?? stage.base?.span ?? stage.from.keywordSpan),
      ...(isFinal ? { isMain: true } : {}),
      ...(isUnused ? { isFaint: true } : {}),
    });
  }
  for (const stage of model.stages) {
    drawBase(stage);
    for (const instruction of stage.instructions) if (!instruction.trigger) drawSources(stage, instruction);
  }

  function drawBase(stage: Stage): void {
    if (!stage.base) return;
    const parent = parentOf(model, stage);
    if (parent) return sketch.edge({ from: idOf(parent), to: idOf(stage), label: 'FROM', kind: 'solid' });
    const known = stage.base.text.includes('$') ? baseImage(model, stage) : undefined;
    const resolved = known && [known.registry, known.repository].filter(Boolean).join('/') + (known.tag ? `:${known.tag}` : '');
    const id = `image:${stage.base.text}`;
    const detail = resolved === undefined ? {} : { detail: resolved };
    sketch.node({ id, label: stage.base.text, kind: 'image', caption: say('base'), ...detail, ...at(stage.base.span) });
    sketch.edge({ from: id, to: idOf(stage), label: 'FROM', kind: 'solid' });
  }

  function drawSources(stage: Stage, instruction: Instruction): void {
    for (const { text, span } of sourceNames(model, instruction)) {
      const target = targetStage(model, text, stage);
      const label = instruction.keyword === 'COPY' ? copied(instruction) : 'RUN --mount';
      const isLate = target !== undefined && target.index >= stage.index;
      const kind = isLate ? 'broken' : instruction.keyword === 'COPY' ? 'solid' : 'dashed';
      if (target) {
        sketch.edge({ from: idOf(target), to: idOf(stage), label, kind });
        continue;
      }
      const isMissing = /^\d+$/.test(text) || text.includes('$');
      const id = `image:${text}`;
      const missing = text.includes('$') ? say('variable') : say('missing');
      sketch.node({
        id,
        label: text,
        kind: isMissing ? 'stage' : 'image',
        caption: isMissing ? missing : say('image'),
        ...at(span),
        ...(isMissing ? { isMissing } : {}),
      });
      sketch.edge({ from: id, to: idOf(stage), label, kind: isMissing ? 'broken' : kind });
    }
  }

  return sketch.finish(
    {
      title: say('title', { name: baseName(path) }),
      description: say('description', { count: String(model.stages.length) }),
      direction: 'down',
    },
    locale,
  );
}

/** The instructions of a stage that say what it does, a line each. What it takes from others is drawn as a line. */
function detailOf(stage: Stage, more: (count: number) => string): { readonly detail?: string } {
  const told = stage.instructions.filter(
    ({ keyword, flags, words, heredocs }) =>
      essential.has(keyword) &&
      (words.length > 0 || heredocs.length > 0) &&
      !(keyword === 'COPY' && flags.some(({ name }) => name.toLowerCase() === 'from')),
  );
  const shown = told.length > instructionLimit ? told.slice(0, instructionLimit - 1) : told;
  const lines = shown.map((instruction) => oneLine(lineOf(instruction), 36));
  if (shown.length < told.length) lines.push(more(told.length - shown.length));
  return lines.length > 0 ? { detail: lines.join('\n') } : {};
}

function lineOf({ keyword, words, execForm }: Instruction): string {
  const parts = execForm ?? words.slice(0, 12).map(({ text }) => (text === '\\' ? '' : text));
  return [keyword, ...parts].filter((part) => part !== '').join(' ');
}

/** What a `COPY --from` takes: the last part of the first path. */
function copied(instruction: Instruction): string {
  const { words, execForm } = effective(instruction);
  const paths = (execForm ?? words.map(({ text }) => text)).slice(0, -1);
  const [first = ''] = paths;
  const name = baseName(trimEndOf(first, '/')) || first;
  return `COPY ${name}${paths.length > 1 ? ' …' : ''}`;
}
