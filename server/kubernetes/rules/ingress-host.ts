import { defineRule } from '../../rule.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapsAt, nodeAt, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';

export const ingressHost = defineRule<KubernetesModel>({
  id: 'kubernetes/ingress-host',
  severity: 'info',
  presets: [],
  equivalents: ['kyverno:disallow-empty-ingress-host'],
  message: {
    ko: '`host`가 없는 규칙은 어떤 이름으로 온 요청이든 받습니다. 받을 호스트 이름을 적으세요.',
    en: 'A rule without a `host` takes requests for any name. Write the host that it is for.',
  },
  why: {
    ko: '다른 Ingress가 받아야 할 요청까지 가로챌 수 있고, 이름이 있어야 TLS 인증서를 고를 수 있습니다.',
    en: 'It may catch requests that are meant for another Ingress, and a certificate can only be chosen by name.',
  },
  note: 'kubernetes/IngressRule#host',
  check: perWholeManifest((manifest, report) => {
    if (!isOfKind(manifest, 'Ingress', 'networking.k8s.io', 'extensions')) return;
    const { document, root } = manifest;
    const { ast } = document.source;
    for (const rule of mapsAt(ast, root, ['spec', 'rules'])) {
      const host = nodeAt(ast, rule, ['host']);
      const [first] = rule.items;
      if (!isEmpty(host) && textAt(ast, rule, ['host']) !== '') continue;
      const at = (host && !isEmpty(host) && spanOfNode(document, host)) || (first && spanOfKey(document, first));
      if (at) report({ at });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: shop.example.com\n    - «http»: # 나머지\n        paths: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: networking.k8s.io/v1\r\n  kind: Ingress\r\n  metadata: {name: web}\r\n  spec: {rules: [{host: «""»}]}\r\n',
      },
    ],
    good: [
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: '*.example.com'\n      http:\n        paths: []\n",
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  defaultBackend:\n    service:\n      name: web\n',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n',
    ],
  },
});
