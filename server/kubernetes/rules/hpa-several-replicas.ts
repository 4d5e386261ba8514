import { defineRule } from '../../rule.ts';
import { replaceText } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt, pairOf, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';

export const hpaSeveralReplicas = defineRule<KubernetesModel, { readonly minimum: number }>({
  id: 'kubernetes/hpa-several-replicas',
  severity: 'info',
  presets: [],
  equivalents: ['kube-score:horizontalpodautoscaler-replicas', 'polaris:hpaMinAvailability', 'kube-linter:hpa-minimum-three-replicas'],
  message: {
    ko: '오토스케일러가 Pod를 {replicas}개까지 줄일 수 있습니다. `minReplicas`를 {minimum} 이상으로 적으세요.',
    en: 'The autoscaler may go down to {replicas} Pods. Give it `minReplicas: {minimum}` or more.',
  },
  why: {
    ko: '한가할 때 Pod가 하나로 줄면, 그 Pod나 노드가 멈추는 동안 서비스가 멈춥니다.',
    en: 'If quiet hours leave a single Pod, the service stops whenever that Pod or its node does.',
  },
  note: 'kubernetes/HorizontalPodAutoscalerSpec#minReplicas',
  options: { minimum: 2 },
  optionsInAll: { minimum: 3 },
  check: perWholeManifest((manifest, report, { minimum }) => {
    if (!isOfKind(manifest, 'HorizontalPodAutoscaler', 'autoscaling')) return;
    const { document, root } = manifest;
    const { ast } = document.source;
    const spec = mapAt(ast, root, ['spec']);
    const value = nodeAt(ast, spec, ['minReplicas']);
    const text = textAt(ast, spec, ['minReplicas']);
    const replicas = Number(text ?? 1);
    const at = (text !== undefined && value && spanOfNode(document, value)) || ownerSpan(manifest);
    if (!spec || !at || !(replicas < minimum)) return;
    report({
      at,
      data: { replicas: String(replicas), minimum: String(minimum) },
      equivalents: [
        ...(replicas < 2 ? ['kube-score:horizontalpodautoscaler-replicas'] : []),
        ...(replicas < 2 && text !== undefined ? ['polaris:hpaMinAvailability'] : []),
        ...(replicas < 3 ? ['kube-linter:hpa-minimum-three-replicas'] : []),
      ],
      fix: () => {
        // More than the most is refused.
        const most = Number(textAt(ast, spec, ['maxReplicas']));
        const pair = pairOf(spec, 'minReplicas');
        const edits = pair && most >= minimum ? replaceText(document, pair, minimum) : undefined;
        return edits && { title: { ko: `\`minReplicas\`를 ${minimum}으로 늘리기`, en: `Raise \`minReplicas\` to ${minimum}` }, edits };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: «1» # 밤에는\n  maxReplicas: 10\n',
        fixed:
          'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 2 # 밤에는\n  maxReplicas: 10\n',
      },
      // 1 without it
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: autoscaling/v2\r\nkind: HorizontalPodAutoscaler\r\nmetadata: {name: «web»}\r\nspec: {maxReplicas: 10}\r\n',
      },
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: «2»\n  maxReplicas: 2\n',
        options: { minimum: 3 },
      },
    ],
    good: [
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 2\n  maxReplicas: 10\n',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: some\n  maxReplicas: 10\n',
      // a patch
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 20\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
