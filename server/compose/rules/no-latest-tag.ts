import { isScalar, type Node } from 'yaml';
import { parseImage } from '../../image.ts';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { resourceOf, servicesOf } from '../services.ts';

export const noLatestTag = defineRule<ComposeModel, { readonly tags: readonly string[] }>({
  id: 'compose/no-latest-tag',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['dclint:service-image-require-explicit-tag'],
  message: {
    ko: '`:latest`는 받는 날마다 다른 이미지가 될 수 있습니다. 버전 태그를 적으세요.',
    en: '`:latest` may be another image on another day. Write a version tag.',
  },
  variants: {
    untagged: {
      ko: '`{image}`에 태그가 없어 `:latest`를 받습니다. 버전 태그를 적으세요.',
      en: '`{image}` has no tag, so `:latest` is pulled. Write a version tag.',
    },
    moving: {
      ko: '`:{tag}`는 새 버전이 나올 때마다 다른 이미지가 됩니다. 버전 태그를 적으세요.',
      en: '`:{tag}` moves on to another image with each release. Write a version tag.',
    },
  },
  why: {
    ko: '동료의 컴퓨터나 서버에서는 다른 버전이 뜰 수 있고, 데이터베이스라면 새 버전이 예전 데이터를 열지 못하기도 합니다.',
    en: "A colleague's computer or the server may run another version; a database of a new version may not even open the old data.",
  },
  note: 'compose/service#image',
  options: { tags: [] },
  optionsInAll: { tags: 'beta canary dev develop edge main master mainline nightly next preview stable test unstable'.split(' ') },
  check: perDocument((document, report, { tags }) => {
    const { ast } = document.source;
    const seen = new Set<Node>(); // several services may take their image from one anchor
    for (const service of servicesOf(document)) {
      const value = nodeAt(ast, service.node, ['image']);
      // With `build` the image is made here and the name is only its label.
      if (
        !isScalar(value) ||
        value.tag !== undefined ||
        typeof value.value !== 'string' ||
        seen.has(value) ||
        !isEmpty(nodeAt(ast, service.node, ['build']))
      )
        continue;
      seen.add(value);
      const image = parseImage(value.value);
      const at = spanOfNode(document, value);
      if (!at || !image || image.digest !== undefined) continue;
      if (image.tag === 'latest') report({ at, resource: resourceOf(service) });
      else if (image.tag === undefined)
        report({ at, variant: 'untagged', data: { image: image.repository }, resource: resourceOf(service) });
      else if (tags.includes(image.tag)) report({ at, variant: 'moving', data: { tag: image.tag }, resource: resourceOf(service) });
    }
  }),
  examples: {
    bad: [
      { text: 'services:\n  db:\n    image: «postgres:latest»\n' },
      { text: "services:\n  cache: {image: «'redis'»}\n" },
      { text: '# 데이터베이스\r\nservices:\r\n  db: # 저장소\r\n    image: «registry.example.com:5000/db»\r\n' },
      // one image for two services is one finding
      { text: "x-base: &base\n  image: «nginx»\nservices:\n  a:\n    <<: *base\n  b:\n    <<: *base\n    ports: ['80']\n" },
      { text: 'services:\n  web:\n    image: «nginx:stable»\n', options: { tags: ['stable'] } },
    ],
    good: [
      'services:\n  db:\n    image: postgres:17\n',
      'services:\n  web:\n    image: nginx:stable\n',
      // built here
      'services:\n  web:\n    build: .\n    image: shop/web\n',
      'services:\n  web:\n    image: nginx@sha256:0d0b5bd2d5bd4d4a3a1ea2a3c2a7c53ea4b6a19a8bc9b9b63a1a2f0bb3e7a0d2\n',
      'services:\n  web:\n    image: nginx:${TAG:-latest}\n  api:\n    image: ${IMAGE}\n',
      // built by what is merged in
      'x-build: &build\n  build: .\nservices:\n  web:\n    <<: *build\n    image: shop/web\n',
      'services:\n  web:\n    image: !reset null\n',
      // a template
      'services:\n  web:\n    image: nginx:{{ version }}\n  db:\n    image: postgres:latest\n',
    ],
  },
});
