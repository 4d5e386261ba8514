import { defineRule, type Fix } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { setTo } from '../security/fixes.ts';
import { contextsOf, numberOf, perPod, truthOf } from '../security/pod.ts';
import { allowedRoot, nonRootOf, userOf } from '../security/user.ts';

const root = [
  'kube-linter:run-as-non-root',
  'kube-score:container-security-context-user-group-id',
  'polaris:runAsRootAllowed',
  'kyverno:require-run-as-non-root-user',
];

export const noRoot = defineRule<KubernetesModel, { readonly strict: boolean }>({
  id: 'kubernetes/no-root',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [...root, 'kyverno:require-run-as-nonroot'],
  message: {
    ko: '컨테이너를 root로 실행합니다. `runAsUser`에 0이 아닌 번호를 적으세요.',
    en: 'Containers run as root. Give `runAsUser` a number other than 0.',
  },
  variants: {
    contradiction: {
      ko: 'root로 실행하라면서 `runAsNonRoot`로 막으므로 컨테이너가 시작하지 못합니다. `runAsUser`에 0이 아닌 번호를 적으세요.',
      en: 'It asks for root, which `runAsNonRoot` forbids: the container never starts. Give `runAsUser` a number other than 0.',
      equivalents: root,
    },
    allowed: {
      ko: 'root로 실행되어도 막지 않습니다. `runAsNonRoot: true`로 바꾸세요.',
      en: 'Running as root is allowed here. Change it to `runAsNonRoot: true`.',
      equivalents: ['kube-linter:run-as-non-root', 'polaris:runAsRootAllowed', 'kyverno:require-run-as-nonroot'],
    },
    group: {
      ko: '컨테이너의 그룹이 root(0)입니다. 다른 번호를 적으세요.',
      en: 'The group of the container is root’s (0). Use another number.',
      equivalents: ['kube-linter:run-as-non-root', 'kube-score:container-security-context-user-group-id'],
    },
  },
  why: {
    ko: '컨테이너의 root는 노드의 root와 같은 번호입니다. 컨테이너를 벗어나거나 노드의 파일이 마운트되면 노드에서도 root입니다.',
    en: 'Root in the container has the number of root on the node: out of the container, or on files mounted from the node, it is root there too.',
  },
  note: 'kubernetes/SecurityContext#runAsUser',
  // Strict: the group 0 too, on which images made for any user number (OpenShift’s) rely, and `runAsNonRoot: false` beside another user.
  options: { strict: false },
  optionsInAll: { strict: true },
  check: perPod((pod, report, { strict }) => {
    const { document, ast } = pod;
    if (pod.windows || pod.ownUsers) return;
    for (const context of contextsOf(pod)) {
      const { node, container } = context;
      const userNode = nodeAt(ast, node, ['runAsUser']);
      const nonRootNode = nodeAt(ast, node, ['runAsNonRoot']);
      const groupNode = nodeAt(ast, node, ['runAsGroup']);
      const user = userNode && numberOf(userNode) === 0 ? spanOfNode(document, userNode) : undefined;
      const concerned = container ? [container] : pod.containers;
      const forbidden = concerned.length > 0 && concerned.every((inside) => nonRootOf(pod, inside) === true);
      if (user) report({ at: user, ...(forbidden ? { variant: 'contradiction' } : {}) });
      else if (nonRootNode && truthOf(nonRootNode) === false) {
        const at = spanOfNode(document, nonRootNode);
        const allowed = allowedRoot(pod, context);
        const mayBeRoot = allowed.some((inside) => userOf(pod, inside) === undefined);
        const fix = (): Fix | undefined => setTo(document, node, 'runAsNonRoot', true);
        if (at && mayBeRoot) report({ at, variant: 'allowed', fix });
        // Where the user is root by its number, that is the mistake.
        else if (at && strict && allowed.some((inside) => userOf(pod, inside) !== 0))
          report({ at, variant: 'allowed', equivalents: ['kyverno:require-run-as-nonroot'], fix });
      }
      const groupSpan = strict && groupNode && numberOf(groupNode) === 0 ? spanOfNode(document, groupNode) : undefined;
      if (groupSpan) report({ at: groupSpan, variant: 'group' });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: «0»\n    runAsNonRoot: false\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      securityContext: {runAsNonRoot: true}\r\n      initContainers:\r\n        - {name: chown, image: "busybox:1.37", securityContext: {runAsUser: «0»}}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot: «false»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot: true\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: 10001\n    runAsGroup: «0»\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        options: { strict: true },
      },
    ],
    good: [
      // the group 0 and the number of a user: see `strict`
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: 1000\n    runAsGroup: 0\n    runAsNonRoot: false\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      // the image decides: hardening, not a mistake
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      // its root is nobody on the node
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n  securityContext:\n    runAsUser: 0\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: "0"\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot:\n',
      // every container says it for itself
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsNonRoot: false\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot: true\n',
    ],
  },
});
