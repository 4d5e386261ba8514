import { isRecord } from '../../plain-data.ts';
import { defineRule, type Rule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { groupOf, type KubernetesModel } from '../model.ts';
import { allowsCore, allowsExec, isBuiltInRole, isSystemName, permissionsOf, toPermission, type Permission } from '../rbac.ts';
import { perResource } from '../wires/check.ts';
import { seeAlso, spanOf } from '../wires/report.ts';
import { targetsOf } from '../wires/resolve.ts';

const group = 'rbac.authorization.k8s.io';

/** What a role allows by itself. */
const checkRoles: Rule<KubernetesModel>['check'] = perManifest((manifest, report) => {
  const { document, root, kind, name = '' } = manifest;
  if (groupOf(manifest) !== group || (kind !== 'Role' && kind !== 'ClusterRole') || isBuiltInRole(name)) return;
  const { ast } = document.source;
  for (const rule of mapsAt(ast, root, ['rules'])) {
    const plain: unknown = rule.toJS(ast, { maxAliasCount: 100 });
    const resources = nodeAt(ast, rule, ['resources']);
    const at = resources && spanOfNode(document, resources);
    if (!at || !isRecord(plain) || !allowsExec(toPermission(plain))) continue;
    report({ at, equivalents: [kind === 'Role' ? 'polaris:rolePodExecAttach' : 'polaris:clusterrolePodExecAttach'] });
  }
});

/** What a binding gives to somebody. */
const checkBindings: Rule<KubernetesModel>['check'] = perResource((resource, report, { cluster }) => {
  if (resource.key !== `${group}/RoleBinding` && resource.key !== `${group}/ClusterRoleBinding`) return;
  if (isSystemName(resource.name?.text ?? '') || resource.name?.text === 'cluster-admin') return;
  for (const reference of resource.references) {
    if (!reference.place.endsWith('/RoleRef#name')) continue;
    const roles = targetsOf(cluster, resource, reference);
    const [role] = roles;
    if (!role) continue;
    const permissions = roles.flatMap((placed) => permissionsOf(placed.resource.object));
    for (const { variant, allows, equivalents } of given) {
      if (!permissions.some(allows)) continue;
      report({
        at: spanOf(reference.name.mark),
        variant,
        equivalents: equivalents(resource.kind, reference.target.endsWith('/Role')),
        related: [seeAlso(role, { ko: '`{resource}`의 규칙입니다.', en: 'These are the rules of `{resource}`.' })],
      });
    }
  }
});

const given: readonly {
  readonly variant: string;
  allows(permission: Permission): boolean;
  equivalents(kind: string, ofRole: boolean): readonly string[];
}[] = [
  {
    variant: 'bindsExec',
    allows: allowsExec,
    equivalents: (kind, ofRole) =>
      kind === 'ClusterRoleBinding'
        ? ['polaris:clusterrolebindingPodExecAttach']
        : [ofRole ? 'polaris:rolebindingRolePodExecAttach' : 'polaris:rolebindingClusterRolePodExecAttach'],
  },
  {
    variant: 'bindsSecrets',
    allows: (permission) =>
      permission.resourceNames.length === 0 &&
      allowsCore(permission, 'secrets', ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']),
    equivalents: () => ['kube-linter:access-to-secrets'],
  },
  {
    variant: 'bindsPods',
    allows: (permission) => allowsCore(permission, 'pods', ['create']),
    equivalents: () => ['kube-linter:access-to-create-pods'],
  },
];

export const noSensitivePermissions = defineRule<KubernetesModel>({
  id: 'kubernetes/no-sensitive-permissions',
  severity: 'info',
  presets: [],
  equivalents: [
    'kube-linter:access-to-secrets',
    'kube-linter:access-to-create-pods',
    'polaris:rolePodExecAttach',
    'polaris:clusterrolePodExecAttach',
    'polaris:rolebindingRolePodExecAttach',
    'polaris:rolebindingClusterRolePodExecAttach',
    'polaris:clusterrolebindingPodExecAttach',
  ],
  message: {
    ko: '이 규칙은 실행 중인 Pod 안에서 명령을 실행할 수 있게 합니다(`pods/exec`, `pods/attach`). 정말 필요한 역할에만 두세요.',
    en: 'This rule lets somebody run commands inside of running Pods (`pods/exec`, `pods/attach`). Keep it to roles that need it.',
  },
  variants: {
    bindsExec: {
      ko: '이 바인딩은 실행 중인 Pod 안에서 명령을 실행할 권한을 줍니다. 꼭 필요한지 확인하세요.',
      en: 'This binding lets its subjects run commands inside of running Pods. Make sure that they need it.',
    },
    bindsSecrets: {
      ko: '이 바인딩은 Secret을 이름 제한 없이 다룰 권한을 줍니다. `resourceNames`로 좁히거나 권한을 빼세요.',
      en: 'This binding gives access to Secrets of any name. Narrow it down with `resourceNames`, or take it away.',
    },
    bindsPods: {
      ko: '이 바인딩은 Pod를 만들 권한을 줍니다. Pod를 만들면 네임스페이스의 Secret과 ServiceAccount도 쓸 수 있습니다.',
      en: 'This binding lets its subjects create Pods, and with a Pod the Secrets and ServiceAccounts of the namespace are theirs.',
    },
  },
  why: {
    ko: '이 권한들은 다른 계정의 권한까지 얻는 발판이 되므로, 누가 가졌는지 알고 있어야 합니다.',
    en: 'From these permissions one gets to those of other accounts, so you want to know who has them.',
  },
  note: 'kubernetes/PolicyRule',
  check: (model, report, context) => {
    checkRoles(model, report, context);
    checkBindings(model, report, context);
  },
  examples: {
    bad: [
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: debugger\nrules:\n  - apiGroups: [""]\n    resources: «["pods/exec"]»\n    verbs: [create]\n',
      },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: «secrets»}\nsubjects: []\n',
        files: {
          'role.yaml':
            'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: secrets}\nrules:\n  - {apiGroups: [""], resources: [secrets], verbs: [list]}\n',
        },
      },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ci}\nroleRef: {kind: ClusterRole, name: «deployer»}\nsubjects: []\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: deployer}\nrules:\n  - {apiGroups: [""], resources: [pods], verbs: [create, get]}\n',
      },
    ],
    good: [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules:\n  - apiGroups: [""]\n    resources: [pods, pods/log]\n    verbs: [get, list, watch]\n',
      // only one Secret
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: tls}\nsubjects: []\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: tls}\nrules:\n  - {apiGroups: [""], resources: [secrets], resourceNames: [tls], verbs: [get]}\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: system:node\nrules:\n  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n',
    ],
  },
});
