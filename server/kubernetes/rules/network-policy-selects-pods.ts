import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { unchosen } from '../wires/unchosen.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const ofPolicy = ['kube-linter:dangling-networkpolicy', 'kube-score:networkpolicy-targets-pod'];
const ofPeer = ['kube-linter:dangling-networkpolicypeer-podselector'];

export const networkPolicySelectsPods = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/network-policy-selects-pods',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [...ofPolicy, ...ofPeer],
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
    ko: 'NetworkPolicy는 셀렉터에 맞는 Pod만 지키고, `from`과 `to`에 맞는 Pod만 허용합니다. 레이블이 틀리면 지킬 Pod가 열려 있거나 허용할 Pod가 막힙니다.',
    en: 'A NetworkPolicy protects the Pods that its selector matches and lets in those that `from` and `to` match. With a wrong label Pods stay open, or are shut out.',
  },
  note: 'kubernetes/NetworkPolicySpec#podSelector',
  options: {
    // Whether to speak even where no Pod of the workspace has any of the labels' keys: they may be made elsewhere.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    for (const selection of resource.selections) {
      const isPeer = selection.place.endsWith('/NetworkPolicyPeer#podSelector');
      if (!isPeer && !selection.place.endsWith('/NetworkPolicySpec#podSelector')) continue;
      const violation = unchosen(cluster, resource, selection, options.unsure);
      if (violation) report({ ...violation, equivalents: isPeer ? ofPeer : ofPolicy });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db\nspec:\n  podSelector:\n    matchLabels:\n      app: «databse» # 데이터베이스\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: db, labels: {app: database}}\nspec: {containers: []}\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db\nspec:\n  podSelector:\n    matchLabels:\n      app: database # 데이터베이스\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: db, labels: {app: database}}\nspec: {containers: []}\n',
      },
      // who may come in, with Windows line breaks
      {
        text: 'apiVersion: networking.k8s.io/v1\r\nkind: NetworkPolicy\r\nmetadata: {name: db}\r\nspec:\r\n  podSelector: {}\r\n  ingress:\r\n  - from:\r\n    - «podSelector»: {matchLabels: {app: frontend}}\r\n',
        files: {
          'web.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}\n',
        },
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: networking.k8s.io/v1\n    kind: NetworkPolicy\n    metadata: {name: db, namespace: shop}\n    spec: {«podSelector»: {matchExpressions: [{key: app, operator: In, values: [mysql, mariadb]}]}}\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: db, namespace: shop, labels: {app: db}}\n    spec: {containers: []}\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db\nspec:\n  «podSelector»:\n    matchLabels:\n      app: db\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec:\n  podSelector:\n    matchLabels: {app: db}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: db, labels: {app: db}}\nspec: {containers: []}\n',
      // the Pods are kept elsewhere
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec:\n  podSelector:\n    matchLabels: {app: db}\n',
      // another namespace has Pods of its own
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec:\n  podSelector: {}\n  egress:\n    - to:\n        - namespaceSelector:\n            matchLabels: {kubernetes.io/metadata.name: kube-system}\n          podSelector:\n            matchLabels: {k8s-app: kube-dns}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: db, labels: {k8s-app: db}}\nspec: {containers: []}\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec:\n  podSelector: [app]\n',
    ],
  },
});
