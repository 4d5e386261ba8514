import { imagePage, parseImage } from '../../image.ts';
import type { FeatureContext, HoverContent } from '../../language.ts';
import { contains } from '../../text/span.ts';
import { baseImage } from '../images/base.ts';
import { checkedOn, endedBy } from '../../facts/end-of-life.ts';
import { wordsOf } from '../images/words.ts';
import type { DockerfileModel, Instruction, Stage } from '../model.ts';
import { findStage } from '../stages/find.ts';
import { explain, fill, shown } from './say.ts';

const words = {
  hub: { ko: '레지스트리: Docker Hub', en: 'registry: Docker Hub' },
  registry: { ko: '레지스트리: {registry}', en: 'registry: {registry}' },
  repository: { ko: '저장소: {repository}', en: 'repository: {repository}' },
  tag: { ko: '태그: {tag}', en: 'tag: {tag}' },
  untagged: { ko: '태그가 없어 `latest`를 받습니다.', en: 'No tag, so `latest` is pulled.' },
  digest: { ko: '다이제스트: {digest} — 언제나 같은 이미지입니다.', en: 'digest: {digest} — always the same image.' },
  resolved: { ko: '기본값으로는 {image}', en: 'with the defaults: {image}' },
  ended: {
    ko: '{name}의 보안 지원은 {date}에 끝났습니다. {successor} 태그로 옮기세요.',
    en: 'Security fixes for {name} ended on {date}. Move to {successor}.',
  },
  page: { ko: '이미지 페이지', en: 'Image page' },
};

/** Takes the base image under the cursor apart, and says what the words in its name and tag mean. */
export function hoverImage(
  model: DockerfileModel,
  instruction: Instruction,
  offset: number,
  { locale }: FeatureContext,
): HoverContent | undefined {
  const word = instruction.words[0];
  const stage = model.stages.find(({ from }) => from === instruction);
  if (!word || !stage || !contains(word.span, offset) || findStage(model, word.text, stage)) return undefined;
  return explain(word.span, word.text, imageFacts(model, stage, word.text, locale));
}

function imageFacts(model: DockerfileModel, stage: Stage, written: string, locale: FeatureContext['locale']): readonly string[] {
  const image = written.includes('$') ? baseImage(model, stage) : parseImage(written);
  if (!image) return [];
  const { registry, repository, tag, digest } = image;
  const meanings = wordsOf(repository, tag).map(([word, meaning]) => `${shown(word)}: ${meaning[locale]}`);
  if (repository === 'scratch') return wordsOf(repository, undefined).map(([, meaning]) => meaning[locale]);
  const whole = `${registry === undefined ? '' : `${registry}/`}${repository}${tag === undefined ? '' : `:${tag}`}`;
  const page = imagePage(whole);
  const ended = endedBy(checkedOn, image);
  return [
    ...(written.includes('$') ? [fill(words.resolved, locale, { image: whole })] : []),
    registry === undefined ? words.hub[locale] : fill(words.registry, locale, { registry }),
    fill(words.repository, locale, { repository }),
    ...(tag === undefined ? (digest === undefined ? [words.untagged[locale]] : []) : [fill(words.tag, locale, { tag })]),
    ...(digest === undefined ? [] : [fill(words.digest, locale, { digest: digest.length > 19 ? `${digest.slice(0, 19)}…` : digest })]),
    ...meanings,
    ...(ended ? [fill(words.ended, locale, { name: ended.name, date: ended.date, successor: ended.successor })] : []),
    ...(page === undefined ? [] : [`[${words.page[locale]}](${page})`]),
  ];
}
