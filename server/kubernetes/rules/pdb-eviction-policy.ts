import { defineRule } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { isEmpty, mapAt, nodeAt, pairOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';

export const pdbEvictionPolicy = defineRule<KubernetesModel>({
  id: 'kubernetes/pdb-eviction-policy',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:pdb-unhealthy-pod-eviction-policy'],
  message: {
    ko: '`{name}`에 `unhealthyPodEvictionPolicy`가 없습니다. 고장 난 Pod를 언제나 내보낼 수 있게 `AlwaysAllow`를 적으세요.',
    en: '`{name}` has no `unhealthyPodEvictionPolicy`. Write `AlwaysAllow`, so that broken Pods can always be evicted.',
  },
  why: {
    ko: '적지 않으면 예산이 찰 때까지 고장 난 Pod도 내보내지 못합니다. `CrashLoopBackOff`에 빠진 앱 하나가 노드 비우기를 막습니다.',
    en: 'Left out, even broken Pods stay until the budget is met: one application in `CrashLoopBackOff` blocks the draining of nodes.',
  },
  note: 'kubernetes/PodDisruptionBudgetSpec#unhealthyPodEvictionPolicy',
  check: perWholeManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    if (!isOfKind(manifest, 'PodDisruptionBudget', 'policy') || !isEmpty(nodeAt(ast, root, ['spec', 'unhealthyPodEvictionPolicy']))) return;
    const at = ownerSpan(manifest);
    if (!at) return;
    report({
      at,
      data: { name: manifest.name ?? manifest.kind },
      fix: () => {
        const spec = mapAt(ast, root, ['spec']);
        const edit =
          spec && !pairOf(spec, 'unhealthyPodEvictionPolicy')
            ? insertEntry(document, spec, ['unhealthyPodEvictionPolicy', 'AlwaysAllow'])
            : undefined;
        return edit && { title: { ko: '`AlwaysAllow` 적기', en: 'Write `AlwaysAllow`' }, edits: [edit] };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: «web»\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels: {app: web} # 웹\n',
        fixed:
          'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels: {app: web} # 웹\n  unhealthyPodEvictionPolicy: AlwaysAllow\n',
      },
      {
        text: 'apiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: «web»}\r\nspec: {maxUnavailable: 1}\r\n',
      },
    ],
    good: [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  unhealthyPodEvictionPolicy: IfHealthyBudget\n',
      'apiVersion: example.com/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec: {}\n',
      // a patch
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 2\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
