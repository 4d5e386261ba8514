import { isSeq } from 'yaml';
import { defineRule } from '../../rule.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';

export const ingressTls = defineRule<KubernetesModel>({
  id: 'kubernetes/ingress-tls',
  severity: 'info',
  presets: [],
  equivalents: ['polaris:tlsSettingsMissing'],
  message: {
    ko: 'Ingress `{name}`에 `tls`가 없습니다. 인증서가 든 Secret을 `tls`에 적으세요.',
    en: 'Ingress `{name}` has no `tls`. Name a Secret with a certificate there.',
  },
  why: {
    ko: '암호화하지 않은 요청은 오가는 길에서 누구나 읽고 바꿀 수 있습니다. 앞단의 로드 밸런서가 TLS를 맡는다면 필요 없습니다.',
    en: 'Anybody on the way can read and change requests that are not encrypted. It is not needed where a load balancer in front terminates TLS.',
  },
  note: 'kubernetes/IngressSpec#tls',
  check: perWholeManifest((manifest, report) => {
    if (!isOfKind(manifest, 'Ingress', 'networking.k8s.io', 'extensions')) return;
    const tls = nodeAt(manifest.document.source.ast, manifest.root, ['spec', 'tls']);
    const at = ownerSpan(manifest);
    if (at && (isEmpty(tls) || (isSeq(tls) && tls.items.length === 0))) report({ at, data: { name: manifest.name ?? '' } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: «web»\nspec:\n  rules: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: networking.k8s.io/v1\r\nkind: Ingress\r\nmetadata: {name: «web»}\r\nspec: {tls: []}\r\n',
      },
    ],
    good: [
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  tls:\n    - secretName: web-tls\n',
      'apiVersion: example.com/v1\nkind: Ingress\nmetadata:\n  name: web\n',
      // a patch
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  ingressClassName: nginx\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
