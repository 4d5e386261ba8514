import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapsAt, nodeAt, pairsOf } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { mountsOf } from '../security/mounts.ts';
import { perPod, stringOf } from '../security/pod.ts';

const always = ['polaris:hostPathSet', 'kyverno:disallow-host-path', 'kyverno:restrict-volume-types'];

/** Sockets through which a container runtime takes commands. */
const runtimeSocket = /(?:^|\/)(?:docker|cri-dockerd|containerd|crio|podman)\.sock$/;

/** Folders whose files rule the node. */
const sensitive = /^\/(?:(?:boot|dev|etc|lib|proc|root|run|sys|usr|var\/run|var\/lib\/kubelet)\/?)?$/;

/** Those that kube-linter knows. */
const kubeLinterSensitive = /^\/(?:boot|dev|etc|lib|proc|sys|usr)?$/;

export const noHostPath = defineRule<KubernetesModel>({
  id: 'kubernetes/no-host-path',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [...always, 'kube-linter:docker-sock', 'kube-linter:sensitive-host-mounts', 'kyverno:disallow-cri-sock-mount'],
  message: {
    ko: '노드의 `{path}`을(를) 그대로 씁니다. PersistentVolumeClaim이나 `emptyDir`, ConfigMap으로 바꾸세요.',
    en: 'It uses `{path}` of the node itself. Use a PersistentVolumeClaim, an `emptyDir` or a ConfigMap.',
  },
  variants: {
    socket: {
      ko: '컨테이너 런타임의 소켓 `{path}`을(를) 받으면 노드의 root나 다름없습니다. 빼세요.',
      en: 'Whoever has the socket `{path}` of the container runtime is as good as root on the node. Take it out.',
    },
    sensitive: {
      ko: '노드를 다스리는 파일이 있는 `{path}`을(를) 컨테이너에 내줍니다. 빼거나 필요한 파일 하나로 좁히세요.',
      en: '`{path}` holds the files that rule the node. Take it out, or narrow it down to the one file needed.',
    },
  },
  why: {
    ko: '컨테이너가 노드의 파일을 읽고 고칠 수 있어 노드로 나가는 길이 되고, 다른 노드로 옮겨 가면 데이터가 없습니다.',
    en: 'The container can read and change files of the node, which is a way out of it, and on another node the data is not there.',
  },
  note: 'kubernetes/HostPathVolumeSource',
  check: perPod((pod, report) => {
    const { document, ast, spec } = pod;
    for (const volume of mapsAt(ast, spec, ['volumes'])) {
      const pair = pairsOf(ast, volume).get('hostPath');
      const source = nodeAt(ast, volume, ['hostPath']);
      if (!pair || isEmpty(source)) continue;
      const value = isMap(source) ? nodeAt(ast, source, ['path']) : undefined;
      const path = stringOf(value) ?? '';
      const at = (path !== '' && value && spanOfNode(document, value)) || spanOfKey(document, pair);
      if (!at) continue;
      const isSocket = runtimeSocket.test(path);
      const mounted = mountsOf(pod, stringOf(nodeAt(ast, volume, ['name'])) ?? '').length > 0;
      report({
        at,
        data: { path: path.slice(0, 80) || 'hostPath' },
        ...(isSocket ? { variant: 'socket' } : sensitive.test(path) ? { variant: 'sensitive' } : {}),
        equivalents: [
          ...always,
          ...(isSocket ? ['kyverno:disallow-cri-sock-mount'] : []),
          ...(mounted && path.endsWith('docker.sock') ? ['kube-linter:docker-sock'] : []),
          ...(mounted && kubeLinterSensitive.test(path) ? ['kube-linter:sensitive-host-mounts'] : []),
        ],
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: db\nspec:\n  volumes:\n    - name: data\n      hostPath:\n        path: «/srv/db» # 노드의 디스크\n        type: DirectoryOrCreate\n  containers:\n    - name: db\n      image: mysql:8.4\n      volumeMounts:\n        - name: data\n          mountPath: /var/lib/mysql\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: build\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - name: build\r\n              image: docker:28\r\n              volumeMounts: [{name: socket, mountPath: /var/run/docker.sock}]\r\n          volumes: [{name: socket, hostPath: {path: «"/var/run/docker.sock"»}}]\r\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  template:\n    spec:\n      volumes:\n        - name: root\n          hostPath:\n            path: «/»\n',
      },
      // still being written
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: data\n      «hostPath»:\n        type: Directory\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: data\n      persistentVolumeClaim:\n        claimName: data\n    - name: hostPath\n      emptyDir: {}\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: data\n      hostPath:\n    - data\n',
      // a volume of the cluster, made by its administrator
      'apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: data\nspec:\n  hostPath:\n    path: /srv/data\n',
    ],
  },
});
