import { numberOf, readQuantity } from './quantity.ts';
import { counted, shown, type Lines } from '../../say.ts';

/** What a container asks for of a resource. */
export interface Asked {
  readonly container: string;
  readonly request: string | undefined;
}

/**
 * Says what a target in per cent of `requests` comes to.
 * @param asked the containers of the workload that is scaled; `undefined` when they are not in this file
 */
export function utilizationFacts(percent: string, resource: string, asked: readonly Asked[] | undefined): Lines {
  if (!/^\d{1,4}$/.test(percent)) return [];
  const line = {
    ko: `Pod들의 ${shown(resource)} 사용량이 평균 \`requests\`의 ${percent} %가 되도록 Pod 수를 맞춥니다.`,
    en: `Adds or removes Pods so that they use ${percent} % of their ${shown(resource)} \`requests\` on average.`,
  };
  const without = asked?.filter(({ request }) => request === undefined) ?? [];
  if (without.length > 0) {
    const names = without.map(({ container }) => shown(container)).join(', ');
    return [
      line,
      {
        ko: `${names}에 \`requests.${resource}\`가 없어 계산할 수 없습니다.`,
        en: `${names} has no \`requests.${resource}\`, so it cannot be worked out.`,
      },
    ];
  }
  const quantities = asked?.map(({ request }) => readQuantity(request ?? '')) ?? [];
  if (quantities.length === 0 || quantities.some((quantity) => quantity === undefined)) return [line];
  const sum = quantities.reduce((total, quantity) => total + (quantity ? numberOf(quantity) : 0), 0);
  const target = amount((sum * Number(percent)) / 100, resource);
  return [
    line,
    {
      ko: `Pod 하나에 ${target} (\`requests\` 합계 ${amount(sum, resource)})`,
      en: `${target} a Pod, of ${amount(sum, resource)} in all its \`requests\``,
    },
  ];
}

function amount(value: number, resource: string): string {
  return resource === 'cpu'
    ? `\`${counted(value * 1000).replaceAll(',', '')}m\``
    : `\`${counted(value / 1024 ** 2, 1).replaceAll(',', '')}Mi\``;
}
