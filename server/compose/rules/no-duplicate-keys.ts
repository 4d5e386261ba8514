import { defineRule } from '../../rule.ts';
import { duplicateKeys } from '../../yaml/duplicates.ts';
import { perDocument } from '../../yaml/per-document.ts';
import type { ComposeModel } from '../model.ts';

export const noDuplicateKeys = defineRule<ComposeModel>({
  id: 'compose/no-duplicate-keys',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{key}` 키가 같은 맵에 이미 있습니다. 하나로 합치거나 이름을 바꾸세요.',
    en: 'This map has the key `{key}` already. Merge both into one, or rename one.',
  },
  variants: {
    merge: {
      ko: '`<<`는 한 맵에 한 번만 쓸 수 있습니다. `<<: [*a, *b]`처럼 목록으로 합치세요.',
      en: '`<<` may stand only once in a map. Merge several as a list: `<<: [*a, *b]`.',
    },
  },
  why: {
    ko: '`docker compose`는 `mapping key already defined` 오류를 내고 파일을 거부합니다.',
    en: '`docker compose` refuses the file with the error `mapping key already defined`.',
  },
  note: 'concepts/yaml#keys',
  check: perDocument(({ source, span }, report) => {
    for (const { key, range } of duplicateKeys(source.ast)) {
      const at = { start: span.start + range[0], end: span.start + range[1] };
      report(key === '<<' ? { at, variant: 'merge' } : { at, data: { key } });
    }
  }),
  examples: {
    bad: [
      { text: 'services:\n  web:\n    image: nginx:1.29\n    «image»: nginx:1.28\n' },
      { text: 'services:\n  web: {image: a:1}\n  db: {image: b:1}\n  «"web"»: {image: c:1}\n' },
      {
        text: '# 공통\r\nx-a: &a {init: true}\r\nx-b: &b {tty: true}\r\nservices:\r\n  web:\r\n    image: nginx:1.29\r\n    <<: *a\r\n    «<<»: *b\r\n',
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n  db:\n    image: postgres:17\n',
      'x-a: &a {init: true}\nservices:\n  web:\n    image: nginx:1.29\n    <<: *a\n    init: false\n',
      // a template
      'services:\n  web:\n    image: nginx:1.29\n    environment:\n      {{ a }}: b\n      {{ b }}: c\n',
    ],
  },
});
