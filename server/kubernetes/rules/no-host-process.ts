import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { contextsOf, perPod, truthOf } from '../security/pod.ts';

export const noHostProcess = defineRule<KubernetesModel>({
  id: 'kubernetes/no-host-process',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['polaris:hostProcess', 'kyverno:disallow-host-process'],
  message: {
    ko: 'HostProcess 컨테이너는 Windows 노드에서 직접 돕니다. 노드를 관리하는 일이 아니면 쓰지 마세요.',
    en: 'A HostProcess container runs on the Windows node itself. Use it for nothing but managing nodes.',
  },
  why: {
    ko: '컨테이너의 격리가 없어 노드의 파일, 네트워크, 장치에 그대로 닿습니다.',
    en: 'Nothing isolates it: it reaches the files, the network and the devices of the node.',
  },
  note: 'kubernetes/WindowsSecurityContextOptions#hostProcess',
  check: perPod((pod, report) => {
    for (const { node } of contextsOf(pod)) {
      const value = nodeAt(pod.ast, node, ['windowsOptions', 'hostProcess']);
      const at = value && truthOf(value) === true ? spanOfNode(pod.document, value) : undefined;
      if (at) report({ at });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: setup\nspec:\n  hostNetwork: true\n  securityContext:\n    windowsOptions:\n      hostProcess: «true»\n      runAsUserName: NT AUTHORITY\\SYSTEM\n  containers:\n    - name: setup\n      image: setup:1\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: Job\r\nmetadata:\r\n  name: setup\r\nspec:\r\n  template:\r\n    spec:\r\n      hostNetwork: true\r\n      containers:\r\n        - name: setup\r\n          image: setup:1\r\n          securityContext: {windowsOptions: {hostProcess: «true»}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: setup\nspec:\n  containers:\n    - name: setup\n      image: setup:1\n      securityContext:\n        windowsOptions:\n          hostProcess: false\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: setup\nspec:\n  containers:\n    - name: setup\n      image: setup:1\n      securityContext:\n        windowsOptions: true\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: setup\nspec:\n  containers:\n    - name: setup\n      image: setup:1\n',
    ],
  },
});
