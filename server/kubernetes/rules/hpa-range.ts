import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';

export const hpaRange = defineRule<KubernetesModel>({
  id: 'kubernetes/hpa-range',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['polaris:hpaMaxAvailability'],
  message: {
    ko: '`minReplicas`와 `maxReplicas`가 모두 {replicas}이라 오토스케일러가 할 일이 없습니다. `maxReplicas`를 늘리세요.',
    en: '`minReplicas` and `maxReplicas` are both {replicas}, which leaves the autoscaler nothing to do. Raise `maxReplicas`.',
  },
  why: {
    ko: '오토스케일러는 두 값 사이에서만 Pod 수를 바꿉니다. 부하가 늘어도 Pod는 늘지 않습니다.',
    en: 'An autoscaler changes the number of Pods only between the two; under load it adds none.',
  },
  note: 'kubernetes/HorizontalPodAutoscalerSpec#maxReplicas',
  check: perWholeManifest((manifest, report) => {
    if (!isOfKind(manifest, 'HorizontalPodAutoscaler', 'autoscaling')) return;
    const { document, root } = manifest;
    const { ast } = document.source;
    const spec = mapAt(ast, root, ['spec']);
    const value = nodeAt(ast, spec, ['maxReplicas']);
    const at = value && spanOfNode(document, value);
    const most = Number(textAt(ast, spec, ['maxReplicas']));
    if (at && most === Number(textAt(ast, spec, ['minReplicas']) ?? 1)) report({ at, data: { replicas: String(most) } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 3\n  maxReplicas: «3» # 고정\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: autoscaling/v2\r\n  kind: HorizontalPodAutoscaler\r\n  metadata: {name: web}\r\n  spec: {maxReplicas: «1»}\r\n',
      },
    ],
    good: [
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 3\n  maxReplicas: 6\n',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 6\n',
      // refused by the API server: another rule speaks
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 6\n  maxReplicas: 3\n',
    ],
  },
});
