import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { podSpec } from '../workload.ts';

/** Silent where no token is mounted: then the account gives the Pod no rights. */
export const noDefaultServiceAccount = defineRule<KubernetesModel>({
  id: 'kubernetes/no-default-service-account',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:default-service-account'],
  message: {
    ko: '`{name}`이(가) `default` ServiceAccount를 씁니다. 따로 만들어 `serviceAccountName`에 적으세요.',
    en: '`{name}` uses the ServiceAccount `default`. Make it one of its own and name that in `serviceAccountName`.',
  },
  why: {
    ko: '`default` 계정에 준 권한은 네임스페이스의 모든 Pod가 함께 갖습니다.',
    en: 'Rights that are given to `default` belong to every Pod of the namespace.',
  },
  note: 'kubernetes/PodSpec#serviceAccountName',
  check: perWholeManifest((manifest, report) => {
    const { document } = manifest;
    const { ast } = document.source;
    const spec = podSpec(manifest);
    if (!spec || textAt(ast, spec, ['automountServiceAccountToken']) === 'false') return;
    const text = (field: string): string => textAt(ast, spec, [field]) ?? '';
    const field = text('serviceAccountName') === '' ? 'serviceAccount' : 'serviceAccountName';
    if (text(field) !== '' && text(field) !== 'default') return;
    const value = text(field) === '' ? undefined : nodeAt(ast, spec, [field]);
    const at = (value && spanOfNode(document, value)) ?? ownerSpan(manifest);
    if (at) report({ at, data: { name: manifest.name ?? manifest.kind } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      serviceAccountName: «default»\n      containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Pod\r\n  metadata: {name: «web»} # 웹\r\n  spec: {containers: []}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  serviceAccountName: web\n  containers: []\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  automountServiceAccountToken: false\n  containers: []\n',
      // another rule speaks about the field
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  serviceAccount: web\n  containers: []\n',
    ],
  },
});
