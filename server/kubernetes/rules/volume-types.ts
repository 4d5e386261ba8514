import { defineRule } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, mapsAt, pairsOf, resolve } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { perPod } from '../security/pod.ts';

/** Volume types that the Pod Security Standards leave out at the level "restricted"; `hostPath` has a rule of its own. */
const restricted: readonly string[] = (
  'awsElasticBlockStore azureDisk azureFile cephfs cinder fc flexVolume flocker gcePersistentDisk gitRepo glusterfs iscsi nfs ' +
  'photonPersistentDisk portworxVolume quobyte rbd scaleIO storageos vsphereVolume'
).split(' ');

export const volumeTypes = defineRule<KubernetesModel, { readonly allowed: readonly string[] }>({
  id: 'kubernetes/volume-types',
  severity: 'info',
  presets: [],
  equivalents: ['kyverno:restrict-volume-types'],
  message: {
    ko: '`{type}` 볼륨을 Pod에 바로 적었습니다. PersistentVolumeClaim으로 받으세요.',
    en: 'A `{type}` volume stands in the Pod itself. Claim it by a PersistentVolumeClaim.',
  },
  why: {
    ko: '저장소의 주소와 계정이 매니페스트에 드러나고 클러스터를 옮길 때마다 고쳐야 합니다. 오래된 종류는 Kubernetes에서 빠졌거나 빠지는 중입니다.',
    en: 'Address and account of the storage lie open in the manifest and change with the cluster, and the older types have left Kubernetes or are about to.',
  },
  note: 'kubernetes/Volume',
  // Types that are all right all the same.
  options: { allowed: [] },
  check: perPod(({ document, ast, spec }, report, { allowed }) => {
    for (const volume of mapsAt(ast, spec, ['volumes']))
      for (const [type, pair] of pairsOf(ast, volume)) {
        const at = restricted.includes(type) && !isEmpty(resolve(ast, pair.value)) ? spanOfKey(document, pair) : undefined;
        if (at && !allowed.includes(type)) report({ at, data: { type } });
      }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: files\n      «nfs»: # 파일 서버\n        server: 10.0.0.5\n        path: /files\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      volumes: [{name: code, «gitRepo»: {repository: "https://example.com/web.git"}}]\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: nfs\n      persistentVolumeClaim:\n        claimName: nfs\n    - name: csi\n      csi:\n        driver: example.com\n    - name: image\n      image:\n        reference: files:1\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: files\n      nfs:\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  volumes:\n    - name: files\n      nfs: {server: 10.0.0.5, path: /files}\n',
        options: { allowed: ['nfs'] },
      },
    ],
  },
});
