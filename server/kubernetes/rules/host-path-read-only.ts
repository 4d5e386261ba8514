import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapsAt, nodeAt, pairOf } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { fixOf, setTo } from '../security/fixes.ts';
import { mountsOf } from '../security/mounts.ts';
import { perPod, stringOf, truthAt } from '../security/pod.ts';

export const hostPathReadOnly = defineRule<KubernetesModel>({
  id: 'kubernetes/host-path-read-only',
  severity: 'warning',
  presets: [],
  equivalents: ['kube-linter:writable-host-mount'],
  message: {
    ko: '노드의 파일이 있는 볼륨 `{volume}`에 쓸 수 있습니다. 읽기만 한다면 `readOnly: true`를 적으세요.',
    en: 'The volume `{volume}`, with files of the node, can be written to. If it is only read, say `readOnly: true`.',
  },
  why: {
    ko: '노드의 파일을 바꿀 수 있는 컨테이너는 노드를 바꿀 수 있습니다.',
    en: 'A container that can change the files of a node can change the node.',
  },
  note: 'kubernetes/VolumeMount#readOnly',
  check: perPod((pod, report) => {
    const { document, ast, spec } = pod;
    for (const volume of mapsAt(ast, spec, ['volumes'])) {
      const name = stringOf(nodeAt(ast, volume, ['name'])) ?? '';
      if (isEmpty(nodeAt(ast, volume, ['hostPath']))) continue;
      for (const mount of mountsOf(pod, name)) {
        const value = nodeAt(ast, mount, ['name']);
        const at = value && spanOfNode(document, value);
        if (!at || truthAt(ast, mount, ['readOnly']) === true) continue;
        const fix = (): Fix | undefined =>
          pairOf(mount, 'readOnly')
            ? setTo(document, mount, 'readOnly', true)
            : fixOf({ ko: '`readOnly: true` 넣기', en: 'Add `readOnly: true`' }, [insertEntry(document, mount, ['readOnly', true])]);
        report({ at, data: { volume: name }, fix });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: log\nspec:\n  template:\n    spec:\n      containers:\n        - name: log\n          image: log:1\n          volumeMounts:\n            - name: «logs»\n              mountPath: /logs\n      volumes:\n        - name: logs\n          hostPath:\n            path: /var/log\n',
        fixed:
          'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: log\nspec:\n  template:\n    spec:\n      containers:\n        - name: log\n          image: log:1\n          volumeMounts:\n            - name: logs\n              mountPath: /logs\n              readOnly: true\n      volumes:\n        - name: logs\n          hostPath:\n            path: /var/log\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: log\r\nspec:\r\n  volumes: [{name: logs, hostPath: {path: /var/log}}]\r\n  initContainers:\r\n    - name: log\r\n      image: log:1\r\n      volumeMounts:\r\n        - mountPath: /logs\r\n          name: «"logs"»\r\n          readOnly: false # 쓰기\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: log\r\nspec:\r\n  volumes: [{name: logs, hostPath: {path: /var/log}}]\r\n  initContainers:\r\n    - name: log\r\n      image: log:1\r\n      volumeMounts:\r\n        - mountPath: /logs\r\n          name: "logs"\r\n          readOnly: true # 쓰기\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: log\nspec:\n  volumes: [{name: logs, hostPath: {path: /var/log}}]\n  containers: [{name: log, image: "log:1", volumeMounts: [{name: «logs», mountPath: /logs}]}]\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: log\nspec:\n  volumes:\n    - name: logs\n      hostPath:\n        path: /var/log\n    - name: cache\n      emptyDir: {}\n  containers:\n    - name: log\n      image: log:1\n      volumeMounts:\n        - name: logs\n          mountPath: /logs\n          readOnly: true\n        - name: cache\n          mountPath: /cache\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: log\nspec:\n  volumes:\n    - hostPath:\n        path: /var/log\n  containers:\n    - name: log\n      image: log:1\n      volumeMounts:\n        - mountPath: /logs\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: log\nspec:\n  containers:\n    - name: log\n      image: log:1\n      volumeMounts:\n        - name: logs\n          mountPath: /logs\n',
    ],
  },
});
