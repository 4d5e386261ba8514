import { isScalar, type Node } from 'yaml';
import { spanOfKey } from '../../../yaml/parse.ts';
import { textOf } from '../../../yaml/read.ts';
import type { Clash, Combination } from '../combination.ts';
import { shortened } from '../judge-value.ts';
import { entriesOf, has, itemsIn, keyAt, nodeIn, spanAt, stringIn, textIn } from '../place.ts';
import { fieldOf } from '../place.ts';

/**
 * The keys that each type of Secret must have; of those in one row one is enough.
 * https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
 */
const secretKeys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'kubernetes.io/dockercfg': [['.dockercfg']],
  'kubernetes.io/dockerconfigjson': [['.dockerconfigjson']],
  'kubernetes.io/basic-auth': [['username', 'password']],
  'kubernetes.io/ssh-auth': [['ssh-privatekey']],
  'kubernetes.io/tls': [['tls.crt'], ['tls.key']],
};

export const configuration: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
    id: 'secret-keys',
    on: ['core/Secret'],
    message: {
      ko: '`type: {type}` Secret에는 {keys} 키가 있어야 합니다.',
      en: 'A Secret of `type: {type}` needs the key {keys}.',
    },
    check: (place) => {
      const type = stringIn(place, 'type') ?? '';
      const rows = Object.hasOwn(secretKeys, type) ? (secretKeys[type] ?? []) : [];
      const missing = rows.filter((row) => !row.some((key) => isIn(place, 'data', key) || isIn(place, 'stringData', key)));
      if (missing.length === 0) return undefined;
      const keys = missing.map((row) => row.map((key) => `\`${key}\``).join(' / ')).join(', ');
      return { at: spanAt(place, nodeIn(place, 'type')), data: { type, keys }, whole: true };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
    id: 'token-account',
    on: ['core/Secret'],
    message: {
      ko: '토큰 Secret에는 `kubernetes.io/service-account.name` 어노테이션으로 ServiceAccount의 이름을 적어야 합니다.',
      en: 'A token Secret needs the annotation `kubernetes.io/service-account.name` with the name of the ServiceAccount.',
    },
    check: (place) =>
      stringIn(place, 'type') === 'kubernetes.io/service-account-token' &&
      !has(place, 'metadata', 'annotations', 'kubernetes.io/service-account.name')
        ? { at: spanAt(place, nodeIn(place, 'type')), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object
    id: 'config-key-in-both',
    rule: 'unique-entries',
    on: ['core/ConfigMap'],
    message: {
      ko: '`{value}` 키가 `data`에도 있습니다. `data`와 `binaryData`의 키는 겹칠 수 없습니다.',
      en: 'The key `{value}` is in `data` too. `data` and `binaryData` must not share keys.',
    },
    check: (place) => {
      const data = entriesOf(place, nodeIn(place, 'data'));
      return [...entriesOf(place, nodeIn(place, 'binaryData'))].flatMap(([key, pair]): readonly Clash[] => {
        const at = data.has(key) ? spanOfKey(place.manifest.document, pair) : undefined;
        return at ? [{ at, data: { value: shortened(key) } }] : [];
      });
    },
  },
  {
    // https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/
    id: 'crd-name',
    on: ['apiextensions.k8s.io/CustomResourceDefinition'],
    message: {
      ko: 'CustomResourceDefinition의 이름은 `names.plural`과 `group`을 점으로 이은 `{wanted}`여야 합니다.',
      en: 'The name of this CustomResourceDefinition must be `{wanted}`: `names.plural`, a dot and the `group`.',
    },
    check: (place) => {
      const plural = textIn(place, 'spec', 'names', 'plural');
      const group = textIn(place, 'spec', 'group');
      const name = textIn(place, 'metadata', 'name');
      if (plural === undefined || group === undefined || name === undefined || name === `${plural}.${group}`) return undefined;
      return { at: spanAt(place, nodeIn(place, 'metadata', 'name')), data: { wanted: shortened(`${plural}.${group}`) } };
    },
  },
  {
    // https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
    id: 'crd-storage',
    on: ['apiextensions.k8s.io/CustomResourceDefinitionSpec'],
    message: {
      ko: '버전 가운데 정확히 하나만 `storage: true`여야 합니다.',
      en: 'Exactly one of the versions must have `storage: true`.',
    },
    check: (place) => {
      const versions = itemsIn(place, 'versions');
      const stored = versions.filter((version) => isTrue(fieldOf(place, version, 'storage')));
      if (versions.length === 0 || stored.length === 1) return undefined;
      return { at: stored[1] ? spanAt(place, fieldOf(place, stored[1], 'storage')) : keyAt(place, 'versions'), whole: stored.length === 0 };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass
    id: 'system-priority',
    on: ['scheduling.k8s.io/PriorityClass'],
    message: {
      ko: '`system-`으로 시작하는 이름은 Kubernetes가 씁니다. 다른 이름을 쓰세요.',
      en: 'Names that begin with `system-` belong to Kubernetes. Choose another one.',
    },
    check: (place) => {
      const name = textIn(place, 'metadata', 'name') ?? '';
      const isOwn = name === 'system-node-critical' || name === 'system-cluster-critical';
      return name.startsWith('system-') && !isOwn ? { at: spanAt(place, nodeIn(place, 'metadata', 'name')) } : undefined;
    },
  },
];

/** Whether a map of the object has a key, with a value or without. */
function isIn(place: Parameters<Combination['check']>[0], field: string, key: string): boolean {
  return entriesOf(place, nodeIn(place, field)).has(key);
}

function isTrue(node: Node | undefined): boolean {
  return isScalar(node) && textOf(node) === 'true';
}
