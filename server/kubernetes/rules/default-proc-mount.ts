import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { setTo } from '../security/fixes.ts';
import { contextsOf, perPod, stringOf } from '../security/pod.ts';

const others = ['polaris:procMount', 'kyverno:disallow-proc-mount'];

export const defaultProcMount = defineRule<KubernetesModel>({
  id: 'kubernetes/default-proc-mount',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:unsafe-proc-mount', ...others],
  message: {
    ko: '`procMount: {value}`는 `/proc`에서 가려 둔 곳을 드러냅니다. `Default`로 두세요.',
    en: '`procMount: {value}` uncovers what is masked in `/proc`. Leave it at `Default`.',
  },
  why: {
    ko: '컨테이너 런타임은 커널의 정보와 설정이 새지 않도록 `/proc`의 일부를 가립니다. 가리지 않는 설정은 컨테이너 안에서 컨테이너를 만들 때나 씁니다.',
    en: 'Runtimes mask parts of `/proc` so that containers neither read nor change what belongs to the kernel. Only containers that make containers need it unmasked.',
  },
  note: 'kubernetes/SecurityContext#procMount',
  check: perPod((pod, report) => {
    for (const { node, container } of contextsOf(pod)) {
      const value = container && nodeAt(pod.ast, node, ['procMount']);
      const text = stringOf(value);
      const at = value && spanOfNode(pod.document, value);
      if (!at || text === undefined || text === 'Default') continue;
      report({
        at,
        data: { value: text.slice(0, 40) },
        equivalents: text === 'Unmasked' ? ['kube-linter:unsafe-proc-mount', ...others] : others,
        fix: () => setTo(pod.document, node, 'procMount', 'Default'),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: builder\nspec:\n  containers:\n    - name: builder\n      image: builder:1\n      securityContext:\n        procMount: «Unmasked»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: builder\nspec:\n  containers:\n    - name: builder\n      image: builder:1\n      securityContext:\n        procMount: Default\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: Job\r\nmetadata:\r\n  name: builder\r\nspec:\r\n  template:\r\n    spec:\r\n      initContainers:\r\n        - name: builder\r\n          image: builder:1\r\n          securityContext: {procMount: «"Unmasked"»}\r\n',
        fixed:
          'apiVersion: batch/v1\r\nkind: Job\r\nmetadata:\r\n  name: builder\r\nspec:\r\n  template:\r\n    spec:\r\n      initContainers:\r\n        - name: builder\r\n          image: builder:1\r\n          securityContext: {procMount: Default}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: builder\nspec:\n  containers:\n    - name: builder\n      image: builder:1\n      securityContext:\n        procMount: Default\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: builder\nspec:\n  containers:\n    - name: builder\n      image: builder:1\n      securityContext:\n        procMount:\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: builder\nspec:\n  containers:\n    - name: builder\n      image: builder:1\n      securityContext: Unmasked\n',
    ],
  },
});
