import { defineRule } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import { nodeAt, stringAt } from '../../yaml/read.ts';
import { groupOf, type KubernetesModel } from '../model.ts';
import { fixOf, setTo } from '../security/fixes.ts';
import { exceptPatches, manifestNameSpan, perPod, truthAt, truthOf } from '../security/pod.ts';

/** Looks at Pods one by one; what a ServiceAccount of the file says is looked up when there is something to say. */
const check = perPod((pod, report) => {
  const { document, ast, spec, manifest, containers } = pod;
  const value = nodeAt(ast, spec, ['automountServiceAccountToken']);
  const mounts = truthOf(value);
  const at = mounts === true && value ? spanOfNode(document, value) : manifestNameSpan(manifest);
  if (mounts === false || !at || !containers.some(({ whole }) => whole)) return;
  const account = stringAt(ast, spec, ['serviceAccountName']) ?? stringAt(ast, spec, ['serviceAccount']) ?? 'default';
  report({
    at,
    data: { account: account.slice(0, 80), namespace: manifest.namespace ?? 'default' },
    ...(mounts === true ? { variant: 'explicit' } : {}),
    fix: () =>
      mounts === true
        ? setTo(document, spec, 'automountServiceAccountToken', false)
        : fixOf({ ko: '`automountServiceAccountToken: false` 넣기', en: 'Add `automountServiceAccountToken: false`' }, [
            insertEntry(document, spec, ['automountServiceAccountToken', false]),
          ]),
  });
});

export const noAutomountedToken = defineRule<KubernetesModel>({
  id: 'kubernetes/no-automounted-token',
  severity: 'info',
  presets: [],
  equivalents: ['polaris:automountServiceAccountToken'],
  message: {
    ko: 'ServiceAccount `{account}`의 토큰이 모든 컨테이너에 마운트됩니다. API를 부르지 않으면 `automountServiceAccountToken: false`로 끄세요.',
    en: 'The token of ServiceAccount `{account}` is mounted into every container. If they do not call the API, set `automountServiceAccountToken: false`.',
  },
  variants: {
    explicit: {
      ko: 'ServiceAccount의 토큰을 모든 컨테이너에 마운트합니다. API를 부르지 않으면 `false`로 끄세요.',
      en: 'The token of the ServiceAccount is mounted into every container. If they do not call the API, set it to `false`.',
    },
  },
  why: {
    ko: '컨테이너를 차지한 공격자는 그 토큰으로 API 서버에 ServiceAccount의 권한을 쓸 수 있습니다.',
    en: 'Whoever takes over a container talks to the API server with that token and all that the ServiceAccount may do.',
  },
  note: 'kubernetes/PodSpec#automountServiceAccountToken',
  url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  check: exceptPatches((model, report, context) => {
    let closed: ReadonlySet<string> | undefined;
    check(
      model,
      (violation) => {
        closed ??= closedAccounts(model);
        const { account = '', namespace = 'default' } = violation.data ?? {};
        if (violation.variant !== undefined || !closed.has(`${namespace}/${account}`)) report(violation);
      },
      context,
    );
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: «web» # 이름\nspec:\n  serviceAccountName: web\n  containers:\n    - name: web\n      image: nginx:1.29\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web # 이름\nspec:\n  serviceAccountName: web\n  containers:\n    - name: web\n      image: nginx:1.29\n  automountServiceAccountToken: false\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n',
      },
      // the Pod counts more than its account
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      automountServiceAccountToken: «true»\r\n      serviceAccountName: web\r\n      containers:\r\n        - {name: web, image: "nginx:1.29"}\r\n---\r\napiVersion: v1\r\nkind: ServiceAccount\r\nmetadata:\r\n  name: web\r\nautomountServiceAccountToken: false\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      automountServiceAccountToken: false\r\n      serviceAccountName: web\r\n      containers:\r\n        - {name: web, image: "nginx:1.29"}\r\n---\r\napiVersion: v1\r\nkind: ServiceAccount\r\nmetadata:\r\n  name: web\r\nautomountServiceAccountToken: false\r\n',
      },
      // the account of another namespace; flow style
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: «web», namespace: shop}\n    spec: {serviceAccountName: web, containers: [{name: web, image: "nginx:1.29"}]}\n  - apiVersion: v1\n    kind: ServiceAccount\n    metadata: {name: web, namespace: other}\n    automountServiceAccountToken: false\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  automountServiceAccountToken: false\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: shop\nautomountServiceAccountToken: false\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  serviceAccountName: web\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      // a patch
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env: []\n',
    ],
  },
});

/** The ServiceAccounts of the file that mount no token, as `namespace/name`. */
function closedAccounts(model: KubernetesModel): ReadonlySet<string> {
  const accounts = model.manifests.filter(
    (manifest) =>
      manifest.kind === 'ServiceAccount' &&
      groupOf(manifest) === '' &&
      isCheckable(manifest.document) &&
      truthAt(manifest.document.source.ast, manifest.root, ['automountServiceAccountToken']) === false,
  );
  return new Set(accounts.map(({ namespace = 'default', name = '' }) => `${namespace}/${name}`));
}
