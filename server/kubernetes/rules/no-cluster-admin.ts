import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { allowsEverything, isSystemName, permissionsOf } from '../rbac.ts';
import { perResource } from '../wires/check.ts';
import { seeAlso, spanOf } from '../wires/report.ts';
import { targetsOf } from '../wires/resolve.ts';

export const noClusterAdmin = defineRule<KubernetesModel>({
  id: 'kubernetes/no-cluster-admin',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [
    'kube-linter:cluster-admin-role-binding',
    'polaris:clusterrolebindingClusterAdmin',
    'polaris:rolebindingClusterAdminClusterRole',
    'polaris:rolebindingClusterAdminRole',
  ],
  message: {
    ko: '`cluster-admin`은 모든 것을 할 수 있는 권한입니다. 필요한 권한만 담은 Role을 만들어 연결하세요.',
    en: '`cluster-admin` may do anything. Make a Role with what is needed, and bind that.',
  },
  variants: {
    everything: {
      ko: '{role}의 규칙은 모든 것을 허용합니다. 필요한 권한만 담은 Role을 연결하세요.',
      en: '{role} allows everything. Bind a role with what is needed.',
    },
  },
  why: {
    ko: '이 계정의 토큰 하나로 클러스터의 모든 Secret을 읽고 노드까지 장악할 수 있습니다.',
    en: 'One token of this account reads every Secret of the cluster and takes over its nodes.',
  },
  note: 'kubernetes/ClusterRoleBinding',
  check: perResource((resource, report, { cluster }) => {
    if (!/^rbac\.authorization\.k8s\.io\/(?:Cluster)?RoleBinding$/.test(resource.key)) return;
    const own = resource.name?.text ?? '';
    if (isSystemName(own) || own === 'cluster-admin') return;
    const isClusterWide = resource.kind === 'ClusterRoleBinding';
    for (const reference of resource.references) {
      if (!reference.place.endsWith('/RoleRef#name')) continue;
      const ofRole = reference.target.endsWith('/Role');
      const polaris = isClusterWide
        ? 'polaris:clusterrolebindingClusterAdmin'
        : ofRole
          ? 'polaris:rolebindingClusterAdminRole'
          : 'polaris:rolebindingClusterAdminClusterRole';
      if (reference.target.endsWith('/ClusterRole') && reference.name.text === 'cluster-admin') {
        report({
          at: spanOf(reference.name.mark),
          equivalents: [polaris, ...(isClusterWide ? ['kube-linter:cluster-admin-role-binding'] : [])],
        });
        continue;
      }
      const role = targetsOf(cluster, resource, reference).find((placed) => permissionsOf(placed.resource.object).some(allowsEverything));
      if (!role) continue;
      report({
        at: spanOf(reference.name.mark),
        variant: 'everything',
        data: { role: `${role.resource.kind} \`${reference.name.text}\`` },
        equivalents: [polaris],
        related: [seeAlso(role, { ko: '`{resource}`의 규칙입니다.', en: 'These are the rules of `{resource}`.' })],
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: web\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: «cluster-admin»\nsubjects:\n  - kind: ServiceAccount\n    name: web\n    namespace: shop\n',
      },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web, namespace: shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: «all»}\nsubjects: []\n',
        files: {
          'role.yaml':
            'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: all}\nrules:\n  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n',
        },
      },
    ],
    good: [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: web\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: view\nsubjects: []\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: system:masters\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: cluster-admin\nsubjects: []\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: web}\nsubjects: []\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: web}\nrules:\n  - {apiGroups: [""], resources: ["*"], verbs: ["*"]}\n',
    ],
  },
});
