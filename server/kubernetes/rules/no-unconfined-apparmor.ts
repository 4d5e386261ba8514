import { isMap, isScalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { apparmorPrefix, podMetadata } from '../security/annotations.ts';
import { setTo } from '../security/fixes.ts';
import { contextsOf, perPod, stringOf } from '../security/pod.ts';

export const noUnconfinedApparmor = defineRule<KubernetesModel>({
  id: 'kubernetes/no-unconfined-apparmor',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kyverno:restrict-apparmor-profiles'],
  message: {
    ko: '`{value}`(은)는 AppArmor를 끕니다. 런타임의 기본 프로필로 두세요.',
    en: '`{value}` turns AppArmor off. Use the profile of the runtime.',
  },
  why: {
    ko: 'AppArmor의 기본 프로필은 컨테이너가 마운트하거나 `/proc`, `/sys`의 민감한 파일에 쓰는 일을 막습니다.',
    en: 'The default profile of AppArmor keeps containers from mounting and from writing to sensitive files in `/proc` and `/sys`.',
  },
  note: 'kubernetes/AppArmorProfile#type',
  check: perPod((pod, report) => {
    const { document, ast, manifest } = pod;
    for (const { node } of contextsOf(pod)) {
      const profile = nodeAt(ast, node, ['appArmorProfile']);
      const type = nodeAt(ast, profile, ['type']);
      const at = type && stringOf(type) === 'Unconfined' ? spanOfNode(document, type) : undefined;
      if (at && isMap(profile))
        report({ at, data: { value: 'Unconfined' }, fix: () => setTo(document, profile, 'type', 'RuntimeDefault') });
    }
    // The annotations of Kubernetes before 1.30.
    const annotations = nodeAt(ast, podMetadata(manifest), ['annotations']);
    if (!isMap(annotations)) return;
    for (const [key, pair] of pairsOf(ast, annotations)) {
      const value = resolve(ast, pair.value);
      const text = isScalar(value) ? String(value.value) : '';
      const at = value && spanOfNode(document, value);
      if (!at || !key.startsWith(apparmorPrefix) || text === 'runtime/default' || /^localhost\/./.test(text)) continue;
      report({ at, data: { value: text.slice(0, 40) }, fix: () => setTo(document, annotations, key, 'runtime/default') });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/web: «unconfined»\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/web: runtime/default\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - name: report\r\n              image: report:1\r\n              securityContext:\r\n                appArmorProfile: # 보고서\r\n                  type: «Unconfined»\r\n',
        fixed:
          'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - name: report\r\n              image: report:1\r\n              securityContext:\r\n                appArmorProfile: # 보고서\r\n                  type: RuntimeDefault\r\n',
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/web: unconfined\nspec:\n  template:\n    metadata:\n      annotations:\n        container.apparmor.security.beta.kubernetes.io/web: runtime/default\n        container.apparmor.security.beta.kubernetes.io/log: localhost/log\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations: {}\nspec:\n  securityContext:\n    appArmorProfile: {type: RuntimeDefault}\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        appArmorProfile:\n          type: Localhost\n          localhostProfile: web\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations: unconfined\nspec:\n  securityContext:\n    appArmorProfile: Unconfined\n  containers:\n    - name: web\n      image: nginx:1.29\n',
    ],
  },
});
