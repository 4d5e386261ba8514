import { defineRule } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { has, perService } from '../review/service.ts';

export const noBuildAndImage = defineRule<ComposeModel>({
  id: 'compose/no-build-and-image',
  severity: 'info',
  presets: [],
  equivalents: ['dclint:no-build-and-image'],
  message: {
    ko: '`build`와 `image`가 함께 있으면 받아 올 수도, 빌드할 수도 있습니다. 하나만 쓰거나 `pull_policy`로 정하세요.',
    en: 'With both `build` and `image`, the image may be pulled or built. Keep one, or decide with `pull_policy`.',
  },
  why: {
    ko: '같은 이름의 이미지가 레지스트리에 있으면 `docker compose up`은 소스를 빌드하지 않고 그것을 받아 쓸 수 있습니다.',
    en: 'If a registry has an image of this name, `docker compose up` may run that one instead of building your source.',
  },
  note: 'compose/service#build',
  check: perService((service, report) => {
    const at = pairOf(service.node, 'image') ?? pairOf(service.node, 'build');
    const span = at && spanOfKey(service.document, at);
    if (span && has(service, ['build']) && has(service, ['image']) && !has(service, ['pull_policy'])) report({ at: span });
  }),
  examples: {
    bad: [
      { text: 'services:\n  web:\n    build: .\n    «image»: shop/web\n' },
      { text: 'x-build: &build\r\n  build: {context: .}\r\nservices:\r\n  web:\r\n    <<: *build\r\n    «image»: shop/web:1\r\n' },
    ],
    good: [
      'services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n',
      'services:\n  web:\n    build: .\n    image: shop/web:1\n    pull_policy: build\n',
      'services:\n  web:\n    build:\n    image: shop/web:1\n',
    ],
  },
});
