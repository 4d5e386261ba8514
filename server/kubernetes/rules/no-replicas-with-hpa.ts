import { defineRule, type Fix, type RuleOptions } from '../../rule.ts';
import { deletePair } from '../../yaml/edit.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { mapAt, pairOf } from '../../yaml/read.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { nameOf, seeAlso } from '../wires/report.ts';
import { scalable, scalersOf, writtenReplicas } from '../wires/scaling.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const noReplicasWithHpa = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/no-replicas-with-hpa',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured'],
  message: {
    ko: 'Pod 수는 `{scaler}` 오토스케일러가 정합니다. `replicas`를 지우세요.',
    en: 'The autoscaler `{scaler}` sets the number of Pods. Remove `replicas`.',
  },
  why: {
    ko: '매니페스트를 적용할 때마다 Pod 수가 적힌 값으로 되돌아갑니다. 부하가 몰린 때에 배포하면 늘려 둔 Pod가 한꺼번에 사라집니다.',
    en: 'Each time the manifest is applied, the number of Pods jumps back to what it says. A rollout under load then removes the Pods that were added.',
  },
  note: 'kubernetes/DeploymentSpec#replicas',
  url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  options: {
    // Whether to speak even where the autoscaler may belong to another environment than this workload.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, path, manifest }) => {
    // At 0 the autoscaler rests: that is how one switches it off for a while.
    if (!scalable.includes(resource.key) || !writtenReplicas(resource)) return;
    const scaler = scalersOf(cluster, { resource, path }).find(({ isSure }) => isSure || options.unsure);
    const written = scaler && manifest();
    const spec = written && mapAt(written.document.source.ast, written.root, ['spec']);
    const pair = spec && pairOf(spec, 'replicas');
    const at = pair && spanOfKey(written.document, pair);
    if (!at) return;
    report({
      at,
      data: { scaler: nameOf(scaler.placed.resource) },
      equivalents: resource.key === 'apps/Deployment' ? ['kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured'] : [],
      related: [seeAlso(scaler.placed, { ko: '`{resource}` 매니페스트가 여기에 있습니다.', en: '`{resource}` is here.' })],
      fix: () => removeReplicas(written),
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  «replicas»: 3\n  template: {}\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template: {}\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n',
      },
      // in another file of the same namespace; the comment stays
      {
        text: 'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\n  namespace: shop\r\nspec:\r\n  serviceName: db\r\n  «replicas»: 3 # 낮에는\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\n  namespace: shop\r\nspec:\r\n  serviceName: db\r\n  # 낮에는\r\n',
        files: {
          'hpa.yaml':
            'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: db, namespace: shop}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}\n',
        },
      },
      // in flow style there is no line to delete
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: keda.sh/v1alpha1\n    kind: ScaledObject\n    metadata: {name: web}\n    spec: {scaleTargetRef: {name: web}}\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {«replicas»: 2, template: {}}\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  «replicas»: 3\n  template: {}\n',
        fixed: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template: {}\n',
        files: {
          'hpa.yaml':
            'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
        },
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template: {}\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
      // at rest; and another workload
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 0\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  replicas: 3\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
      // the autoscaler may be that of one environment only
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n  template: {}\n',
        files: {
          'overlays/production/hpa.yaml':
            'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
        },
      },
      // an autoscaler of another namespace
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: test}\nspec:\n  replicas: 1\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web, namespace: shop}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
    ],
  },
});

/** Not safe unseen: on the next `kubectl apply` the number may drop to one for a moment. */
function removeReplicas({ document, root }: Manifest): Fix | undefined {
  const spec = mapAt(document.source.ast, root, ['spec']);
  const pair = spec && pairOf(spec, 'replicas');
  const edit = pair && deletePair(document, spec, pair);
  return edit && { title: { ko: '`replicas` 지우기', en: 'Remove `replicas`' }, edits: [edit] };
}
