import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { isRecord } from '../../plain-data.ts';
import { defineRule, type RuleOptions } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt, resolve } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { groupOf, type KubernetesModel, type Manifest } from '../model.ts';
import { allowsEverything, isBuiltInRole, toPermission } from '../rbac.ts';

interface Options extends RuleOptions {
  readonly anyWildcard: boolean;
}

export const noWildcardPermissions = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/no-wildcard-permissions',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:wildcard-in-rules'],
  message: {
    ko: '이 `*`는 앞으로 생길 것까지 모두 허용합니다. 필요한 이름만 적으세요.',
    en: 'This `*` allows everything, what will come later too. Name what is needed.',
  },
  variants: {
    everything: {
      ko: '이 규칙은 모든 리소스에 모든 동작을 허용해 `cluster-admin`과 같습니다. 필요한 리소스와 동작만 적으세요.',
      en: 'This rule allows every action on every resource, as `cluster-admin` does. Name the resources and verbs that are needed.',
    },
  },
  why: {
    ko: '이 권한을 가진 토큰이 새면 Secret을 모두 읽고 아무 워크로드나 띄울 수 있습니다. 최소 권한이 피해를 줄입니다.',
    en: 'Whoever gets hold of a token with it reads every Secret and starts any workload. Least privilege limits the damage.',
  },
  note: 'kubernetes/PolicyRule',
  options: {
    // Whether to speak of every `*`, not only where a rule allows everything.
    anyWildcard: false,
  },
  optionsInAll: { anyWildcard: true },
  check: perManifest((manifest, report, { anyWildcard }) => {
    if (!isRole(manifest) || isBuiltInRole(manifest.name ?? '')) return;
    const { document, root } = manifest;
    const { ast } = document.source;
    for (const rule of mapsAt(ast, root, ['rules'])) {
      const plain: unknown = isMap(rule) ? rule.toJS(ast, { maxAliasCount: 100 }) : undefined;
      const everything = isRecord(plain) && allowsEverything(toPermission(plain));
      const wildcard = ['resources', 'verbs', 'apiGroups'].map((field) => wildcardIn(nodeAt(ast, rule, [field]))).find((node) => node);
      const at = wildcard && spanOfNode(document, wildcard);
      if (at && (everything || anyWildcard)) report({ at, ...(everything ? { variant: 'everything' } : {}) });
    }

    function wildcardIn(list: Node | undefined): Node | undefined {
      if (!isSeq(list)) return undefined;
      return list.items.map((item) => resolve(ast, item)).find((item) => isScalar(item) && item.value === '*');
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: deployer\nrules:\n  - apiGroups: ["*"]\n    resources: [«"*"»]\n    verbs: ["*"]\n',
      },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\r\nkind: Role\r\nmetadata:\r\n  name: deployer\r\n  namespace: shop\r\nrules:\r\n  - apiGroups: [apps]\r\n    resources:\r\n      - deployments\r\n    verbs:\r\n      - «"*"» # 전부\r\n',
        options: { anyWildcard: true },
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: rbac.authorization.k8s.io/v1\n    kind: Role\n    metadata: {name: reader}\n    rules:\n      - {apiGroups: [""], resources: [pods], verbs: [get]}\n      - {apiGroups: ["*"], resources: [«"*"»], verbs: [get, list, watch, create, update, patch, delete]}\n',
      },
    ],
    good: [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get, list]\n',
      // one group's resources only
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: shop-admin\nrules:\n  - apiGroups: [shop.example.com]\n    resources: ["*"]\n    verbs: ["*"]\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: cluster-admin\nrules:\n  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n',
      // broken in another way
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules: "*"\n',
    ],
  },
});

/** Whether a manifest lists permissions. */
function isRole(manifest: Manifest): boolean {
  return groupOf(manifest) === 'rbac.authorization.k8s.io' && (manifest.kind === 'Role' || manifest.kind === 'ClusterRole');
}
