import { isScalar } from 'yaml';
import { parseImage } from '../../image.ts';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containersOf } from '../workload.ts';

export const noLatestTag = defineRule<KubernetesModel>({
  id: 'kubernetes/no-latest-tag',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:latest-tag', 'kube-score:container-image-tag', 'polaris:tagNotSpecified', 'kyverno:disallow-latest-tag'],
  message: {
    ko: '`:latest`는 Pod가 뜰 때마다 다른 이미지가 될 수 있습니다. 버전 태그를 적으세요.',
    en: '`:latest` may be another image whenever a Pod starts. Write a version tag.',
  },
  variants: {
    untagged: {
      ko: '`{image}`에 태그가 없어 `:latest`를 받습니다. 버전 태그를 적으세요.',
      en: '`{image}` has no tag, so `:latest` is pulled. Write a version tag.',
    },
  },
  why: {
    ko: '한 Deployment의 Pod들이 서로 다른 버전으로 돌 수 있고, `kubectl rollout undo`로 되돌아갈 버전도 남지 않습니다.',
    en: 'The Pods of one Deployment may run different versions, and `kubectl rollout undo` has no version to return to.',
  },
  note: 'kubernetes/Container#image',
  check: perManifest((manifest, report) => {
    const { document } = manifest;
    for (const { node } of containersOf(manifest)) {
      const value = nodeAt(document.source.ast, node, ['image']);
      const span = value && spanOfNode(document, value);
      const image = isScalar(value) && typeof value.value === 'string' ? parseImage(value.value) : undefined;
      if (!span || !image || image.digest !== undefined) continue;
      if (image.tag === 'latest') report({ at: span });
      else if (image.tag === undefined) report({ at: span, variant: 'untagged', data: { image: image.repository } });
    }
  }),
  examples: {
    bad: [
      { text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: «nginx:latest»\n' },
      { text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - {name: web, image: «"nginx"»}\n' },
      {
        // a registry's port is no tag; the file is Korean and has Windows line breaks
        text: '# 웹 서버\r\napiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: 웹 # 이름\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n      - image: «localhost:5000/web»\r\n',
      },
      {
        // a job's init container, in the second document
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          initContainers:\n            - name: wait\n              image: «busybox»\n          containers:\n            - name: report\n              image: shop/report:2.1\n',
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: a}\n    spec:\n      containers:\n        - name: a\n          image: nginx:1.29\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: b}\n    spec:\n      containers:\n        - name: b\n          image: «nginx:latest»\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx@sha256:0d0b5bd2d5bd4d4a3a1ea2a3c2a7c53ea4b6a19a8bc9b9b63a1a2f0bb3e7a0d2\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${IMAGE}\n    - name: empty\n      image:\n',
      // a template: its values are not known
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n    - name: web\n      image: nginx:latest\n',
      // a kind of somebody else's
      'apiVersion: example.com/v1\nkind: Pod\nspec:\n  containers:\n    - image: nginx:latest\n',
    ],
  },
});
