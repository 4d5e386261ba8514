import { isNode, isScalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, pairOf } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { schema } from '../schema.ts';
import { replaceBy } from '../../yaml/replace.ts';
import { unknownKind } from '../validation/kinds.ts';
import { shortened } from '../validation/judge-value.ts';

export const knownKinds = defineRule<KubernetesModel>({
  id: 'kubernetes/known-kinds',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{apiVersion}`에는 `{kind}`라는 종류가 없습니다.',
    en: '`{apiVersion}` has no kind `{kind}`.',
  },
  variants: {
    unknown: {
      ko: '`{apiVersion}`에는 `{kind}`라는 종류가 없습니다.',
      en: '`{apiVersion}` has no kind `{kind}`.',
    },
    near: {
      ko: '`{apiVersion}`에는 `{kind}`라는 종류가 없습니다. `{wanted}`을(를) 뜻하셨나요?',
      en: '`{apiVersion}` has no kind `{kind}`. Did you mean `{wanted}`?',
    },
    other: {
      ko: '`{apiVersion}`에는 `{kind}`라는 종류가 없습니다. `{wantedVersion}`의 `{wanted}`을(를) 뜻하셨나요?',
      en: '`{apiVersion}` has no kind `{kind}`. Did you mean `{wanted}` of `{wantedVersion}`?',
    },
    elsewhere: {
      ko: '`{kind}`은(는) `{apiVersion}`이 아니라 `{wanted}`에 있습니다. `apiVersion`을 바꾸세요.',
      en: '`{kind}` is not in `{apiVersion}` but in `{wanted}`. Change the `apiVersion`.',
    },
    version: {
      ko: '`{apiVersion}`이라는 버전은 없습니다. `{kind}`에는 `{wanted}`을(를) 쓰세요.',
      en: 'There is no `{apiVersion}`. For a `{kind}` use `{wanted}`.',
    },
  },
  why: {
    ko: 'API 서버는 `apiVersion`과 `kind`가 함께 가리키는 종류를 모르면 매니페스트를 거부합니다. 대소문자까지 같아야 합니다.',
    en: 'The API server rejects a manifest when it does not know what `apiVersion` and `kind` name together, in exactly this case.',
  },
  note: 'kubernetes/TypeMeta#kind',
  check: perManifest((manifest, report) => {
    const { apiVersion, kind, document, root } = manifest;
    const found = /\$\{/.test(apiVersion + kind) ? undefined : unknownKind(schema, apiVersion, kind);
    if (!found) return;
    const { field, wanted, wantedVersion, isSure, variant } = found;
    const node = nodeAt(document.source.ast, root, [field]);
    const at = node && spanOfNode(document, node);
    if (!at) return;
    const own = pairOf(root, field)?.value;
    report({
      at,
      variant: wanted === undefined ? 'unknown' : variant,
      data: {
        apiVersion: shortened(apiVersion),
        kind: shortened(kind),
        ...(wanted !== undefined && { wanted }),
        ...(wantedVersion !== undefined && { wantedVersion }),
      },
      fix: () => {
        const fix = wanted === undefined || !isScalar(own) ? undefined : replaceBy(document, own, wanted, isSure);
        if (!fix || wantedVersion === undefined) return fix;
        const other = pairOf(root, 'apiVersion')?.value;
        const version = isNode(other) ? replaceBy(document, other, wantedVersion) : undefined;
        return version && { ...fix, edits: [...version.edits, ...fix.edits].sort((one, other) => one.span.start - other.span.start) };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: «configmap» # 설정\nmetadata:\n  name: shop\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap # 설정\nmetadata:\n  name: shop\n',
      },
      {
        text: 'apiVersion: «v1»\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\n',
        fixed: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: «"Deploiment"»\nmetadata:\n  name: web\n',
        fixed: 'apiVersion: apps/v1\nkind: "Deployment"\nmetadata:\n  name: web\n',
      },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: «apps/v2»\nkind: Deployment\nmetadata:\n  name: web\n',
        fixed:
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n',
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: «networking.k8s.oi/v1», kind: Ingress, metadata: {name: web}}\n',
        fixed: 'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web}}\n',
      },
      {
        text: '# 앱\r\napiVersion: v1\r\nkind: «Deploymnt» # 배포\r\nmetadata:\r\n  name: web\r\n',
        fixed: '# 앱\r\napiVersion: apps/v1\r\nkind: Deployment # 배포\r\nmetadata:\r\n  name: web\r\n',
      },
      { text: 'apiVersion: v1\nkind: «Container»\nmetadata:\n  name: web\n' },
      {
        text: 'apiVersion: «apps»\nkind: StatefulSet\nmetadata:\n  name: db\n',
        fixed: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\n',
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n',
      // kinds of others
      'apiVersion: example.com/v1\nkind: Deployment\n---\napiVersion: argoproj.io/v1alpha1\nkind: Application\n---\napiVersion: cert-manager.io/v1\nkind: certificate\n',
      // files of other programs
      'apiVersion: v1\nkind: Config\nclusters: []\n---\napiVersion: skaffold/v4beta11\nkind: Config\n---\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n---\napiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n',
      // early versions are not all known
      'apiVersion: storage.k8s.io/v1alpha9\nkind: Something\n---\napiVersion: gateway.networking.k8s.io/v1alpha2\nkind: TCPRoute\n',
      'apiVersion: extensions/v1beta1\nkind: Deployment\n',
      'apiVersion: v1\nkind: {{ .Values.kind }}\n',
      'apiVersion: v1\nkind: PodList\nitems: []\n',
    ],
  },
});
