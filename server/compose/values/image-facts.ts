import { endedFacts, imageParts } from '../../facts/image.ts';
import { parseImage } from '../../image.ts';
import type { Lines } from '../../say.ts';

/**
 * Takes an image reference apart and says when it is pulled.
 * @param pullPolicy what the service says; `undefined` when it says nothing
 * @param isBuilt whether the service builds its image
 */
export function imageFacts(text: string, pullPolicy: string | undefined, isBuilt: boolean): Lines {
  const image = parseImage(text);
  if (!image) return [];
  if (isBuilt) return [{ ko: '`build`로 만든 이미지에 붙일 이름입니다.', en: 'The name of the image that `build` makes.' }];
  const isMoving = image.digest === undefined && (image.tag === undefined || image.tag === 'latest');
  const stays = pullPolicy === undefined || pullPolicy === 'missing' || pullPolicy === 'if_not_present';
  return [
    imageParts(image),
    ...(isMoving && stays
      ? [
          {
            ko: '한 번 받은 뒤에는 새 `latest`가 나와도 그대로 씁니다. 새로 받으려면 `docker compose pull`.',
            en: 'Once pulled, it stays even when there is a newer `latest`; `docker compose pull` gets it.',
          },
        ]
      : []),
    ...endedFacts(image),
  ];
}
