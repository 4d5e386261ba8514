import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { setTo } from '../security/fixes.ts';
import { isUnhardened } from '../security/hardening.ts';
import { contextsOf, perPod, stringOf } from '../security/pod.ts';

export const noUnconfinedSeccomp = defineRule<KubernetesModel>({
  id: 'kubernetes/no-unconfined-seccomp',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kyverno:restrict-seccomp', 'kyverno:restrict-seccomp-strict', 'polaris:linuxHardening'],
  message: {
    ko: '`Unconfined`는 seccomp를 끕니다. `RuntimeDefault`로 두세요.',
    en: '`Unconfined` turns seccomp off. Use `RuntimeDefault`.',
  },
  why: {
    ko: 'seccomp는 쓸 일이 거의 없는 시스템 콜을 막아, 커널의 허점으로 노드에 나가는 길을 줄입니다. `RuntimeDefault`는 거의 모든 애플리케이션에 맞습니다.',
    en: 'seccomp blocks system calls that hardly any application makes, and with them many ways out through holes in the kernel. `RuntimeDefault` suits nearly every application.',
  },
  note: 'kubernetes/SeccompProfile#type',
  check: perPod((pod, report) => {
    if (pod.windows) return;
    const { document, ast } = pod;
    for (const { node, container } of contextsOf(pod)) {
      const profile = nodeAt(ast, node, ['seccompProfile']);
      const type = nodeAt(ast, profile, ['type']);
      const at = type && stringOf(type) === 'Unconfined' ? spanOfNode(document, type) : undefined;
      if (!at || !isMap(profile)) continue;
      report({
        at,
        equivalents: [
          'kyverno:restrict-seccomp',
          'kyverno:restrict-seccomp-strict',
          ...((container ? [container] : pod.containers).some((inside) => isUnhardened(pod, inside)) ? ['polaris:linuxHardening'] : []),
        ],
        fix: () => setTo(document, profile, 'type', 'RuntimeDefault'),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seccompProfile:\n      type: «Unconfined» # 나중에\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seccompProfile:\n      type: RuntimeDefault # 나중에\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\nspec:\r\n  template:\r\n    spec:\r\n      securityContext: {seccompProfile: {type: RuntimeDefault}}\r\n      initContainers:\r\n        - {name: init, image: "db:1", securityContext: {seccompProfile: {type: «Unconfined»}}}\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\nspec:\r\n  template:\r\n    spec:\r\n      securityContext: {seccompProfile: {type: RuntimeDefault}}\r\n      initContainers:\r\n        - {name: init, image: "db:1", securityContext: {seccompProfile: {type: RuntimeDefault}}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        seccompProfile:\n          type: Localhost\n          localhostProfile: web.json\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    seccompProfile: Unconfined\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        seccompProfile:\n',
    ],
  },
});
