import type { Localized } from '../../locale.ts';
import { counted, plural, shown, type Lines } from '../../say.ts';

/** A number or a percentage of the replicas, rounded as the field demands; `undefined` for what is neither. */
export function scaled(value: string, total: number, rounding: 'up' | 'down'): number | undefined {
  const [, digits, percent] = /^(\d{1,9})(%?)$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  if (percent === '') return Number(digits);
  const exact = Number(digits) * total;
  return rounding === 'up' ? Math.ceil(exact / 100) : Math.floor(exact / 100);
}

/** The settings of a Deployment's rolling update as they are written, defaults filled in. */
export interface Rollout {
  readonly replicas: number;
  /** Whether `replicas` is written down, or one by default. */
  readonly assumed: boolean;
  readonly maxSurge: string;
  readonly maxUnavailable: string;
}

/** How many Pods a Deployment has while it is updated: surge is rounded up, unavailable down, and one of them is at least 1. */
export function rolloutFacts({ replicas, assumed, maxSurge, maxUnavailable }: Rollout): Lines {
  const surge = scaled(maxSurge, replicas, 'up');
  const down = scaled(maxUnavailable, replicas, 'down');
  if (surge === undefined || down === undefined) return [];
  const unavailable = Math.min(surge === 0 && down === 0 ? 1 : down, replicas);
  const least = replicas - unavailable;
  const of = {
    ko: assumed ? '`replicas`가 없어 1개' : `\`replicas\` ${counted(replicas)}개`,
    en: assumed ? 'no `replicas`, so 1' : plural(replicas, 'replica'),
  };
  const lines: Localized[] = [
    {
      ko: `업데이트하는 동안 Pod는 **최대 ${counted(replicas + surge)}개**, 쓸 수 있는 Pod는 **최소 ${counted(least)}개**입니다 (${of.ko}).`,
      en: `During an update: **at most ${plural(replicas + surge, 'Pod')}**, **at least ${counted(least)} available** (${of.en}).`,
    },
  ];
  const rounded = [
    ...(maxSurge.endsWith('%')
      ? [{ ko: `\`maxSurge\` ${shown(maxSurge)} → ${surge} (올림)`, en: `\`maxSurge\` ${shown(maxSurge)} → ${surge}, rounded up` }]
      : []),
    ...(maxUnavailable.endsWith('%')
      ? [
          {
            ko: `\`maxUnavailable\` ${shown(maxUnavailable)} → ${down} (내림)`,
            en: `\`maxUnavailable\` ${shown(maxUnavailable)} → ${down}, rounded down`,
          },
        ]
      : []),
  ];
  if (rounded.length > 0) lines.push({ ko: rounded.map(({ ko }) => ko).join(', '), en: rounded.map(({ en }) => en).join('; ') });
  if (replicas > 0 && least === 0)
    lines.push({ ko: '업데이트 중에 쓸 수 있는 Pod가 하나도 없는 때가 있을 수 있습니다.', en: 'At times none may be available.' });
  return lines;
}

/** What `type: Recreate` means for availability. */
export function recreateFacts(): Lines {
  return [
    {
      ko: '옛 Pod를 모두 끝낸 다음 새 Pod를 만듭니다. 그동안 서비스가 멈춥니다.',
      en: 'All old Pods end before new ones are made: the service is down in between.',
    },
  ];
}

/** What `partition` of a StatefulSet leaves out of an update. */
export function partitionFacts(partition: string, replicas: number): Lines {
  if (!/^\d{1,9}$/.test(partition)) return [];
  const from = Number(partition);
  if (from === 0) return [{ ko: '모든 Pod를 업데이트합니다.', en: 'All Pods are updated.' }];
  if (from >= replicas)
    return [{ ko: `Pod가 ${counted(replicas)}개라 하나도 업데이트하지 않습니다.`, en: `With ${plural(replicas, 'Pod')} none is updated.` }];
  const last = replicas - 1;
  const which = from === last ? `\`-${last}\`` : `\`-${from}\` … \`-${last}\``;
  return [{ ko: `번호가 ${which}인 Pod만 업데이트합니다.`, en: `Only the Pods ${which} are updated.` }];
}

/** How many Pods of a workload may be evicted at a time under a PodDisruptionBudget; both of its numbers are rounded up. */
export function budgetFacts(field: 'minAvailable' | 'maxUnavailable', value: string, workload: string, replicas: number): Lines {
  const number = scaled(value, replicas, 'up');
  if (number === undefined) return [];
  const allowed = Math.max(0, Math.min(replicas, field === 'minAvailable' ? replicas - number : number));
  const rounded = value.endsWith('%') ? ` (${shown(value)} → ${number})` : '';
  return [
    {
      ko: `${shown(workload)}의 Pod ${counted(replicas)}개 가운데 한 번에 **${counted(allowed)}개**까지 내보낼 수 있습니다${rounded}.`,
      en: `Of the ${plural(replicas, 'Pod')} of ${shown(workload)}, **${counted(allowed)}** may be evicted at a time${rounded}.`,
    },
    ...(allowed === 0 && replicas > 0
      ? [
          {
            ko: '하나도 내보낼 수 없어 노드를 비우는 작업(`kubectl drain`)이 막힙니다.',
            en: 'None: draining a node (`kubectl drain`) is blocked.',
          },
        ]
      : []),
  ];
}
