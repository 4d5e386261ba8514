import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { unchosen } from '../wires/unchosen.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const serviceSelectsPods = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/service-selects-pods',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:dangling-service', 'kube-score:service-targets-pod'],
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
    ko: '맞는 Pod가 없는 Service는 엔드포인트가 비어 있어, 이 이름으로 온 연결이 모두 실패합니다.',
    en: 'A Service without matching Pods has no endpoints, and every connection to its name fails.',
  },
  note: 'kubernetes/ServiceSpec#selector',
  options: {
    // Whether to speak even where no Pod of the workspace has any of the labels' keys: they may be made elsewhere.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    if (resource.key !== '/Service') return;
    for (const selection of resource.selections) {
      const violation = unchosen(cluster, resource, selection, options.unsure);
      if (violation) report(violation);
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: «wep»\n  ports:\n    - port: 80\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n  containers: []\n',
        fixed:
          'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n  containers: []\n',
      },
      {
        // the Deployment stands in another file; quotes stay
        text: 'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\n  namespace: shop\r\nspec:\r\n  selector: {app: web, tier: "«front»"}\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\n  namespace: shop\r\nspec:\r\n  selector: {app: web, tier: "frontend"}\r\n',
        files: {
          'k8s/web.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels: {app: web, tier: frontend}\n    spec:\n      containers: []\n',
        },
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: db}\n    spec:\n      «selector»:\n        app: postgres\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: web, labels: {app: web}}\n    spec: {containers: []}\n',
      },
      // Pods of another namespace do not count
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  «selector»:\n    app: web\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: test, labels: {app: web}}\nspec: {containers: []}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: db, namespace: shop, labels: {app: database}}\nspec: {containers: []}\n',
      },
      { text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  «selector»:\n    app: web\n', options: { unsure: true } },
    ],
    good: [
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels:\n        app: web\n        version: "2"\n    spec:\n      containers: []\n',
      // nothing to compare with: the Pods may be somebody else's
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n',
      // without a selector somebody else writes the endpoints
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ExternalName\n  externalName: shop.example.com\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: []}\n',
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: db, labels: {app: db}}\nspec: {containers: []}\n',
        files: {
          'jobs/web.yaml':
            'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: web\nspec:\n  jobTemplate:\n    spec:\n      template:\n        metadata:\n          labels: {app: web}\n        spec:\n          containers: []\n',
        },
      },
      // a chart: the labels may come from a template
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: wbe\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: []}\n',
        files: { 'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n' },
      },
    ],
  },
});
