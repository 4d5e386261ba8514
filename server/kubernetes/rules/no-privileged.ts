import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { setTo } from '../security/fixes.ts';
import { contextsOf, perPod, truthOf } from '../security/pod.ts';

export const noPrivileged = defineRule<KubernetesModel>({
  id: 'kubernetes/no-privileged',
  severity: 'warning',
  presets: ['recommended'],
  // A privileged container may always escalate: `allowPrivilegeEscalation: false` beside it is rejected.
  equivalents: [
    'kube-linter:privileged-container',
    'kube-linter:privilege-escalation-container',
    'kube-score:container-security-context-privileged',
    'polaris:runAsPrivileged',
    'polaris:privilegeEscalationAllowed',
    'kyverno:disallow-privileged-containers',
    'kyverno:disallow-privilege-escalation',
  ],
  message: {
    ko: '특권 컨테이너는 노드의 root와 같은 일을 할 수 있습니다. `privileged`를 빼고 필요한 권한만 주세요.',
    en: 'A privileged container can do what root on the node can. Leave `privileged` out and grant only what it needs.',
  },
  why: {
    ko: '모든 capability와 노드의 모든 장치를 얻고 seccomp·AppArmor의 제한도 풀립니다. 컨테이너가 뚫리면 노드 전체가 넘어갑니다.',
    en: 'It gets every capability and every device of the node, and seccomp and AppArmor no longer hold. Whoever takes over the container has the node.',
  },
  note: 'kubernetes/SecurityContext#privileged',
  check: perPod((pod, report) => {
    for (const { node, container } of contextsOf(pod)) {
      const value = container && nodeAt(pod.ast, node, ['privileged']);
      const at = value && truthOf(value) === true ? spanOfNode(pod.document, value) : undefined;
      if (at) report({ at, fix: () => setTo(pod.document, node, 'privileged', false) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        privileged: «true» # 디버깅\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        privileged: false # 디버깅\n',
      },
      // an init container of a CronJob in the second document, with Windows line breaks
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          initContainers:\r\n            - {name: tune, image: "tune:1", securityContext: {privileged: «true»}}\r\n          containers:\r\n            - name: report\r\n              image: report:1\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          initContainers:\r\n            - {name: tune, image: "tune:1", securityContext: {privileged: false}}\r\n          containers:\r\n            - name: report\r\n              image: report:1\r\n',
      },
      // two containers share one context: one finding, and no fix that would change both
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: two\n    spec:\n      containers:\n        - name: a\n          image: a:1\n          securityContext: &context\n            privileged: «true»\n        - name: b\n          image: b:1\n          securityContext: *context\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        privileged: false\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    privileged: true\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n',
      // a text is no truth value; the schema's check says so
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        privileged: "true"\n',
      'apiVersion: example.com/v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n      securityContext:\n        privileged: true\n',
    ],
  },
});
