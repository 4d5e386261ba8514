import { defineRule, type RuleOptions, type Violation } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import type { Cluster } from '../wires/cluster.ts';
import { nearestTo, seeAlso, spanOf, writeInstead } from '../wires/report.ts';
import { missingOf, targetsOf } from '../wires/resolve.ts';
import type { KindKey, Part, Reference, Resource } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

/** What is looked for, and whether a workspace that has others of the kind is expected to have this one: Secrets often are kept elsewhere. */
const kinds: Readonly<Record<KindKey, { readonly isExpected: boolean }>> = {
  '/ConfigMap': { isExpected: true },
  '/Secret': { isExpected: false },
  '/PersistentVolumeClaim': { isExpected: true },
  '/PersistentVolume': { isExpected: false },
  '/ServiceAccount': { isExpected: true },
  'storage.k8s.io/StorageClass': { isExpected: false },
  'scheduling.k8s.io/PriorityClass': { isExpected: false },
  'node.k8s.io/RuntimeClass': { isExpected: false },
  'networking.k8s.io/IngressClass': { isExpected: false },
  'gateway.networking.k8s.io/Gateway': { isExpected: false },
  'gateway.networking.k8s.io/GatewayClass': { isExpected: false },
};

/** Names that a cluster has without anybody writing them. */
const builtIn: ReadonlySet<string> = new Set([
  '/ServiceAccount default',
  '/ConfigMap kube-root-ca.crt',
  'scheduling.k8s.io/PriorityClass system-node-critical',
  'scheduling.k8s.io/PriorityClass system-cluster-critical',
]);

