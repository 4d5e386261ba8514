import { endedFacts, imageParts } from '../../facts/image.ts';
import { parseImage, type ImageReference } from '../../image.ts';
import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';

/** When the kubelet pulls an image whose container does not say: always for `latest` and no tag, else if the node lacks it. */
export function defaultPullPolicy({ tag, digest }: ImageReference): 'Always' | 'IfNotPresent' {
  return tag === 'latest' || (tag === undefined && digest === undefined) ? 'Always' : 'IfNotPresent';
}

/**
 * Takes an image reference apart and says when it is pulled.
 * @param pullPolicy what the container says; `undefined` when it says nothing
 */
export function imageFacts(text: string, pullPolicy: string | undefined): Lines {
  const image = parseImage(text);
  if (!image) return [];
  return [imageParts(image), pullingOf(image, pullPolicy), ...endedFacts(image)];
}

/** Says when an image would be pulled if its policy were left out. */
export function policyFacts(policy: string, image: string): Lines {
  const parsed = parseImage(image);
  if (!parsed) return [];
  const byDefault = defaultPullPolicy(parsed);
  return [
    byDefault === policy
      ? { ko: `${shown(image)}에서는 적지 않아도 ${shown(byDefault)}입니다.`, en: `The default for ${shown(image)} too.` }
      : { ko: `${shown(image)}에서 적지 않으면 ${shown(byDefault)}입니다.`, en: `Without it, ${shown(image)} gets ${shown(byDefault)}.` },
  ];
}

function pullingOf(image: ImageReference, pullPolicy: string | undefined): Localized {
  const policy = pullPolicy ?? defaultPullPolicy(image);
  const because = pullPolicy === undefined ? { ko: '`imagePullPolicy`가 없어 ', en: 'No `imagePullPolicy`, so ' } : { ko: '', en: '' };
  const moving = policy !== 'Always' && image.digest === undefined && (image.tag === undefined || image.tag === 'latest');
  return {
    ko: `${because.ko}${shown(policy)}${moving ? ': 노드에 있는 옛 `latest`가 그대로 쓰일 수 있습니다.' : ''}`,
    en: `${because.en}${shown(policy)}${moving ? ': a node may keep an old `latest`.' : ''}`,
  };
}
