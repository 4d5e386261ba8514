import type { ImageReference } from '../image.ts';
import type { Localized } from '../locale.ts';
import { shown, type Lines } from '../say.ts';
import { checkedOn, endedBy } from './end-of-life.ts';

/** What an image reference says: where the image comes from, and which one it is. */
export function imageParts({ registry, repository, tag, digest }: ImageReference): Localized {
  const place = registry === undefined ? 'Docker Hub' : shown(registry);
  const version =
    digest !== undefined
      ? { ko: '다이제스트로 고정', en: 'pinned by digest' }
      : tag === undefined
        ? { ko: '태그가 없어 `latest`', en: 'no tag, so `latest`' }
        : { ko: `태그 ${shown(tag)}`, en: `tag ${shown(tag)}` };
  return { ko: `${place}의 ${shown(repository)}, ${version.ko}`, en: `${shown(repository)} of ${place}, ${version.en}` };
}

/** Says that an image gets no security fixes any more, where that is known. */
export function endedFacts(image: ImageReference): Lines {
  const ended = endedBy(checkedOn, image);
  return ended
    ? [
        {
          ko: `${shown(ended.name)}의 보안 지원은 ${ended.date}에 끝났습니다. ${shown(ended.successor)} 같은 새 버전으로 옮기세요.`,
          en: `Security fixes for ${shown(ended.name)} ended on ${ended.date}: move to a newer one such as ${shown(ended.successor)}.`,
        },
      ]
    : [];
}
