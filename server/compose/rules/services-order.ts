import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { ownMap, reportKeyOrder } from '../review/order.ts';

export const servicesOrder = defineRule<ComposeModel>({
  id: 'compose/services-order',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:services-alphabetical-order'],
  message: {
    ko: '서비스 이름이 가나다순이 아닙니다. `{key}` 서비스는 `{before}` 서비스보다 앞에 두세요.',
    en: 'The services are not in alphabetical order. Put `{key}` before `{before}`.',
  },
  why: {
    ko: '파일이 길어져도 이름만 알면 서비스를 바로 찾고, 새 서비스를 어디에 적을지 고민하지 않습니다.',
    en: 'In a long file a service is found by its name, and nobody has to think where a new one goes.',
  },
  note: 'compose/compose#services',
  check: perDocument((document, report) => {
    const root = document.source.ast.contents;
    const services = isMap(root) ? ownMap(pairOf(root, 'services')) : undefined;
    if (services)
      reportKeyOrder(
        document,
        services,
        (name) => name,
        (found) => report({ ...found, resource: `service/${found.data?.['key'] ?? ''}` }),
      );
  }),
  examples: {
    bad: [
      {
        text: '# 상점\nservices:\n  # 데이터\n  db:\n    image: postgres:17\n    # ports:\n    #   - "5432:5432"\n\n  # 앱\n  «app»:\n    image: shop:1\n\n  cache:\n    image: redis:8\n\nvolumes:\n  data:\n',
        fixed:
          '# 상점\nservices:\n  # 앱\n  app:\n    image: shop:1\n\n  cache:\n    image: redis:8\n\n  # 데이터\n  db:\n    image: postgres:17\n    # ports:\n    #   - "5432:5432"\n\nvolumes:\n  data:\n',
      },
      {
        text: 'services:\r\n  web10: {image: "a:1"}\r\n  «web9»: {image: "b:1"}',
        fixed: 'services:\r\n  web9: {image: "b:1"}\r\n  web10: {image: "a:1"}',
      },
      // below the first of them stands what the second takes over
      { text: 'services:\n  web: &web\n    image: a:1\n  «api»:\n    <<: *web\n    command: api\n' },
    ],
    good: [
      'services:\n  api:\n    image: a:1\n  web:\n    image: b:1\n',
      'services:\n  Api:\n    image: a:1\n  db:\n    image: b:1\n  web9:\n    image: b:1\n  web10:\n    image: b:1\n',
      'services:\n  web:\n    image: b:1\nvolumes:\n  a:\n',
    ],
  },
});
