import { parseImage } from '../../image.ts';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { perPod, stringOf } from '../security/pod.ts';

export const noTiller = defineRule<KubernetesModel>({
  id: 'kubernetes/no-tiller',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kyverno:disallow-helm-tiller'],
  message: {
    ko: 'Tiller는 2020년에 지원이 끝난 Helm 2의 서버입니다. 지우고 Helm 3 이상을 쓰세요.',
    en: 'Tiller is the server of Helm 2, without support since 2020. Remove it and use Helm 3 or later.',
  },
  why: {
    ko: '보통 클러스터 관리자 권한으로 돌면서 아무 Pod의 요청이나 받아, 클러스터를 통째로 내주는 문이 됩니다.',
    en: 'It usually runs as the administrator of the cluster and takes requests from any Pod: an open door to everything.',
  },
  note: 'kubernetes/Container#image',
  url: 'https://helm.sh/docs/topics/v2_v3_migration/',
  check: perPod((pod, report) => {
    for (const { node } of pod.containers) {
      const value = nodeAt(pod.ast, node, ['image']);
      const repository = parseImage(stringOf(value) ?? '')?.repository ?? '';
      const at = value && /(?:^|[-_/])tiller(?:$|[-_/])/.test(repository) ? spanOfNode(pod.document, value) : undefined;
      if (at) report({ at });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: helm\nspec:\n  containers:\n    - name: helm\n      image: «ghcr.io/helm/tiller:v2.17.0»\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: helm\r\nspec:\r\n  template:\r\n    spec:\r\n      initContainers: [{name: helm, image: «"docker.io/tiller:latest"»}]\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: tiller\nspec:\n  containers:\n    - name: tiller\n      image: busybox:1.37\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: farm\nspec:\n  containers:\n    - name: farm\n      image: farm/rototillers:1\n    - name: odd\n      image: 7\n    - name: empty\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: helm\nspec:\n  containers: []\n',
    ],
  },
});
