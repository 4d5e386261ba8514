import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { isBuiltInRole, isSystemName } from '../rbac.ts';
import { perResource } from '../wires/check.ts';
import { seeAlso, spanOf, writeInstead } from '../wires/report.ts';
import { missingOf } from '../wires/resolve.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const roleExists = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/role-exists',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '작업 영역에 {kind} `{name}` 매니페스트가 없습니다. 이름을 확인하세요.',
    en: 'There is no {kind} `{name}` in the workspace. Check the name.',
  },
  variants: {
    near: {
      ko: '작업 영역에 {kind} `{name}` 매니페스트가 없습니다. 혹시 `{near}`인가요?',
      en: 'There is no {kind} `{name}` in the workspace. You probably mean `{near}`.',
    },
  },
  why: {
    ko: '없는 것을 가리키는 바인딩도 그대로 저장되지만 아무 권한도 주지 않고, 나중에 같은 이름이 생기면 그 권한을 모두 줍니다.',
    en: 'A binding to something missing is stored all the same. It grants nothing, until somebody makes a role of that name; then it grants all of it.',
  },
  note: 'kubernetes/RoleRef',
  options: {
    // Whether to speak even where no other role or account of the workspace suggests that this one should be there too.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    const isClusterWide = resource.kind === 'ClusterRoleBinding';
    for (const reference of resource.references) {
      const { name, target, place } = reference;
      const isRole = place.endsWith('/RoleRef#name');
      const isAccount = place.endsWith('#subjects') && target === '/ServiceAccount';
      if ((!isRole && !isAccount) || (isRole ? isBuiltInRole(name.text) : isSystemName(name.text) || name.text === 'default')) continue;
      const missing = missingOf(cluster, resource, reference);
      if (!missing || (!missing.near && !missing.hasOthers && !(options.unsure && isRole))) continue;
      const near = missing.near?.resource.name?.text;
      report({
        at: spanOf(name.mark),
        data: { kind: target.slice(target.indexOf('/') + 1), name: name.text, near: near ?? '' },
        equivalents: isRole ? [execBinding(isClusterWide, target.endsWith('/Role'))] : [],
        ...(missing.near && near !== undefined
          ? {
              variant: 'near',
              related: [seeAlso(missing.near, { ko: '비슷한 이름: `{resource}`.', en: '`{resource}` is here.' })],
              fix: () => writeInstead(name.mark, near),
            }
          : {}),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: web\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: «raeder»\nsubjects: []\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules: []\n',
        fixed:
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: web\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: reader\nsubjects: []\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules: []\n',
      },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: web}\nroleRef: {kind: ClusterRole, name: view}\nsubjects:\n  - {kind: ServiceAccount, name: «crawler», namespace: shop}\n  - {kind: User, name: kim}\n',
        files: { 'account.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n' },
      },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: «reader»}\nsubjects: []\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: ClusterRole, name: edit}\nsubjects:\n  - {kind: ServiceAccount, name: default, namespace: shop}\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: reader}\nsubjects: []\n',
      // the same name in another namespace is another Role, but here none is written
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: reader}\nsubjects: []\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader, namespace: shop}\nrules: []\n',
    ],
  },
});

/** The id of the check that takes a missing role for one that allows commands in Pods. */
function execBinding(isClusterWide: boolean, ofRole: boolean): string {
  if (isClusterWide) return 'polaris:clusterrolebindingPodExecAttach';
  return ofRole ? 'polaris:rolebindingRolePodExecAttach' : 'polaris:rolebindingClusterRolePodExecAttach';
}
