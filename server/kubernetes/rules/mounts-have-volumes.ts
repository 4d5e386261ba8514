import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { combinationMessages } from '../validation/combinations.ts';
import { fromWalk } from '../validation/problems.ts';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: html\n      emptyDir: {}\n  containers:\n    - name: web\n      image: nginx:1.29\n      volumeMounts:\n';

export const mountsHaveVolumes = defineRule<KubernetesModel>({
  id: 'kubernetes/mounts-have-volumes',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{volume}` 볼륨이 이 Pod에 없습니다. `volumes`에 같은 이름으로 넣으세요.',
    en: 'This Pod has no volume `{volume}`. Add it to `volumes` under the same name.',
  },
  variants: combinationMessages('mounts-have-volumes'),
  why: {
    ko: '컨테이너는 Pod의 `volumes`(StatefulSet이라면 `volumeClaimTemplates`도)에 있는 볼륨만 마운트할 수 있습니다. 없으면 API 서버가 거부합니다.',
    en: 'A container mounts volumes of its Pod (`volumes`, in a StatefulSet `volumeClaimTemplates` too) and no others: the API server rejects the rest.',
  },
  note: 'kubernetes/Container#volumeMounts',
  check: fromWalk('mounts-have-volumes'),
  examples: {
    bad: [
      {
        text: `${pod}        - name: «htm» # 페이지\n          mountPath: /usr/share/nginx/html\n`,
        fixed: `${pod}        - name: html # 페이지\n          mountPath: /usr/share/nginx/html\n`,
      },
      { text: `${pod}        - {name: «certificates», mountPath: /certs}\n`.replace(/\n/g, '\r\n') },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      initContainers:\n        - name: copy\n          image: busybox:1.37\n          volumeMounts: [{name: «data», mountPath: /data}]\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
    ],
    good: [
      `${pod}        - name: html\n          mountPath: /usr/share/nginx/html\n`,
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  selector: {matchLabels: {app: db}}\n  template:\n    metadata: {labels: {app: db}}\n    spec:\n      containers:\n        - name: db\n          image: mysql:8.4\n          volumeMounts: [{name: data, mountPath: /var/lib/mysql}]\n  volumeClaimTemplates:\n    - metadata: {name: data}\n      spec:\n        accessModes: [ReadWriteOnce]\n        resources: {requests: {storage: 1Gi}}\n',
      // a patch: the volume is elsewhere
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      volumeMounts: [{name: data, mountPath: /data}]\n',
        files: { 'kustomization.yaml': 'patches:\n  - path: manifest.yaml\n' },
      },
      `${pod}        - name: \${VOLUME}\n          mountPath: /a\n`,
    ],
  },
});
