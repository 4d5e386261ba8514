import type { CostFact, FeatureContext } from '../../language.ts';
import { fill, type Locale, type Localized } from '../../locale.ts';
import { lineAt } from '../../text/lines.ts';
import { codeSpan } from '../../text/markdown.ts';
import { flagsNamed } from '../instructions.ts';
import { stageName } from '../lenses.ts';
import { finalStage, type DockerfileModel, type Instruction } from '../model.ts';
import { contextSources, type ContextSources } from './context-sources.ts';
import { readIgnoreFile, type IgnoreFile } from './ignore-file.ts';
import { effectOf } from './layers.ts';
import { rebuildAfter, type Rebuild } from './rebuild.ts';

/** What a change of an instruction costs at the next build. */
export type CacheFact = Omit<CostFact, 'at'>;

const words = {
  nothing: { ko: '고쳐도 다시 실행되는 단계가 없습니다', en: 'A change here reruns no step' },
  here: { ko: '고치면 여기부터 {count}단계가 다시 실행됩니다', en: 'A change here reruns {steps}' },
  hereOne: { ko: '고치면 이 단계만 다시 실행됩니다', en: 'A change here reruns only this step' },
  below: { ko: '고치면 아래 {count}단계가 다시 실행됩니다', en: 'A change here reruns {steps} below' },
  copied: {
    ko: '복사할 파일이나 이 줄을 고치면 여기부터 {count}단계가 다시 실행됩니다',
    en: 'A change here or in the copied files reruns {steps}',
  },
  any: {
    ko: '어떤 파일을 고쳐도 여기부터 {count}단계가 다시 실행됩니다',
    en: 'A change to any project file reruns {steps}',
  },
  anyKept: {
    ko: '{ignore}로 빼지 않은 파일을 고치면 여기부터 {count}단계가 다시 실행됩니다',
    en: 'A change to any file that {ignore} keeps reruns {steps}',
  },
  leftOut: {
    ko: '{ignore}에서 제외한 파일이라 복사할 수 없습니다: {path}',
    en: '{ignore} leaves out {path}, so it cannot be copied',
  },
  onlyElsewhere: { ko: '고치면 {stages}에서 {count}단계가 다시 실행됩니다', en: 'A change here reruns {steps} in {stages}' },
  more: { ko: ' · {stages}에서도 최대 {count}단계', en: ' · up to {count} more in {stages}' },
  stage: { ko: '{name} 스테이지', en: 'stage {name}' },
  stages: { ko: '다른 스테이지 {count}개', en: '{count} other stages' },
  last: { ko: '마지막 스테이지', en: 'the last stage' },
  lines: { ko: '다시 실행되는 줄: {lines}', en: 'Lines that run again: {lines}' },
  free: {
    ko: '이미지 설정만 바뀌므로 파일을 만드는 단계는 캐시를 그대로 씁니다.',
    en: 'Only the image’s settings change, so every step that makes files comes from the cache.',
  },
  noIgnore: {
    ko: '`.dockerignore`가 없어 `.git`이나 로그처럼 빌드와 상관없는 파일이 바뀌어도 다시 실행됩니다.',
    en: 'There is no `.dockerignore`, so even files that the build does not need, such as `.git` or logs, make it run again.',
  },
  sameFiles: {
    ko: '`COPY --from`은 가져오는 파일의 내용이 그대로이면 캐시를 씁니다.',
    en: '`COPY --from` comes from the cache as long as the files that it takes stay the same.',
  },
} satisfies Record<string, Localized>;

/** The fact about the instruction on the line of an offset, to be shown on its first line; `undefined` where there is none to tell. */
export function costAt(model: DockerfileModel, offset: number, context: FeatureContext): CostFact | undefined {
  const line = lineAt(model.text, offset);
  const instruction = model.instructions.find(({ span }) => span.start <= line.end && line.start <= span.end);
  const fact = instruction && cacheFact(model, instruction, context);
  return fact && { at: instruction.span.start, ...fact };
}

