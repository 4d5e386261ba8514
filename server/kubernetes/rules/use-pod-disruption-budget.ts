import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { budgetsOf } from '../wires/budget.ts';
import { perResource } from '../wires/check.ts';
import { nameOf, spanOf } from '../wires/report.ts';
import { scalersOf, writtenReplicas } from '../wires/scaling.ts';
import { seemToMeet } from '../wires/together.ts';
import type { KindKey } from '../wires/types.ts';

const polaris = 'polaris:missingPodDisruptionBudget';
const equivalents: Readonly<Record<KindKey, readonly string[]>> = {
  'apps/Deployment': ['kube-score:deployment-has-poddisruptionbudget', polaris],
  'apps/StatefulSet': ['kube-score:statefulset-has-poddisruptionbudget', polaris],
};

export const usePodDisruptionBudget = defineRule<KubernetesModel>({
  id: 'kubernetes/use-pod-disruption-budget',
  severity: 'info',
  presets: [],
  equivalents: [...new Set(Object.values(equivalents).flat())],
  message: {
    ko: '`{name}`의 Pod를 고르는 PodDisruptionBudget이 없습니다. `maxUnavailable: 1`부터 적어 보세요.',
    en: 'No PodDisruptionBudget chooses the Pods of `{name}`. Start with one of `maxUnavailable: 1`.',
  },
  why: {
    ko: '노드를 비우거나 클러스터를 업그레이드할 때 몇 개까지 함께 내려가도 되는지 정해 두지 않으면 복제본이 모두 한꺼번에 내려갈 수 있습니다.',
    en: 'Unless it says how many may go at once, draining nodes or upgrading the cluster may take all replicas down together.',
  },
  note: 'kubernetes/PodDisruptionBudget',
  check: perResource((resource, report, { cluster, path }) => {
    const meant = Object.hasOwn(equivalents, resource.key) ? equivalents[resource.key] : undefined;
    if (!meant || !resource.pods) return;
    const own = { resource, path };
    // For a single Pod a budget either does nothing or stops every drain.
    if ((writtenReplicas(resource) ?? 2) < 2 && scalersOf(cluster, own).length === 0) return;
    const isChosen = budgetsOf(cluster, resource).some((budget) => seemToMeet(budget, own));
    if (!isChosen) report({ at: spanOf(resource.mark), data: { name: nameOf(resource) }, equivalents: meant });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\nspec:\n  replicas: 3\n  template:\n    metadata:\n      labels: {app: web}\n    spec: {}\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: api}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: api}}}\n',
      },
      // of another namespace
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: apps/v1\r\n  kind: StatefulSet\r\n  metadata: {name: «db», namespace: shop}\r\n  spec: {template: {metadata: {labels: {app: db}}, spec: {}}}\r\n- apiVersion: policy/v1\r\n  kind: PodDisruptionBudget\r\n  metadata: {name: db, namespace: test}\r\n  spec: {maxUnavailable: 1, selector: {matchLabels: {app: db}}}\r\n',
      },
    ],
    good: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n    metadata:\n      labels: {app: web}\n    spec: {}\n',
        files: {
          'budget.yaml':
            'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web, namespace: shop}\nspec: {maxUnavailable: 1, selector: {matchExpressions: [{key: app, operator: In, values: [web, api]}]}}\n',
        },
      },
      // there is nothing to keep of one Pod, nor of what runs on every node
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1, template: {}}\n---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec: {template: {}}\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: []\n',
    ],
  },
});
