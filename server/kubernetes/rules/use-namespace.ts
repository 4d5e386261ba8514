import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { schema } from '../schema.ts';
import { podPath } from '../workload.ts';

export const useNamespace = defineRule<KubernetesModel>({
  id: 'kubernetes/use-namespace',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:use-namespace', 'kyverno:disallow-default-namespace'],
  message: {
    ko: '`{name}`이(가) `default` 네임스페이스에 놓입니다. 따로 만든 네임스페이스를 적으세요.',
    en: '`{name}` goes into the namespace `default`. Name one of its own.',
  },
  variants: {
    missing: {
      ko: '`{name}`에 `metadata.namespace`가 없어 적용하는 사람의 네임스페이스에 놓입니다. 네임스페이스를 적으세요.',
      en: '`{name}` has no `metadata.namespace`, so it goes wherever the one who applies it happens to be. Name a namespace.',
    },
  },
  why: {
    ko: '권한, 할당량, 네트워크 정책은 네임스페이스마다 정합니다. 모두 `default`에 두면 나눌 수 없습니다.',
    en: 'Rights, quotas and network policies are set by namespace; what lies together in `default` cannot be kept apart.',
  },
  note: 'kubernetes/ObjectMeta#namespace',
  check: perWholeManifest((manifest, report) => {
    const { document, root, kind, name, namespace } = manifest;
    if (!isNamespaced(manifest)) return;
    const value = nodeAt(document.source.ast, root, ['metadata', 'namespace']);
    const data = { name: name ?? kind };
    const at = value && spanOfNode(document, value);
    const owner = ownerSpan(manifest);
    if (at && namespace === 'default') report({ at, data });
    else if (owner && (isEmpty(value) || namespace === '')) report({ at: owner, variant: 'missing', data });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: «default» # 기본\nspec:\n  containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: «shop», namespace: }\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  containers: []\n',
      // in no namespace
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: reader\nrules: []\n',
      // somebody else's kind: who knows
      'apiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: shop\n',
      // a patch
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});

function isNamespaced(manifest: Manifest): boolean {
  return schema.resourceKind(manifest.apiVersion, manifest.kind)?.scope === 'Namespaced' || podPath(manifest) !== undefined;
}
