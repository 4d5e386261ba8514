import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { unchosen } from '../wires/unchosen.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const pdbSelectsPods = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/pdb-selects-pods',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '이 셀렉터에 맞는 Pod가 작업 영역에 없습니다. Pod 템플릿의 레이블과 같게 적으세요.',
    en: 'No Pod of the workspace matches this selector. Write the labels of the Pod template.',
  },
  variants: {
    near: {
      ko: '이 레이블을 가진 Pod가 없습니다. 혹시 `{resource}`의 `{key}: {value}`인가요?',
      en: 'No Pod has this label. You probably mean `{key}: {value}` of `{resource}`.',
    },
  },
  why: {
    ko: '맞는 Pod가 없는 PodDisruptionBudget은 오류 없이 아무것도 지키지 않습니다. 노드를 비울 때 Pod가 모두 함께 내려갈 수 있습니다.',
    en: 'A PodDisruptionBudget that matches no Pod protects nothing and says nothing. Draining nodes may take all Pods down together.',
  },
  note: 'kubernetes/PodDisruptionBudgetSpec#selector',
  options: {
    // Whether to speak even where no Pod of the workspace has any of the labels' keys: they may be made elsewhere.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    for (const selection of resource.selections) {
      if (selection.place !== 'policy/PodDisruptionBudgetSpec#selector') continue;
      const violation = unchosen(cluster, resource, selection, options.unsure);
      if (violation) report(violation);
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: web\n      tier: «back» # 뒤쪽\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web, tier: front}}, spec: {containers: []}}}\n',
        fixed:
          'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: web\n      tier: front # 뒤쪽\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web, tier: front}}, spec: {containers: []}}}\n',
      },
      {
        text: 'apiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: web}\r\nspec: {maxUnavailable: 1, «selector»: {matchLabels: {app: shop}}}\r\n',
        files: {
          'web.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}\n',
        },
      },
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  «selector»:\n    matchLabels: {app: web}\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}\n',
      // the Pods are kept elsewhere
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels: {app: web}\n',
      // an operator makes the Pods
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: prometheus}\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels: {app.kubernetes.io/name: prometheus}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app.kubernetes.io/name: web}}\nspec: {containers: []}\n',
        files: {
          'prometheus.yaml':
            'apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: k8s}\nspec: {podMetadata: {labels: {app.kubernetes.io/name: prometheus}}}\n',
        },
      },
      // every Pod of the namespace
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  maxUnavailable: 1\n  selector: {}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: []}\n',
    ],
  },
});
