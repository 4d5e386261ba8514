import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { silencedApart } from '../silencers.ts';
import { fixOf, setTo } from '../security/fixes.ts';
import { addSettings, readOnlyEquivalents, settings } from '../security/hardening.ts';
import { exceptPatches, nameSpan, perPod, truthOf } from '../security/pod.ts';

export const hardenSecurityContext = defineRule<KubernetesModel, { readonly required: readonly string[] }>({
  id: 'kubernetes/harden-security-context',
  severity: 'warning',
  presets: [],
  equivalents: [
    'kube-linter:drop-net-raw-capability',
    'kube-linter:no-read-only-root-fs',
    'kube-linter:run-as-non-root',
    'kube-score:container-seccomp-profile',
    'kube-score:container-security-context-readonlyrootfilesystem',
    'kube-score:container-security-context-user-group-id',
    'polaris:insecureCapabilities',
    'polaris:linuxHardening',
    'polaris:notReadOnlyRootFilesystem',
    'polaris:privilegeEscalationAllowed',
    'polaris:runAsRootAllowed',
    'kyverno:disallow-capabilities-strict',
    'kyverno:disallow-privilege-escalation',
    'kyverno:require-drop-all',
    'kyverno:require-drop-cap-net-raw',
    'kyverno:require-ro-rootfs',
    'kyverno:require-run-as-nonroot',
    'kyverno:restrict-seccomp-strict',
  ],
  message: {
    ko: '컨테이너 `{container}`의 `securityContext`에 {missing} 항목이 없습니다. 넣으세요.',
    en: 'The `securityContext` of container `{container}` lacks {missing}. Add it.',
  },
  variants: {
    writable: {
      ko: '루트 파일 시스템에 쓸 수 있습니다. `readOnlyRootFilesystem: true`로 막고, 쓸 곳은 `emptyDir`로 마운트하세요.',
      en: 'The root file system can be written to. Set `readOnlyRootFilesystem: true`, and mount an `emptyDir` where it has to write.',
      equivalents: readOnlyEquivalents,
    },
  },
  why: {
    ko: '컨테이너가 뚫렸을 때 공격자가 할 수 있는 일을 줄입니다. Pod Security Standards의 `restricted` 단계와 읽기 전용 루트 파일 시스템입니다.',
    en: 'It leaves whoever takes over the container little to do: the level `restricted` of the Pod Security Standards, and a root file system that cannot be changed.',
  },
  note: 'kubernetes/Container#securityContext',
  url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  options: { required: Object.keys(settings) },
  check: exceptPatches(
    perPod((pod, report, { required }) => {
      const { document, ast } = pod;
      for (const container of pod.containers) {
        const context = mapAt(ast, container.node, ['securityContext']);
        const readOnly = nodeAt(ast, context, ['readOnlyRootFilesystem']);
        const at = readOnly && truthOf(readOnly) === false ? spanOfNode(document, readOnly) : undefined;
        if (context && at && !pod.windows && required.includes('readOnlyRootFilesystem'))
          report({ at, variant: 'writable', fix: () => setTo(document, context, 'readOnlyRootFilesystem', true) });
        const name = nameSpan(pod, container);
        if (!container.whole || !name) continue;
        const missing = Object.entries(settings)
          .filter(([path, setting]) => required.includes(path) && setting.isMissing(pod, container))
          .map(([, setting]) => setting);
        for (const group of silencedApart(pod.manifest, missing, ({ equivalents }) => equivalents(pod, container)))
          report({
            at: name,
            data: { container: container.name ?? '', missing: group.map(({ shown }) => `\`${shown}\``).join(', ') },
            equivalents: [...new Set(group.flatMap(({ equivalents }) => equivalents(pod, container)))],
            fix: () => {
              const edits = addSettings(pod, container, group);
              return edits && fixOf({ ko: '`securityContext` 채우기', en: 'Complete the `securityContext`' }, edits);
            },
          });
      }
    }),
  ),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29 # 웹 서버\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29 # 웹 서버\n      securityContext:\n        runAsNonRoot: true\n        runAsUser: 10001\n        runAsGroup: 10001\n        allowPrivilegeEscalation: false\n        readOnlyRootFilesystem: true\n        capabilities:\n          drop:\n            - ALL\n        seccompProfile:\n          type: RuntimeDefault\n',
      },
      // what is there stays; Windows line breaks
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      securityContext:\r\n        runAsNonRoot: true\r\n        runAsUser: 20000\r\n        runAsGroup: 20000\r\n        seccompProfile: {type: RuntimeDefault}\r\n      initContainers:\r\n      - image: nginx:1.29\r\n        name: «web»\r\n        securityContext:\r\n          readOnlyRootFilesystem: true\r\n          capabilities:\r\n            add: [NET_BIND_SERVICE] # 80번 포트\r\n        ports:\r\n        - containerPort: 80\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      securityContext:\r\n        runAsNonRoot: true\r\n        runAsUser: 20000\r\n        runAsGroup: 20000\r\n        seccompProfile: {type: RuntimeDefault}\r\n      initContainers:\r\n      - image: nginx:1.29\r\n        name: web\r\n        securityContext:\r\n          readOnlyRootFilesystem: true\r\n          capabilities:\r\n            add: [NET_BIND_SERVICE] # 80번 포트\r\n            drop:\r\n              - ALL\r\n          allowPrivilegeEscalation: false\r\n        ports:\r\n        - containerPort: 80\r\n',
      },
      // a list of dropped capabilities grows
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: web\n    spec:\n      containers:\n        - name: «web»\n          image: nginx:1.29\n          securityContext:\n            capabilities:\n              drop:\n                - NET_RAW\n  - apiVersion: v1\n    kind: Namespace\n    metadata:\n      name: shop\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n          securityContext:\n            capabilities:\n              drop:\n                - NET_RAW\n                - ALL\n            allowPrivilegeEscalation: false\n  - apiVersion: v1\n    kind: Namespace\n    metadata:\n      name: shop\n',
        options: { required: ['allowPrivilegeEscalation', 'capabilities.drop'] },
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      securityContext:\n        readOnlyRootFilesystem: «false»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      securityContext:\n        readOnlyRootFilesystem: true\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      securityContext: {} # 나중에\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext: # 나중에\n        runAsNonRoot: true\n',
        options: { required: ['runAsNonRoot'] },
      },
      // flow style; on Windows only this counts
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  os: {name: windows}\n  containers: [{name: «web», image: "web:1"}]\n',
      },
      // what an annotation of another linter excuses is left out
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ignore-check.kube-linter.io/no-read-only-root-fs: 캐시를 쓴다\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ignore-check.kube-linter.io/no-read-only-root-fs: 캐시를 쓴다\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsNonRoot: true\n',
        options: { required: ['runAsNonRoot', 'readOnlyRootFilesystem'] },
      },
      // an anchor: other places may share the context
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      securityContext: &hardened\n        allowPrivilegeEscalation: false\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsNonRoot: true\n    runAsUser: 10001\n    runAsGroup: 10001\n    seccompProfile:\n      type: RuntimeDefault\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext: &hardened\n        allowPrivilegeEscalation: false\n        readOnlyRootFilesystem: true\n        capabilities:\n          drop: ["ALL"]\n    - name: log\n      image: log:1\n      securityContext:\n        <<: *hardened\n',
      // a patch: no image, or so says its name
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env: []\n',
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        files: { 'kustomization.yaml': 'resources: [base]\npatches:\n  - path: manifest.yaml\n' },
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        options: { required: ['nonsense'] },
      },
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      os:\n        name: windows\n      containers:\n        - name: web\n          image: web:1\n          securityContext:\n            runAsNonRoot: true\n',
    ],
  },
});
