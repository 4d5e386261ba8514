import { defineRule, type Fix } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import type { KubernetesModel } from '../model.ts';
import { baselineCapabilities, capabilitiesOf, capabilityList, insecureCapabilities, type Capability } from '../security/capabilities.ts';
import { fixOf, removeAt } from '../security/fixes.ts';
import { deleteItem } from '../../yaml/items.ts';
import { perPod, type AnyContainer, type Pod } from '../security/pod.ts';

export const noAddedCapabilities = defineRule<KubernetesModel, { readonly allowed: readonly string[] }>({
  id: 'kubernetes/no-added-capabilities',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [
    'kube-linter:drop-net-raw-capability',
    'kube-linter:privilege-escalation-container',
    'polaris:dangerousCapabilities',
    'polaris:insecureCapabilities',
    'polaris:privilegeEscalationAllowed',
    'kyverno:disallow-capabilities',
    'kyverno:disallow-capabilities-strict',
    'kyverno:disallow-privilege-escalation',
  ],
  message: {
    ko: 'capability `{name}`을(를) 더합니다. 꼭 필요하지 않으면 빼세요.',
    en: 'The capability `{name}` is added. Take it out unless it is really needed.',
  },
  variants: {
    all: {
      ko: '모든 capability를 더하면 특권 컨테이너나 다름없습니다. 필요한 것만 적으세요.',
      en: 'Adding every capability is all but a privileged container. List only what it needs.',
    },
  },
  why: {
    ko: 'root의 권한을 조각낸 것이 capability입니다. `SYS_ADMIN`이나 `NET_ADMIN` 같은 조각은 노드를 차지하거나 트래픽을 엿보는 데 쓰입니다.',
    en: 'Capabilities are the pieces of root’s power. With pieces like `SYS_ADMIN` or `NET_ADMIN` one takes over the node or watches its traffic.',
  },
  note: 'kubernetes/Capabilities#add',
  // Those of the Pod Security Standards: level "baseline"; in the preset `all`, level "restricted".
  options: { allowed: baselineCapabilities },
  optionsInAll: { allowed: ['NET_BIND_SERVICE'] },
  check: perPod((pod, report, { allowed }) => {
    if (pod.windows) return;
    for (const container of pod.containers)
      for (const capability of capabilitiesOf(pod, container, 'add')) {
        const { name, node } = capability;
        const at = spanOfNode(pod.document, node);
        if (!at || allowed.includes(name)) continue;
        report({
          at,
          data: { name: name.slice(0, 40) },
          ...(name === 'ALL' ? { variant: 'all' } : {}),
          equivalents: equivalentsOf(name),
          fix: () => takeOut(pod, container, capability),
        });
      }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add:\n            - NET_BIND_SERVICE\n            - «SYS_ADMIN»\n          drop:\n            - ALL\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add:\n            - NET_BIND_SERVICE\n          drop:\n            - ALL\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          drop: [ALL]\n          add: [«nEt_aDmIn»]\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          drop: [ALL]\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: apps/v1\r\n  kind: Deployment\r\n  metadata:\r\n    name: web\r\n  spec:\r\n    template:\r\n      spec:\r\n        containers:\r\n        - {name: web, image: "nginx:1.29", securityContext: {capabilities: {add: [«"CAP_NET_RAW"», CHOWN]}}}\r\n',
        fixed:
          'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: apps/v1\r\n  kind: Deployment\r\n  metadata:\r\n    name: web\r\n  spec:\r\n    template:\r\n      spec:\r\n        containers:\r\n        - {name: web, image: "nginx:1.29", securityContext: {capabilities: {add: [CHOWN]}}}\r\n',
      },
      // nothing would be left of the maps around it
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      securityContext:\n        capabilities:\n          add: [«ALL»]\n      image: nginx:1.29\n',
        fixed: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      // a comment would be lost
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          # 시계를 맞춘다\n          add: [«SYS_TIME»]\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add:\n            - «CHOWN» # 파일 주인\n            - NET_BIND_SERVICE\n',
        options: { allowed: ['NET_BIND_SERVICE'] },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add: [NET_BIND_SERVICE, chown]\n          drop: [ALL]\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add:\n    - name: odd\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add: SYS_ADMIN\n    - name: odder\n      image: nginx:1.29\n      securityContext:\n        capabilities: [SYS_ADMIN]\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add: [NET_ADMIN]\n',
        options: { allowed: ['NET_ADMIN'] },
      },
    ],
  },
});

/** With SYS_ADMIN a process may always escalate: `allowPrivilegeEscalation: false` beside it is rejected. */
const escalation = [
  'kube-linter:privilege-escalation-container',
  'polaris:privilegeEscalationAllowed',
  'kyverno:disallow-privilege-escalation',
];

/** What the others say of a container that adds the capability. */
function equivalentsOf(name: string): readonly string[] {
  const all = name === 'ALL';
  return [
    ...(baselineCapabilities.includes(name) ? [] : ['kyverno:disallow-capabilities']),
    'kyverno:disallow-capabilities-strict',
    ...(all || name === 'SYS_ADMIN' || name === 'NET_ADMIN' ? ['polaris:dangerousCapabilities'] : []),
    ...(all || insecureCapabilities.includes(name) ? ['polaris:insecureCapabilities'] : []),
    ...(all || name === 'NET_RAW' ? ['kube-linter:drop-net-raw-capability'] : []),
    ...(name === 'SYS_ADMIN' ? escalation : []),
  ];
}

/** Takes the capability out of its list, or the list away where it holds nothing else. */
function takeOut(pod: Pod, container: AnyContainer, { name, node }: Capability): Fix | undefined {
  const list = capabilityList(pod, container, 'add');
  if (!list) return undefined;
  if (list.items.length > 1) return fixOf({ ko: `\`${name}\` 빼기`, en: `Take \`${name}\` out` }, [deleteItem(pod.document, list, node)]);
  return removeAt(pod.document, container.node, ['securityContext', 'capabilities', 'add']);
}
