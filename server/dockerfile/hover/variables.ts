import type { FeatureContext, HoverContent } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import { contains } from '../../text/span.ts';
import type { DockerfileModel } from '../model.ts';
import { platformArguments, proxyArguments } from '../variables/predefined.ts';
import { variablesOf, type VariableDefinition } from '../variables/variables.ts';
import { explain, fill, shown } from './say.ts';

const words = {
  value: { ko: '값: {value}', en: 'value: {value}' },
  defaultValue: { ko: '기본값: {value}', en: 'default: {value}' },
  empty: { ko: '빈 문자열', en: 'an empty string' },
  noDefault: {
    ko: '기본값이 없어 `--build-arg` 없이는 비어 있습니다.',
    en: 'Without a default: empty unless `--build-arg` gives it.',
  },
  unknown: { ko: '값은 빌드할 때 정해집니다.', en: 'Its value is settled at build time.' },
  defined: { ko: '{line}번째 줄의 `{kind}`', en: '`{kind}` on line {line}' },
  global: {
    ko: '`FROM` 줄에서만 보입니다. 스테이지 안에서는 `ARG {name}`을 다시 적어야 합니다.',
    en: 'Seen by `FROM` lines only: a stage has to repeat `ARG {name}`.',
  },
  brought: { ko: '`FROM` 위의 `ARG`를 이 스테이지로 가져옵니다.', en: 'Brings the `ARG` above `FROM` into this stage.' },
  stageArgument: {
    ko: '이 스테이지와 여기서 시작하는 스테이지를 빌드할 때만 있고, 실행 중인 컨테이너에는 없습니다.',
    en: 'There while this stage and those that start from it are built, not in a running container.',
  },
  environment: {
    ko: '이 스테이지와 여기서 시작하는 스테이지, 그리고 실행 중인 컨테이너에 있습니다.',
    en: 'There in this stage, in those that start from it, and in a running container.',
  },
  overridden: { ko: '같은 이름의 `ENV`가 있어 이 `ARG`는 무시됩니다.', en: 'An `ENV` of the same name wins over this `ARG`.' },
  platform: { ko: 'BuildKit이 값을 주는 변수: ', en: 'Given by BuildKit: ' },
  needsArgument: {
    ko: '스테이지 안에서는 `ARG {name}`을 적어야 보입니다.',
    en: 'Inside a stage it has to be asked for with `ARG {name}`.',
  },
  proxy: {
    ko: '`ARG` 없이도 `--build-arg`로 넘길 수 있는 프록시 설정입니다. 이미지 기록에 남지 않습니다.',
    en: 'A proxy setting that `--build-arg` may give without an `ARG`; it stays out of the image history.',
  },
  path: {
    ko: '실행 파일을 찾는 디렉터리 목록입니다. 베이스 이미지가 정합니다.',
    en: 'Where programs are looked for; the base image sets it.',
  },
  undefinedHere: {
    ko: '이 파일에서 정의한 곳이 보이지 않습니다. 베이스 이미지가 정한 것이 아니라면 비어 있습니다.',
    en: 'This file does not define it here: empty, unless the base image sets it.',
  },
  shell: { ko: '셸이 실행될 때 채웁니다.', en: 'The shell fills it in when it runs.' },
} satisfies Record<string, Localized>;

/** Explains the variable under the cursor: its value, where it is defined, and where it is seen. */
export function hoverVariable(model: DockerfileModel, offset: number, { locale }: FeatureContext): HoverContent | undefined {
  const { definitions, uses } = variablesOf(model);
  const own = definitions.find(({ nameSpan }) => contains(nameSpan, offset));
  if (own) return explain(own.nameSpan, own.name, [...valueFacts(own, locale), ...scopeFacts(own, locale)]);
  // Of nested ones, the one that begins last is the innermost.
  const use = uses.filter(({ span }) => contains(span, offset)).sort((a, b) => b.span.start - a.span.start || a.span.end - b.span.end)[0];
  if (!use) return undefined;
  const { definition, name, span } = use;
  const title = model.text.slice(span.start, span.end);
  if (!definition) return explain(span, title, unknownFacts(name, use.stage !== undefined && use.instruction.keyword !== 'FROM', locale));
  const line = String(model.document.positionAt(definition.nameSpan.start).line + 1);
  const where = words.defined[locale].replace('{line}', line).replace('{kind}', definition.kind);
  const facts =
    use.value !== undefined && use.value !== definition.value
      ? [valueFact(words.value, use.value, locale)]
      : valueFacts(definition, locale);
  return explain(span, title, [...facts, where, ...(use.by === 'shell' ? [words.shell[locale]] : []), ...scopeFacts(definition, locale)]);
}

type Locale = FeatureContext['locale'];

function valueFact(text: Localized, value: string, locale: Locale): string {
  return text[locale].replace('{value}', () => (value === '' ? words.empty[locale] : shown(value)));
}

function valueFacts({ kind, name, value, valueSpan, previous }: VariableDefinition, locale: Locale): readonly string[] {
  const given = Object.hasOwn(platformArguments, name) ? platformArguments[name] : undefined;
  if (given && value === undefined) return [words.platform[locale] + given[locale]];
  if (value !== undefined) return [valueFact(kind === 'ARG' ? words.defaultValue : words.value, value, locale)];
  return [valueSpan === undefined && !previous?.valueSpan ? words.noDefault[locale] : words.unknown[locale]];
}

function scopeFacts({ kind, name, stage, valueSpan, previous }: VariableDefinition, locale: Locale): readonly string[] {
  if (kind === 'ENV') return [words.environment[locale]];
  if (!stage) return [fill(words.global, locale).replace('{name}', name)];
  if (previous?.kind === 'ENV') return [words.overridden[locale]];
  const brought = valueSpan === undefined && previous && previous.stage === undefined;
  return [...(brought ? [words.brought[locale]] : []), words.stageArgument[locale]];
}

function unknownFacts(name: string, inStage: boolean, locale: Locale): readonly string[] {
  const given = Object.hasOwn(platformArguments, name) ? platformArguments[name] : undefined;
  if (given) return [words.platform[locale] + given[locale], ...(inStage ? [words.needsArgument[locale].replace('{name}', name)] : [])];
  if (proxyArguments.has(name)) return [words.proxy[locale]];
  return [name === 'PATH' ? words.path[locale] : words.undefinedHere[locale]];
}
