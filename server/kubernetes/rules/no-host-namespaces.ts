import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, pairOf } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { remove } from '../security/fixes.ts';
import { contextsOf, perPod, truthAt, truthOf, type Pod } from '../security/pod.ts';

const variants = { hostNetwork: 'network', hostPID: 'pid', hostIPC: 'ipc' } as const;

export const noHostNamespaces = defineRule<KubernetesModel>({
  id: 'kubernetes/no-host-namespaces',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [
    'kube-linter:host-network',
    'kube-linter:host-pid',
    'kube-linter:host-ipc',
    'polaris:hostNetworkSet',
    'polaris:hostPIDSet',
    'polaris:hostIPCSet',
    'kyverno:disallow-host-namespaces',
  ],
  message: {
    ko: 'Pod가 노드의 네임스페이스를 함께 씁니다. 이 설정을 지우세요.',
    en: 'The Pod shares a namespace of the node. Remove this setting.',
  },
  variants: {
    network: {
      ko: 'Pod가 노드의 네트워크를 그대로 씁니다. `hostNetwork`를 지우고 Service로 여세요.',
      en: 'The Pod uses the network of the node itself. Remove `hostNetwork` and open it by a Service.',
      equivalents: ['kube-linter:host-network', 'polaris:hostNetworkSet', 'kyverno:disallow-host-namespaces'],
    },
    pid: {
      ko: 'Pod가 노드의 모든 프로세스를 보고 시그널을 보낼 수 있습니다. `hostPID`를 지우세요.',
      en: 'The Pod sees every process of the node and can signal them. Remove `hostPID`.',
      equivalents: ['kube-linter:host-pid', 'polaris:hostPIDSet', 'kyverno:disallow-host-namespaces'],
    },
    ipc: {
      ko: 'Pod가 노드의 공유 메모리와 IPC를 함께 씁니다. `hostIPC`를 지우세요.',
      en: 'The Pod shares memory and IPC with the processes of the node. Remove `hostIPC`.',
      equivalents: ['kube-linter:host-ipc', 'polaris:hostIPCSet', 'kyverno:disallow-host-namespaces'],
    },
  },
  why: {
    ko: '노드와의 벽이 없어져, 컨테이너가 노드의 다른 프로세스와 통신을 엿보거나 건드릴 수 있습니다.',
    en: 'The wall to the node is gone: the container can watch and disturb the other processes of the node and their traffic.',
  },
  note: 'kubernetes/PodSpec#hostNetwork',
  url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  check: perPod((pod, report) => {
    const { document, ast, spec } = pod;
    for (const [field, variant] of Object.entries(variants)) {
      const value = nodeAt(ast, spec, [field]);
      const at = value && truthOf(value) === true ? spanOfNode(document, value) : undefined;
      const pair = pairOf(spec, field);
      // HostProcess containers of Windows demand the network of the node.
      if (at) report({ at, variant, fix: () => (pair && !runsHostProcess(pod) ? remove(document, spec, pair) : undefined) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: «true»\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        fixed: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: DaemonSet\r\nmetadata:\r\n  name: agent\r\nspec:\r\n  template:\r\n    spec:\r\n      # 노드의 프로세스를 본다\r\n      hostPID: «true» # 왜?\r\n      containers:\r\n        - name: agent\r\n          image: agent:1\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: DaemonSet\r\nmetadata:\r\n  name: agent\r\nspec:\r\n  template:\r\n    spec:\r\n      # 노드의 프로세스를 본다\r\n      # 왜?\r\n      containers:\r\n        - name: agent\r\n          image: agent:1\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {hostIPC: «true», containers: [{name: web, image: "nginx:1.29"}]}\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: windows\nspec:\n  hostNetwork: «true»\n  securityContext:\n    windowsOptions:\n      hostProcess: true\n  containers:\n    - name: setup\n      image: setup:1\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: false\n  hostPID:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostIPC: "true"\n  hostname: web\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  template:\n    spec:\n      hostNetwork: true\n',
    ],
  },
});

function runsHostProcess(pod: Pod): boolean {
  return contextsOf(pod).some(({ node }) => truthAt(pod.ast, node, ['windowsOptions', 'hostProcess']) === true);
}
