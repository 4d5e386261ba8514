import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { budgetKey, budgetsOf } from '../wires/budget.ts';
import { perResource } from '../wires/check.ts';
import { mayShare } from '../wires/match.ts';
import { chosenBy } from '../wires/pods.ts';
import { nameOf, seeAlso, spanOf } from '../wires/report.ts';
import { areSame, standsAfter, surelyMeet } from '../wires/together.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const oneBudgetPerPod = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/one-budget-per-pod',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{workload}`의 Pod는 PodDisruptionBudget `{other}`도 고릅니다. 한 Pod는 하나만 고르게 나누세요.',
    en: 'The PodDisruptionBudget `{other}` chooses the Pods of `{workload}`, too. Let only one choose each Pod.',
  },
  why: {
    ko: '퇴거 API는 PodDisruptionBudget이 둘 이상인 Pod의 퇴거를 500 오류로 거절합니다. 노드를 비우는 작업이 거기서 멈춥니다.',
    en: 'The eviction API refuses, with an error 500, to evict a Pod that several PodDisruptionBudgets choose. Draining its node gets stuck.',
  },
  note: 'kubernetes/PodDisruptionBudgetSpec#selector',
  url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#how-api-initiated-eviction-works',
  options: {
    // Whether to speak even where the two may belong to different environments.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, path }) => {
    const [selection] = resource.key === budgetKey ? resource.selections : [];
    if (!selection) return;
    const own = { resource, path };
    for (const shared of chosenBy(cluster, resource, selection)) {
      const other = budgetsOf(cluster, shared.resource).find((budget) => {
        const meet = surelyMeet(own, budget) || (options.unsure && mayShare(resource.namespace, budget.resource.namespace));
        return meet && !areSame(own, budget) && !cluster.isPatch(budget.path) && standsAfter(cluster, own, budget);
      });
      if (!other) continue;
      report({
        at: spanOf(selection.mark),
        data: { workload: nameOf(shared.resource), other: nameOf(other.resource) },
        related: [seeAlso(other, { ko: '`{resource}` 매니페스트가 여기에 있습니다.', en: '`{resource}` is here.' })],
      });
      return;
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: all}\nspec: {maxUnavailable: 1, selector: {}}\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  «selector»:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n',
      },
      {
        text: 'apiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: web, namespace: shop}\r\nspec: {maxUnavailable: 1, «selector»: {matchLabels: {app: web}}}\r\n',
        files: {
          'budgets.yaml':
            'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: policy/v1\n    kind: PodDisruptionBudget\n    metadata: {name: front, namespace: shop}\n    spec: {minAvailable: 1, selector: {matchLabels: {tier: front}}}\n',
          'web.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, tier: front}}, spec: {}}}\n',
        },
      },
    ],
    good: [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: api}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: api}}}\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n',
      // copies of one budget, and those of another environment
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        files: {
          'a/web.yaml':
            'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n',
          'b/web.yaml':
            'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web-test}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n',
        },
      },
    ],
  },
});