/** What a change of the instruction, or of the files that it copies, costs. */
export function cacheFact(model: DockerfileModel, instruction: Instruction, context: FeatureContext): CacheFact | undefined {
  const rebuild = rebuildAfter(model, instruction);
  if (!rebuild) return undefined;
  const sources = contextSources(model, instruction);
  const ignore = sources && readIgnoreFile(context);
  const { locale } = context;
  const lost = ignore ? sources.paths.find((path) => !/[*?[$]/.test(path) && ignore.leavesOut(path)) : undefined;
  if (ignore && lost !== undefined) return { text: fill(words.leftOut[locale], { ignore: baseName(ignore), path: lost }), details: [] };
  return {
    text: headline(model, instruction, rebuild, sources, ignore, locale) + elsewhereText(model, rebuild, locale),
    details: details(model, instruction, rebuild, sources, ignore, locale),
  };
}

function headline(
  model: DockerfileModel,
  instruction: Instruction,
  { own, elsewhere }: Rebuild,
  sources: ContextSources | undefined,
  ignore: IgnoreFile | null | undefined,
  locale: Locale,
): string {
  if (own.length === 0) {
    if (elsewhere.length === 0) return words.nothing[locale];
    return fill(words.onlyElsewhere[locale], { ...counted(total(elsewhere)), stages: stageList(model, elsewhere, locale) });
  }
  const values = { ...counted(own.length), ignore: ignore ? baseName(ignore) : '' };
  if (sources?.whole) return fill((ignore ? words.anyKept : words.any)[locale], values);
  if (sources) return fill(words.copied[locale], values);
  if (own[0] !== instruction) return fill(words.below[locale], values);
  return own.length === 1 ? words.hereOne[locale] : fill(words.here[locale], values);
}

function elsewhereText(model: DockerfileModel, { own, elsewhere }: Rebuild, locale: Locale): string {
  if (own.length === 0 || elsewhere.length === 0) return '';
  return fill(words.more[locale], { count: String(total(elsewhere)), stages: stageList(model, elsewhere, locale) });
}

function details(
  model: DockerfileModel,
  instruction: Instruction,
  { own, elsewhere }: Rebuild,
  sources: ContextSources | undefined,
  ignore: IgnoreFile | null | undefined,
  locale: Locale,
): readonly string[] {
  const steps = [...own, ...elsewhere.flatMap((other) => other.steps)];
  const facts: string[] = [];
  if (steps.length > 0) facts.push(fill(words.lines[locale], { lines: lineList(model, steps) }));
  else if (effectOf(instruction) === 'settings') facts.push(words.free[locale]);
  if (sources?.whole && ignore === null) facts.push(words.noIgnore[locale]);
  if (elsewhere.some((other) => other.steps.some((step) => flagsNamed(step, 'from').length > 0))) facts.push(words.sameFiles[locale]);
  return facts;
}

/** As many lines as can be taken in. */
const longestList = 12;

function lineList({ document }: DockerfileModel, steps: readonly Instruction[]): string {
  const shown = steps.slice(0, longestList).map(({ keyword, span }) => codeSpan(`${document.positionAt(span.start).line + 1} ${keyword}`));
  return [...shown, ...(steps.length > longestList ? ['…'] : [])].join(', ');
}

function total(elsewhere: Rebuild['elsewhere']): number {
  return elsewhere.reduce((sum, { steps }) => sum + steps.length, 0);
}

/** One or two stages by name; more are counted. */
function stageList(model: DockerfileModel, elsewhere: Rebuild['elsewhere'], locale: Locale): string {
  if (elsewhere.length > 2) return fill(words.stages[locale], { count: String(elsewhere.length) });
  return elsewhere
    .map(({ stage }) =>
      stage.name === undefined && stage === finalStage(model) ? words.last[locale] : fill(words.stage[locale], { name: stageName(stage) }),
    )
    .join(', ');
}

function counted(count: number): { readonly count: string; readonly steps: string } {
  return { count: String(count), steps: count === 1 ? '1 step' : `${count} steps` };
}

function baseName({ path }: IgnoreFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
