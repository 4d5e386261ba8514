import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt, textAt } from '../../yaml/read.ts';
import { whenServed } from '../beside.ts';
import { perManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { podSpec, sharesVolume } from '../workload.ts';

/**
 * Silent where the Pods share a volume or the node's network: there an old and a new one may not be able to run side by side.
 */
export const rollingUpdate = defineRule<KubernetesModel, { readonly recreate: boolean }>({
  id: 'kubernetes/rolling-update',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:no-rolling-update-strategy', 'kube-score:deployment-strategy'],
  message: {
    ko: '`maxUnavailable: {value}`이면 배포할 때 Pod {replicas}개 모두가 새 Pod보다 먼저 내려갈 수 있습니다. `maxUnavailable: 0`에 `maxSurge: 1`로 하나씩 바꾸세요.',
    en: '`maxUnavailable: {value}` lets a rollout take every Pod ({replicas}) down before a new one is ready. Replace them one by one with `maxUnavailable: 0` and `maxSurge: 1`.',
  },
  variants: {
    recreate: {
      ko: '`Recreate`는 배포할 때 Pod를 모두 내린 뒤에 새로 띄웁니다. 멈추지 않으려면 `RollingUpdate`로 바꾸세요.',
      en: '`Recreate` takes all Pods down before it starts new ones. To stay up, use `RollingUpdate`.',
    },
  },
  why: {
    ko: '새 Pod가 준비되기 전에 옛 Pod가 모두 사라지면 그동안 요청을 받을 Pod가 없습니다.',
    en: 'If every old Pod is gone before a new one is ready, nothing answers in between.',
  },
  note: 'kubernetes/DeploymentSpec#strategy',
  options: {
    // `Recreate` is often meant: the application may not run twice.
    recreate: false,
  },
  optionsInAll: { recreate: true },
  check: whenServed(
    ['kube-score:deployment-strategy'],
    perManifest((manifest, report, { recreate }) => {
      if (!isOfKind(manifest, 'Deployment', 'apps', 'extensions') && !isOfKind(manifest, 'DeploymentConfig', 'apps.openshift.io')) return;
      const { document, root } = manifest;
      const { ast } = document.source;
      const pod = podSpec(manifest);
      if (sharesVolume(manifest) || textAt(ast, pod, ['hostNetwork']) === 'true') return;
      const spec = mapAt(ast, root, ['spec']);
      const type = nodeAt(ast, spec, ['strategy', 'type']);
      if (textAt(ast, spec, ['strategy', 'type']) === 'Recreate') {
        const at = type && spanOfNode(document, type);
        if (recreate && at)
          report({ at, variant: 'recreate', equivalents: ['kube-linter:no-rolling-update-strategy', 'kube-score:deployment-strategy'] });
        return;
      }
      const value = nodeAt(ast, spec, ['strategy', 'rollingUpdate', 'maxUnavailable']);
      const text = textAt(ast, spec, ['strategy', 'rollingUpdate', 'maxUnavailable']) ?? '';
      const replicas = Number(textAt(ast, spec, ['replicas']) ?? 1);
      const at = value && spanOfNode(document, value);
      if (at && replicas > 0 && countOf(text, replicas) >= replicas)
        report({ at, data: { value: text, replicas: String(replicas) }, equivalents: [] });
    }),
  ),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n  strategy:\n    rollingUpdate:\n      maxUnavailable: «2» # 빨리\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata: {name: web}\r\nspec: {replicas: 10, strategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: «100%»}}}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  strategy:\n    type: «Recreate»\n',
        options: { recreate: true },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  strategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  strategy:\n    rollingUpdate:\n      maxUnavailable: 67%\n',
      // may be meant
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  strategy:\n    type: Recreate\n',
      // two Pods may not share the volume
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  strategy:\n    type: Recreate\n  template:\n    spec:\n      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: web\n',
        options: { recreate: true },
      },
    ],
  },
});

/** How many of the replicas a number or a percentage is; a percentage is rounded down. */
function countOf(text: string, replicas: number): number {
  const percentage = /^(\d{1,4})%$/.exec(text)?.[1];
  if (percentage !== undefined) return Math.floor((replicas * Number(percentage)) / 100);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
