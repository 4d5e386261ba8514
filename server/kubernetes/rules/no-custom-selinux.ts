import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { removeAt } from '../security/fixes.ts';
import { contextsOf, perPod, stringOf } from '../security/pod.ts';

/** Types that the Pod Security Standards allow at the level "baseline". */
const types: readonly string[] = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

export const noCustomSelinux = defineRule<KubernetesModel>({
  id: 'kubernetes/no-custom-selinux',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kyverno:disallow-selinux'],
  message: {
    ko: 'SELinux의 `{field}`을(를) `{value}`(으)로 바꿉니다. 컨테이너용 값에서 벗어나지 않도록 빼세요.',
    en: 'The SELinux `{field}` becomes `{value}`. Take it out, so that the container keeps what is made for containers.',
  },
  why: {
    ko: '컨테이너용 타입이 아니거나 사용자·역할이 바뀌면 SELinux가 컨테이너를 노드에서 떼어 놓지 못합니다. `level`은 마음대로 정해도 됩니다.',
    en: 'With a type that is not made for containers, or another user or role, SELinux no longer keeps the container off the node. `level` is free to choose.',
  },
  note: 'kubernetes/SELinuxOptions#type',
  check: perPod((pod, report) => {
    const { document, ast, spec } = pod;
    for (const { node, container } of contextsOf(pod)) {
      const options = mapAt(ast, node, ['seLinuxOptions']);
      for (const field of options ? ['type', 'user', 'role'] : []) {
        const value = nodeAt(ast, options, [field]);
        const text = stringOf(value) ?? '';
        const at = value && spanOfNode(document, value);
        if (!at || text === '' || (field === 'type' && types.includes(text))) continue;
        const owner = container?.node ?? spec;
        report({
          at,
          data: { field, value: text.slice(0, 40) },
          fix: () => removeAt(document, owner, ['securityContext', 'seLinuxOptions', field]),
        });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seLinuxOptions:\n      level: s0:c123,c456\n      type: «spc_t»\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seLinuxOptions:\n      level: s0:c123,c456\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: Job\r\nmetadata:\r\n  name: once\r\nspec:\r\n  template:\r\n    spec:\r\n      initContainers:\r\n        - {name: init, image: "a:1", securityContext: {seLinuxOptions: {user: «"sysadm_u"»}}}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot: true\n        seLinuxOptions:\n          role: «sysadm_r»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot: true\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seLinuxOptions:\n      level: s0:c123,c456\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        seLinuxOptions: {type: container_engine_t, user: "", role:}\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seLinuxOptions: spc_t\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        seLinuxOptions:\n          type: container_init_t\n',
    ],
  },
});
