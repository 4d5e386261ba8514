import { isScalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt, textAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containersOf } from '../workload.ts';

export const noDuplicateEnv = defineRule<KubernetesModel>({
  id: 'kubernetes/no-duplicate-env',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:duplicate-env-var', 'kube-score:environment-variable-key-duplication'],
  message: {
    ko: '컨테이너 `{container}`에 환경 변수 `{name}`이(가) 두 번 있습니다. 뒤의 값만 쓰이니 하나를 지우세요.',
    en: 'Container `{container}` has the environment variable `{name}` twice. Only the later value counts: remove one.',
  },
  why: {
    ko: '앞의 값은 아무 말 없이 버려집니다. 서버 측 적용(server-side apply)은 이런 목록을 거부합니다.',
    en: 'The earlier value is silently lost, and server-side apply refuses such a list.',
  },
  note: 'kubernetes/Container#env',
  check: perManifest((manifest, report) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const { node, name: container = '' } of containersOf(manifest)) {
      const seen = new Set<string>();
      for (const variable of mapsAt(ast, node, ['env'])) {
        const node = nodeAt(ast, variable, ['name']);
        const name = isScalar(node) ? textAt(ast, variable, ['name']) : undefined;
        const at = node && spanOfNode(document, node);
        if (name === undefined || !at) continue;
        // A value that builds on the earlier one means both.
        if (seen.has(name) && !(textAt(ast, variable, ['value']) ?? '').includes(`$(${name})`)) report({ at, data: { container, name } });
        seen.add(name);
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      env:\n        - name: PORT\n          value: "8080"\n        - name: HOST\n          value: localhost\n        # 새 포트\n        - name: «PORT»\n          value: "9090"\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          initContainers:\r\n            - {name: wait, image: "shop/wait:1.0", env: [{name: A, value: a}, {name: «"A"», valueFrom: {secretKeyRef: {name: s, key: a}}}]}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      env:\n        - {name: PORT, value: "8080"}\n        - {name: port, value: "8080"}\n    - name: proxy\n      image: shop/proxy:1.0\n      env:\n        - {name: PORT, value: "9090"}\n',
      // the later one builds on the earlier
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      env:\n        - {name: OPTS, value: -a}\n        - {name: OPTS, value: $(OPTS) -b}\n',
      // still being written
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      env:\n        - name:\n        - name:\n        - value: a\n',
    ],
  },
});