export const referenceExists = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/reference-exists',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:env-value-from', 'kube-linter:non-existent-service-account'],
  message: {
    ko: '작업 영역에 {kind} `{name}` 매니페스트가 없습니다. 이름을 확인하거나 매니페스트를 추가하세요.',
    en: 'There is no {kind} `{name}` in the workspace. Check the name, or add its manifest.',
  },
  variants: {
    near: {
      ko: '작업 영역에 {kind} `{name}` 매니페스트가 없습니다. 혹시 `{near}`인가요?',
      en: 'There is no {kind} `{name}`. You probably mean `{near}`.',
    },
    key: {
      ko: '{kind} `{name}`에 `{key}` 키가 없습니다. 키 이름을 확인하세요.',
      en: '{kind} `{name}` has no key `{key}`.',
    },
    nearKey: {
      ko: '{kind} `{name}`에 `{key}` 키가 없습니다. 혹시 `{near}`인가요?',
      en: '{kind} `{name}` has no key `{key}`. You probably mean `{near}`.',
    },
  },
  why: {
    ko: '가리키는 것이 없으면 Pod가 뜨지 못하고 `Pending`이나 `CreateContainerConfigError`에 머뭅니다.',
    en: 'Without its target a Pod does not start; it stays in `Pending` or `CreateContainerConfigError`.',
  },
  note: 'kubernetes/EnvVarSource',
  options: {
    // Whether to speak even where nothing suggests that the target should be in the workspace.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    for (const reference of resource.references) {
      const { target, name, optional } = reference;
      const kind = Object.hasOwn(kinds, target) ? kinds[target] : undefined;
      if (!kind || optional || name.text.includes('$') || builtIn.has(`${target} ${name.text}`)) continue;
      const missing = missingOf(cluster, resource, reference);
      if (!missing) {
        for (const part of reference.parts) checkKey(cluster, resource, reference, part, report);
        continue;
      }
      const { near, hasOthers } = missing;
      if (!near && !options.unsure && !(kind.isExpected && hasOthers)) continue;
      const nearName = near?.resource.name?.text;
      report({
        at: spanOf(name.mark),
        ...(nearName === undefined ? {} : { variant: 'near' }),
        data: { kind: kindName(target), name: name.text, near: nearName ?? '' },
        equivalents: equivalentsOf(reference),
        ...(near && nearName !== undefined
          ? {
              related: [seeAlso(near, { ko: '비슷한 이름: `{resource}`.', en: '`{resource}` is here.' })],
              fix: () => writeInstead(name.mark, nearName),
            }
          : {}),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1.0\n      envFrom:\n        - configMapRef:\n            name: «web-confg»\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-config\ndata:\n  A: b\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1.0\n      envFrom:\n        - configMapRef:\n            name: web-config\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-config\ndata:\n  A: b\n',
      },
      // a key, in another file
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: web:1.0\n          env:\n            - name: PASSWORD\n              valueFrom:\n                secretKeyRef: {name: db, key: «pasword»}\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: web:1.0\n          env:\n            - name: PASSWORD\n              valueFrom:\n                secretKeyRef: {name: db, key: password}\n',
        files: { 'secret.yaml': 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: x\n' },
      },
      // a volume that names a claim of another name, where other claims are
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: db\r\nspec:\r\n  containers: []\r\n  volumes:\r\n    - name: data\r\n      persistentVolumeClaim:\r\n        claimName: "«postgres»" # 데이터\r\n',
        files: { 'pvc.yaml': 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: uploads\nspec: {}\n' },
      },
      // what a kustomization makes
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      env:\n        - name: MODE\n          valueFrom:\n            configMapKeyRef:\n              name: web\n              key: «mood»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      env:\n        - name: MODE\n          valueFrom:\n            configMapKeyRef:\n              name: web\n              key: mode\n',
        files: {
          'kustomization.yaml': 'resources: [manifest.yaml]\nconfigMapGenerator:\n  - name: web\n    literals:\n      - mode=fast\n',
        },
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  serviceAccountName: «web»\n  containers: []\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  serviceAccountName: default\n  containers:\n    - name: web\n      image: web:1.0\n      envFrom:\n        - configMapRef:\n            name: web\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
      // Secrets are often kept elsewhere
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      envFrom:\n        - secretRef:\n            name: database\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: tls\n',
      // controllers make these
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      envFrom:\n        - secretRef: {name: database}\n        - secretRef: {name: mail}\n',
        options: { unsure: true },
        files: {
          'sealed.yaml': 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: database}\nspec: {}\n',
          'external.yaml':
            'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: mail-source}\nspec: {target: {name: mail}}\n',
        },
      },
      // it may be missing, the manifest says
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      envFrom:\n        - configMapRef:\n            name: wed\n            optional: true\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
      // the keys are in an env file
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      env:\n        - name: MODE\n          valueFrom:\n            configMapKeyRef: {name: web, key: mode}\n',
        files: { 'kustomization.yaml': 'configMapGenerator:\n  - name: web\n    envs: [web.env]\n' },
      },
      // a patch in its own folder
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      envFrom:\n        - configMapRef:\n            name: wed\n',
        files: {
          'kustomization.yaml': 'patches:\n  - path: ./manifest.yaml\n',
          'web.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
        },
      },
    ],
  },
});

function checkKey(cluster: Cluster, resource: Resource, reference: Reference, part: Part, report: (violation: Violation) => void): void {
  if (part.kind !== 'key') return;
  const targets = targetsOf(cluster, resource, reference);
  const keys = targets.flatMap((placed) => placed.resource.keys ?? []);
  // Patches and generators may add keys that are not seen.
  if (targets.some((placed) => placed.resource.keys === undefined || cluster.isPatch(placed.path))) return;
  if (keys.some(({ text }) => text === part.text)) return;
  const near = nearestTo(
    part.text,
    keys.map(({ text }) => text),
  );
  const [target] = targets;
  report({
    at: spanOf(part.mark),
    variant: near === undefined ? 'key' : 'nearKey',
    data: { kind: kindName(reference.target), name: reference.name.text, key: part.text, near: near ?? '' },
    equivalents: [],
    ...(target ? { related: [seeAlso(target, { ko: '가리키는 `{resource}`.', en: '`{resource}` is here.' })] } : {}),
    ...(near === undefined ? {} : { fix: () => writeInstead(part.mark, near) }),
  });
}

function kindName(target: KindKey): string {
  return target.slice(target.indexOf('/') + 1);
}

function equivalentsOf({ place, target }: Reference): readonly string[] {
  if (target === '/ServiceAccount') return ['kube-linter:non-existent-service-account'];
  return /KeySelector|EnvSource/.test(place) ? ['kube-linter:env-value-from'] : [];
}
