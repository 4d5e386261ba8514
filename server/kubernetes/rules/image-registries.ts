import { parseImage } from '../../image.ts';
import { defineRule, type RuleOptions } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, stringAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containersOf } from '../workload.ts';

interface Options extends RuleOptions {
  readonly registries: readonly string[];
  readonly explicit: boolean;
}

export const imageRegistries = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/image-registries',
  severity: 'warning',
  presets: [],
  equivalents: ['kyverno:restrict-image-registries'],
  message: {
    ko: '`{image}`은(는) 허용한 레지스트리({registries})에 없습니다. 그 가운데 하나에서 받으세요.',
    en: '`{image}` does not come from an allowed registry ({registries}). Pull it from one of these.',
  },
  variants: {
    implicit: {
      ko: '`{image}`에 레지스트리가 없어 노드의 설정이 정합니다. `docker.io/library/nginx`처럼 레지스트리부터 적으세요.',
      en: '`{image}` names no registry, so the node’s settings decide. Write it in full, such as `docker.io/library/nginx`.',
    },
  },
  why: {
    ko: '아무 레지스트리의 이미지나 받으면 검사하지 않은 코드가 클러스터에서 돕니다.',
    en: 'Images from just any registry bring code into the cluster that nobody has checked.',
  },
  note: 'kubernetes/Container#image',
  options: {
    // Hosts, or hosts with the beginning of a path; `docker.io` is Docker Hub. Any registry, when the list is empty.
    registries: [],
    // Whether an image must name its registry.
    explicit: false,
  },
  optionsInAll: { explicit: true },
  check: perManifest((manifest, report, { registries, explicit }) => {
    if (registries.length === 0 && !explicit) return;
    const { document } = manifest;
    const { ast } = document.source;
    for (const { node } of containersOf(manifest)) {
      const text = stringAt(ast, node, ['image']) ?? '';
      const image = parseImage(text);
      const value = nodeAt(ast, node, ['image']);
      const at = value && spanOfNode(document, value);
      if (!image || !at) continue;
      const path = `${image.registry ?? 'docker.io'}/${image.repository}`;
      if (registries.length === 0) {
        if (image.registry === undefined) report({ at, variant: 'implicit', data: { image: text } });
        continue;
      }
      const isAllowed = registries.some((allowed) => path.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`));
      if (!isAllowed) report({ at, data: { image: text, registries: registries.join(', ') } });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: «nginx:1.29»\n    - name: proxy\n      image: localhost:5000/proxy:1.0\n',
        options: { explicit: true },
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: registry.example.com/shop/web:1.0\n    - name: proxy\n      image: «nginx:1.29» # 프록시\n',
        options: { registries: ['registry.example.com'] },
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata: {name: web}\r\nspec: {initContainers: [{name: web, image: «"registry.example.com.evil.com/shop/web:1.0"»}]}\r\n',
        options: { registries: ['registry.example.com', 'docker.io/library/'] },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n    - name: proxy\n      image: registry.example.com/shop/proxy:1.0\n',
        options: { registries: ['docker.io', 'registry.example.com/shop'] },
      },
      // filled in later
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${IMAGE}\n',
        options: { registries: ['registry.example.com'] },
      },
    ],
  },
});
