import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { hasForeignPolicies, opens, policiesOf, shuts, type Direction } from '../wires/isolation.ts';
import { nameOf, spanOf } from '../wires/report.ts';

const polaris = ['polaris:missingNetworkPolicy'];

export const useNetworkPolicy = defineRule<KubernetesModel>({
  id: 'kubernetes/use-network-policy',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:non-isolated-pod', 'kube-score:pod-networkpolicy', ...polaris],
  message: {
    ko: '`{name}`의 Pod를 고르는 NetworkPolicy가 없어 모든 연결이 열려 있습니다. 필요한 연결만 허용하세요.',
    en: 'No NetworkPolicy chooses the Pods of `{name}`, so every connection is open. Allow only those that are needed.',
  },
  variants: {
    Ingress: {
      ko: '`{name}`의 Pod를 고르는 NetworkPolicy 가운데 들어오는 연결을 제한하는 것이 없습니다. `policyTypes`에 `Ingress`를 적으세요.',
      en: 'The NetworkPolicies that choose the Pods of `{name}` leave incoming connections open. Write `Ingress` in `policyTypes`.',
      equivalents: polaris,
    },
    Egress: {
      ko: '`{name}`의 Pod를 고르는 NetworkPolicy 가운데 나가는 연결을 제한하는 것이 없습니다. `policyTypes`에 `Egress`를 적으세요.',
      en: 'The NetworkPolicies that choose the Pods of `{name}` leave outgoing connections open. Write `Egress` in `policyTypes`.',
      equivalents: polaris,
    },
    noIngress: {
      ko: '`{name}`의 Pod는 포트를 열어 두었지만 NetworkPolicy가 들어오는 연결을 하나도 허용하지 않습니다. `ingress`에 규칙을 적으세요.',
      en: 'The Pods of `{name}` listen on ports, but their NetworkPolicies let no connection in. Write a rule under `ingress`.',
      equivalents: polaris,
    },
    noEgress: {
      ko: 'NetworkPolicy가 `{name}`의 Pod에서 나가는 연결을 하나도 허용하지 않아 이름 조회(DNS)도 되지 않습니다. `egress`에 규칙을 적으세요.',
      en: 'NetworkPolicies let no connection out of the Pods of `{name}`, not even to look up a name (DNS). Write a rule under `egress`.',
      equivalents: polaris,
    },
  },
  why: {
    ko: '기본으로는 클러스터의 어느 Pod든 서로 연결할 수 있습니다. 하나가 뚫리면 거기서 나머지로, 또 바깥으로 나갈 수 있습니다.',
    en: 'By default any Pod of the cluster may connect to any other. Whoever gets into one reaches the rest from there, and the outside.',
  },
  note: 'kubernetes/NetworkPolicy',
  url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  check: perResource((resource, report, { cluster, path }) => {
    if (!resource.pods || hasForeignPolicies(cluster)) return;
    const at = spanOf(resource.mark);
    const data = { name: nameOf(resource) };
    const policies = policiesOf(cluster, { resource, path }).map((placed) => placed.resource);
    if (policies.length === 0) {
      report({ at, data });
      return;
    }
    for (const direction of ['Ingress', 'Egress'] as const satisfies readonly Direction[]) {
      const shutting = policies.filter((policy) => shuts(policy, direction));
      const isUsed = direction === 'Egress' || resource.pods.ports.length > 0;
      if (shutting.length > 0) {
        if (isUsed && !shutting.some((policy) => opens(policy, direction))) report({ at, data, variant: `no${direction}` });
        // Rules that no type puts in force are a mistake of their policy, and said there.
      } else if (!policies.some((policy) => opens(policy, direction))) report({ at, data, variant: direction });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\nspec:\n  template:\n    metadata:\n      labels: {app: web}\n    spec: {}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec: {podSelector: {matchLabels: {app: db}}}\n',
      },
      // only what comes in
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata: {name: «web»}\r\nspec: {containers: []}\r\n---\r\napiVersion: networking.k8s.io/v1\r\nkind: NetworkPolicy\r\nmetadata: {name: all}\r\nspec: {podSelector: {}}\r\n',
      },
      // nobody gets in, though it listens
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: «web»}\n    spec: {containers: [{name: web, ports: [{containerPort: 80}]}]}\n  - apiVersion: networking.k8s.io/v1\n    kind: NetworkPolicy\n    metadata: {name: all}\n    spec: {podSelector: {}, policyTypes: [Ingress, Egress], egress: [{}]}\n',
      },
      // of another namespace
      {
        text: 'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: «report», namespace: shop}\nspec: {jobTemplate: {spec: {template: {spec: {containers: []}}}}}\n',
        files: {
          'policy.yaml':
            'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all, namespace: test}\nspec: {podSelector: {}}\n',
        },
      },
    ],
    good: [
      // policies add up
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{name: web, ports: [{containerPort: 80}]}]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec: {podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: 80}]}], egress: [{ports: [{port: 53, protocol: UDP}]}]}\n',
      // policies of another project
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: []}\n',
        files: {
          'policy.yaml': 'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: web}\nspec: {endpointSelector: {}}\n',
        },
      },
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n',
    ],
  },
});
