import { defineRule, type RuleOptions } from '../../rule.ts';
import type { Place } from '../../workspace.ts';
import { spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { createDocumentMemory } from '../../yaml/per-document.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { manifestsIn } from '../parse.ts';
import { kustomizationsBeside } from '../patch.ts';
import { schema } from '../schema.ts';
import { podPath } from '../workload.ts';

interface Options extends RuleOptions {
  readonly always: boolean;
}

const checkManifests = perWholeManifest<Options>((manifest, report) => {
  const { document, root, kind, name, namespace } = manifest;
  if (!isNamespaced(manifest)) return;
  const { ast } = document.source;
  const value = nodeAt(ast, root, ['metadata', 'namespace']);
  const data = { name: name ?? kind };
  const at = value && spanOfNode(document, value);
  const owner = ownerSpan(manifest);
  if (at && namespace === 'default') report({ at, data });
  else if (owner && (isEmpty(value) || namespace === '')) report({ at: owner, variant: 'missing', data });
});

export const useNamespace = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/use-namespace',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['kube-linter:use-namespace', 'kyverno:disallow-default-namespace'],
  message: {
    ko: '`{name}`이(가) `default` 네임스페이스에 놓입니다. 따로 만든 네임스페이스를 적으세요.',
    en: '`{name}` goes into the namespace `default`. Name one of its own.',
  },
  variants: {
    unlike: {
      ko: '`{name}`에 `metadata.namespace`가 없습니다. 이 파일의 다른 매니페스트는 `{others}` 네임스페이스에 놓입니다.',
      en: '`{name}` has no `metadata.namespace`, while the others of this file go into `{others}`.',
    },
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
  options: {
    // Whether to speak of every manifest, not only of those that lack what the others of their file have.
    always: false,
  },
  optionsInAll: { always: true },
  check: (model, report, context) => {
    const others = namespaceOfFile(model, context);
    checkManifests(
      model,
      (violation) => {
        if (violation.variant === 'missing' && others !== undefined)
          report({ ...violation, variant: 'unlike', data: { ...violation.data, others } });
        else if (context.options.always) report(violation);
      },
      context,
    );
  },
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: «shop»\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n  namespace: market\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: «default» # 기본\nspec:\n  containers: []\n',
        options: { always: true },
      },
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: «shop», namespace: }\r\n',
        options: { always: true },
      },
    ],
    good: [
      // all alike
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n',
      // no telling which is meant
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b, namespace: b}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
      // a kustomization gives them all one
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
        files: { 'kustomization.yaml': 'namespace: shop\nresources: [manifest.yaml]\n' },
      },
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

const memory = createDocumentMemory<readonly string[]>((namespaces) => namespaces.length > 0);

function namespacesIn(document: YamlDocument): readonly string[] {
  return document.source.templated ? [] : manifestsIn(document).flatMap(({ namespace }) => namespace || []);
}

/** The namespace that every manifest of a file names which names any; `undefined` when they differ, or a kustomization decides. */
function namespaceOfFile({ file }: KubernetesModel, { workspace, path }: Place): string | undefined {
  const named = new Set([...memory.recall(file, '', namespacesIn).values()].flat());
  const [only] = named;
  if (named.size !== 1 || kustomizationsBeside(path).some((kustomization) => typeof workspace.read(kustomization) === 'string'))
    return undefined;
  return only === 'default' ? undefined : only;
}
