import { isScalar, type Scalar } from 'yaml';
import { nearestNames } from '../../../nearest.ts';
import { isEmpty, resolve, textOf } from '../../../yaml/read.ts';
import type { Clash, Combination } from '../combination.ts';
import { replaceBy, replaceScalar } from '../../../yaml/replace.ts';
import { shortened } from '../judge-value.ts';
import { entriesOf, enclosingPlace, nodeIn, spanAt, type Place } from '../place.ts';
import { compareQuantities } from '../quantity.ts';
import { isPlaceholder } from '../scalar-type.ts';

const standard: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];

export const resources: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits
    id: 'request-over-limit',
    on: ['core/ResourceRequirements', 'core/VolumeResourceRequirements'],
    message: {
      ko: '`{resource}` 요청 {request}이(가) 제한 {limit}보다 큽니다. 요청을 줄이거나 제한을 늘리세요.',
      en: 'The request for `{resource}` ({request}) is above its limit ({limit}). Lower the request or raise the limit.',
    },
    check: (place) => {
      const limits = amountsIn(place, 'limits');
      return [...amountsIn(place, 'requests')].flatMap(([resource, request]): readonly Clash[] => {
        const limit = limits.get(resource);
        if (!limit || (compareQuantities(textOf(request), textOf(limit)) ?? 0) <= 0) return [];
        const data = { resource, request: shortened(textOf(request)), limit: shortened(textOf(limit)) };
        return [{ at: spanAt(place, request), data, fix: () => replaceBy(place.manifest.document, request, textOf(limit)) }];
      });
    },
  },
  {
    // https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#extended-resources
    id: 'resource-name',
    on: ['core/ResourceRequirements'],
    message: {
      ko: '`{resource}`은(는) 컨테이너의 자원이 아닙니다. `cpu`, `memory`, `ephemeral-storage`나 `도메인/이름`을 적으세요.',
      en: '`{resource}` is no resource of a container. Write `cpu`, `memory`, `ephemeral-storage` or `domain/name`.',
    },
    check: (place) => {
      if (!enclosingPlace(place, 'Container', 'EphemeralContainer')) return undefined;
      return ['limits', 'requests'].flatMap((field) =>
        [...entriesOf(place, nodeIn(place, field))].flatMap(([resource, { key }]): readonly Clash[] => {
          if (standard.includes(resource) || resource.startsWith('hugepages-') || resource.includes('/')) return [];
          const { document } = place.manifest;
          const [near] = nearestNames(resource, standard, 1);
          const edit = (): ReturnType<typeof replaceScalar> =>
            near === undefined || !isScalar(key) ? undefined : replaceScalar(document, key, near);
          const at = isScalar(key) ? spanAt(place, key) : place.owner;
          return [
            {
              at,
              data: { resource: shortened(resource) },
              fix: () => {
                const made = edit();
                return made && { title: { ko: `\`${near ?? ''}\`로 고치기`, en: `Change to \`${near ?? ''}\`` }, edits: [made] };
              },
            },
          ];
        }),
      );
    },
  },
  {
    // https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#consuming-extended-resources
    id: 'extended-resource',
    on: ['core/ResourceRequirements'],
    message: {
      ko: '`{resource}`은(는) 나누어 줄 수 없어 요청과 제한이 같아야 합니다.',
      en: 'Requests and limits of `{resource}` must be equal: it is not overcommitted.',
    },
    check: (place) => {
      const limits = amountsIn(place, 'limits');
      return [...amountsIn(place, 'requests')].flatMap(([resource, request]): readonly Clash[] => {
        const isHuge = resource.startsWith('hugepages-');
        if (!isHuge && (!resource.includes('/') || resource.startsWith('kubernetes.io/'))) return [];
        const limit = limits.get(resource);
        const difference = limit ? compareQuantities(textOf(request), textOf(limit)) : -1;
        // More than the limit is said already.
        return difference === undefined || difference >= 0
          ? []
          : [{ at: spanAt(place, request), data: { resource }, ...(!limit && { whole: true }) }];
      });
    },
  },
  {
    // https://kubernetes.io/docs/concepts/policy/limit-range/
    id: 'limit-range',
    on: ['core/LimitRangeItem'],
    message: {
      ko: '`{resource}`의 `{low}`가 `{high}`보다 큽니다.',
      en: 'For `{resource}` the `{low}` is more than the `{high}`.',
    },
    check: (place) => {
      const order = ['min', 'defaultRequest', 'default', 'max'];
      return order.flatMap((low, index) =>
        order.slice(index + 1).flatMap((high) => {
          const highs = amountsIn(place, high);
          return [...amountsIn(place, low)].flatMap(([resource, amount]): readonly Clash[] => {
            const other = highs.get(resource);
            if (!other || (compareQuantities(textOf(amount), textOf(other)) ?? 0) <= 0) return [];
            return [{ at: spanAt(place, amount), data: { resource, low, high } }];
          });
        }),
      );
    },
  },
];

/** The amounts of a map by the name of the resource; those to be filled in later are left out. */
function amountsIn(place: Place, field: string): ReadonlyMap<string, Scalar> {
  const amounts = new Map<string, Scalar>();
  for (const [resource, pair] of entriesOf(place, nodeIn(place, field))) {
    const node = resolve(place.manifest.document.source.ast, pair.value);
    if (isScalar(node) && !isEmpty(node) && !isPlaceholder(node)) amounts.set(resource, node);
  }
  return amounts;
}
