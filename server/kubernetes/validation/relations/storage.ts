import { textOf } from '../../../yaml/read.ts';
import { isScalar } from 'yaml';
import type { Combination } from '../combination.ts';
import { has, itemsIn, keyAt, nodeIn, spanAt, stringIn, textIn } from '../place.ts';
import { parseQuantity } from '../quantity.ts';
import { isPlaceholder, stringOf } from '../scalar-type.ts';

const claims = ['core/PersistentVolumeClaimSpec', 'core/PersistentVolumeSpec'];

export const storage: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/storage/persistent-volumes/#resources
    id: 'claim-size',
    on: ['core/PersistentVolumeClaimSpec'],
    message: {
      ko: '얼마나 큰 볼륨이 필요한지 `resources.requests.storage`에 적어야 합니다.',
      en: 'How much storage is needed must be said in `resources.requests.storage`.',
    },
    check: (place) =>
      has(place, 'resources') && !has(place, 'resources', 'requests', 'storage')
        ? { at: keyAt(place, 'resources', 'requests'), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/storage/persistent-volumes/#capacity
    id: 'size-positive',
    on: claims,
    message: {
      ko: '저장 공간의 크기는 0보다 커야 합니다.',
      en: 'The amount of storage must be more than 0.',
    },
    check: (place) => {
      const node = nodeIn(place, 'capacity', 'storage') ?? nodeIn(place, 'resources', 'requests', 'storage');
      if (!isScalar(node) || isPlaceholder(node)) return undefined;
      const quantity = parseQuantity(textOf(node));
      return quantity?.numerator === 0n ? { at: spanAt(place, node) } : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/storage/persistent-volumes/#capacity
    id: 'volume-capacity',
    on: ['core/PersistentVolumeSpec'],
    message: {
      ko: '`capacity`에 `storage`가 있어야 합니다.',
      en: '`capacity` needs `storage`.',
    },
    check: (place) =>
      has(place, 'capacity') && !has(place, 'capacity', 'storage') ? { at: keyAt(place, 'capacity'), whole: true } : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
    id: 'once-pod',
    on: claims,
    message: {
      ko: '`ReadWriteOncePod`는 다른 접근 모드와 함께 쓸 수 없습니다.',
      en: '`ReadWriteOncePod` excludes the other access modes.',
    },
    check: (place) => {
      const modes = itemsIn(place, 'accessModes');
      const only = modes.find((mode) => stringOf(mode) === 'ReadWriteOncePod');
      return only && modes.length > 1 ? { at: spanAt(place, only) } : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/storage/volumes/#local
    id: 'local-affinity',
    on: ['core/PersistentVolumeSpec'],
    message: {
      ko: '`local` 볼륨에는 어느 노드에 있는지 `nodeAffinity`를 적어야 합니다.',
      en: 'A `local` volume needs `nodeAffinity`, which says on which node it lies.',
    },
    check: (place) => (has(place, 'local') && !has(place, 'nodeAffinity') ? { at: keyAt(place, 'local'), whole: true } : undefined),
  },
  {
    // https://kubernetes.io/docs/concepts/storage/persistent-volumes/#recycle
    id: 'recycle',
    on: ['core/PersistentVolumeSpec', 'storage.k8s.io/StorageClass'],
    message: {
      ko: '여기에는 `Recycle`을 쓸 수 없습니다. `Retain`이나 `Delete`를 쓰세요.',
      en: '`Recycle` is not possible here. Use `Retain` or `Delete`.',
    },
    check: (place) => {
      const field = place.type.name === 'StorageClass' ? 'reclaimPolicy' : 'persistentVolumeReclaimPolicy';
      if (stringIn(place, field) !== 'Recycle') return undefined;
      const isRoot = textIn(place, 'hostPath', 'path') === '/';
      return field === 'reclaimPolicy' || isRoot ? { at: spanAt(place, nodeIn(place, field)) } : undefined;
    },
  },
];
