import { isScalar } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { deletePair } from '../../yaml/edit.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairOf, pairsOf, textAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { podSpec } from '../workload.ts';

export const useServiceAccountName = defineRule<KubernetesModel>({
  id: 'kubernetes/use-service-account-name',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:deprecated-service-account-field'],
  message: {
    ko: '`serviceAccount`는 폐기된 이름입니다. `serviceAccountName`을 쓰세요.',
    en: '`serviceAccount` is a deprecated name. Use `serviceAccountName`.',
  },
  variants: {
    both: {
      ko: '`serviceAccount`는 `serviceAccountName`의 폐기된 이름이고 값도 다릅니다. 하나만 남기세요.',
      en: '`serviceAccount` is the deprecated name of `serviceAccountName`, and they differ. Keep only one.',
    },
  },
  why: {
    ko: '두 필드는 같은 것을 뜻합니다. 함께 적으면 어느 계정이 쓰이는지 알기 어렵습니다.',
    en: 'Both fields mean the same. Side by side they make it hard to see which account is used.',
  },
  note: 'kubernetes/PodSpec#serviceAccountName',
  check: perManifest((manifest, report) => {
    const { document } = manifest;
    const { ast } = document.source;
    const spec = podSpec(manifest);
    const pair = spec && pairsOf(ast, spec).get('serviceAccount');
    const at = pair && spanOfKey(document, pair);
    if (!at || isEmpty(nodeAt(ast, spec, ['serviceAccount']))) return;
    const other = textAt(ast, spec, ['serviceAccountName']);
    const same = other === textAt(ast, spec, ['serviceAccount']);
    const isOwn = pairOf(spec, 'serviceAccount') === pair && isScalar(pair.key) && pair.key.anchor === undefined;
    report({
      at,
      ...(other !== undefined && !same && { variant: 'both' }),
      // kube-linter minds only what differs.
      ...(same && { equivalents: [] }),
      fix: () => (!isOwn ? undefined : other === undefined ? rename(at) : same ? remove() : undefined),
    });

    function remove(): Fix | undefined {
      const edit = spec && pair && deletePair(document, spec, pair);
      return edit && { title: { ko: '`serviceAccount` 지우기', en: 'Remove `serviceAccount`' }, edits: [edit], isPreferred: true };
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      «serviceAccount»: web # 계정\n      containers: []\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      serviceAccountName: web # 계정\n      containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  serviceAccountName: web\r\n  «serviceAccount»: web\r\n  containers: []\r\n',
        fixed: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  serviceAccountName: web\r\n  containers: []\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {serviceAccountName: web, «serviceAccount»: shop, containers: []}\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {«"serviceAccount"»: shop, containers: []}\n',
        fixed: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {serviceAccountName: shop, containers: []}\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  serviceAccountName: web\n  containers: []\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  serviceAccount:\n  containers: []\n',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n',
    ],
  },
});

function rename(span: Span): Fix {
  return {
    title: { ko: '`serviceAccountName`으로 바꾸기', en: 'Rename to `serviceAccountName`' },
    edits: [{ span, newText: 'serviceAccountName' }],
    isPreferred: true,
  };
}
