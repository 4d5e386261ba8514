import { defineRule } from '../../rule.ts';
import { duplicateKeys } from '../../yaml/duplicates.ts';
import { perDocument } from '../../yaml/per-document.ts';
import type { KubernetesModel } from '../model.ts';

export const noDuplicateKeys = defineRule<KubernetesModel>({
  id: 'kubernetes/no-duplicate-keys',
  // No error: kubectl takes the file and keeps the last value.
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{key}` 키가 같은 맵에 이미 있습니다. 앞의 값은 버려지니 하나로 합치세요.',
    en: 'This map has the key `{key}` already. The earlier value is dropped: merge both into one.',
  },
  why: {
    ko: '`kubectl`은 아무 말 없이 마지막 값만 보냅니다. 앞에 적은 컨테이너나 환경 변수가 통째로 사라질 수 있습니다.',
    en: '`kubectl` silently sends only the last value. Containers or environment variables written before it may vanish as a whole.',
  },
  note: 'concepts/yaml#keys',
  check: perDocument(({ source, span }, report) => {
    // Several merge keys lose nothing: each map is merged.
    for (const { key, range } of duplicateKeys(source.ast)) {
      if (key !== '<<') report({ at: { start: span.start + range[0], end: span.start + range[1] }, data: { key } });
    }
  }),
  examples: {
    bad: [
      { text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n      env: []\n      «env»: []\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata: {a: b, «"a"»: c}\n' },
      // as JSON both are the text 1
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n---\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: shop\r\n# 데이터\r\ndata:\r\n  "1": a\r\n  «1»: b\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  A: c\n',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n    - name: web\n',
      // both are merged
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\nx: &x {a: b}\ny: &y {c: d}\ndata:\n  <<: *x\n  <<: *y\n',
      // a template
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  {{ a }}: b\n  {{ b }}: c\n',
      // not readable: yaml-syntax speaks
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: [\n  a: b\n',
    ],
  },
});
