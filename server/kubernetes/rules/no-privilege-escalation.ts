import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { adds } from '../security/capabilities.ts';
import { setTo } from '../security/fixes.ts';
import { perPod, truthAt, truthOf } from '../security/pod.ts';

export const noPrivilegeEscalation = defineRule<KubernetesModel>({
  id: 'kubernetes/no-privilege-escalation',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [
    'kube-linter:privilege-escalation-container',
    'polaris:privilegeEscalationAllowed',
    'kyverno:disallow-privilege-escalation',
  ],
  message: {
    ko: '프로세스가 부모보다 큰 권한을 얻게 둡니다. `allowPrivilegeEscalation: false`로 막으세요.',
    en: 'Processes may gain more rights than their parent. Forbid it with `allowPrivilegeEscalation: false`.',
  },
  why: {
    ko: '`false`이면 커널이 `no_new_privs`를 켜서, 컨테이너 안의 setuid 프로그램으로 root가 되는 길이 막힙니다.',
    en: 'With `false` the kernel sets `no_new_privs`: no setuid program in the container makes anybody root.',
  },
  note: 'kubernetes/SecurityContext#allowPrivilegeEscalation',
  check: perPod((pod, report) => {
    const { document, ast } = pod;
    if (pod.windows) return;
    for (const container of pod.containers) {
      const context = mapAt(ast, container.node, ['securityContext']);
      const value = nodeAt(ast, context, ['allowPrivilegeEscalation']);
      const at = value && truthOf(value) === true ? spanOfNode(document, value) : undefined;
      // A privileged container escalates anyway; that it is privileged is the mistake.
      if (!context || !at || truthAt(ast, context, ['privileged']) === true) continue;
      // The API server rejects `false` beside this capability.
      report({
        at,
        fix: () => (adds(pod, container, 'SYS_ADMIN') ? undefined : setTo(document, context, 'allowPrivilegeEscalation', false)),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        allowPrivilegeEscalation: «true»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        allowPrivilegeEscalation: false\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: apps/v1\r\n    kind: Deployment\r\n    metadata:\r\n      name: web\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - {name: web, image: "nginx:1.29", securityContext: {allowPrivilegeEscalation: «true»}}\r\n',
        fixed:
          'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: apps/v1\r\n    kind: Deployment\r\n    metadata:\r\n      name: web\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - {name: web, image: "nginx:1.29", securityContext: {allowPrivilegeEscalation: false}}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        allowPrivilegeEscalation: «true»\n        capabilities:\n          add: [SYS_ADMIN]\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        allowPrivilegeEscalation: false\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        privileged: true\n        allowPrivilegeEscalation: true\n',
    ],
  },
});
