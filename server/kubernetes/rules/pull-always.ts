import { defineRule } from '../../rule.ts';
import { parseImage } from '../../image.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairOf, stringAt } from '../../yaml/read.ts';
import { replaceText } from '../../yaml/edit.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containerSpan } from '../owner.ts';
import { containersOf } from '../workload.ts';

const fixTitle = { ko: '`imagePullPolicy: Always` 적기', en: 'Write `imagePullPolicy: Always`' };

/**
 * Kubernetes takes `Always` for `:latest` and for images without a tag, but settles that when the object is made: a tag that is
 * written later does not change it. So the policy is asked for there too, with a message of its own.
 */
export const pullAlways = defineRule<KubernetesModel>({
  id: 'kubernetes/pull-always',
  severity: 'info',
  presets: [],
  equivalents: ['polaris:pullPolicyNotAlways', 'kube-score:container-image-pull-policy'],
  message: {
    ko: '컨테이너 `{container}`가 노드에 있는 이미지를 확인 없이 씁니다. `imagePullPolicy: Always`로 레지스트리에 물어보게 하세요.',
    en: 'Container `{container}` uses an image that lies on the node without asking. Let `imagePullPolicy: Always` ask the registry.',
  },
  variants: {
    implied: {
      ko: '컨테이너 `{container}`의 `imagePullPolicy`가 태그에 따라 정해집니다. `Always`를 직접 적으세요.',
      en: 'The `imagePullPolicy` of container `{container}` depends on the tag. Write `Always`.',
      equivalents: ['polaris:pullPolicyNotAlways'],
    },
  },
  why: {
    ko: '노드에 이미지가 있으면 접근 권한이 없는 Pod도 그 이미지를 쓸 수 있고, 다시 올린 태그는 받지 못합니다. 바뀌지 않은 레이어는 다시 받지 않으므로 대개 빠릅니다.',
    en: 'An image on the node serves even Pods that have no right to pull it, and a tag that was pushed again is not noticed. Layers that did not change are not downloaded again, so asking is usually fast.',
  },
  note: 'kubernetes/Container#imagePullPolicy',
  check: perWholeManifest((manifest, report) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const container of containersOf(manifest)) {
      const { node, name = '' } = container;
      const image = parseImage(stringAt(ast, node, ['image']) ?? '');
      const policy = nodeAt(ast, node, ['imagePullPolicy']);
      const text = stringAt(ast, node, ['imagePullPolicy']);
      if (!image || text === 'Always') continue;
      const implied = isEmpty(policy) && image.digest === undefined && (image.tag === undefined || image.tag === 'latest');
      const at = (policy && !isEmpty(policy) ? spanOfNode(document, policy) : undefined) ?? containerSpan(manifest, container);
      if (!at) continue;
      report({
        at,
        data: { container: name },
        ...(implied && { variant: 'implied' }),
        fix: () => {
          const pair = pairOf(node, 'imagePullPolicy');
          if (pair) {
            const edits = replaceText(document, pair, 'Always');
            return edits && { title: fixTitle, edits };
          }
          const edit = insertEntry(document, node, ['imagePullPolicy', 'Always'], 'image');
          return edit && { title: fixTitle, edits: [edit] };
        },
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: shop/web:1.0 # 웹\n      ports: []\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0 # 웹\n      imagePullPolicy: Always\n      ports: []\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - name: report\r\n              image: shop/report:1.0\r\n              imagePullPolicy: «IfNotPresent» # 빠르게\r\n',
        fixed:
          'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          containers:\r\n            - name: report\r\n              image: shop/report:1.0\r\n              imagePullPolicy: Always # 빠르게\r\n',
      },
      // Always, as long as nobody writes a tag
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - {name: «web», image: shop/web}\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      imagePullPolicy: Always\n',
      // a patch
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      env: []\n',
      // a template
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:{{ .Values.tag }}\n',
    ],
  },
});
