import type { Localized } from '../locale.ts';
import { initCount } from './entries.ts';
import { exitCodeMeaning } from './exit-codes.ts';
import { argument, type Say, type Seen } from './seen.ts';
import type { OutputTable } from './table.ts';

/** The columns by which a table of Pods is known. */
export const podColumns = ['NAME', 'READY', 'STATUS', 'RESTARTS'];

const words = {
  restarts: {
    ko: '컨테이너를 {count}번 다시 시작했습니다(마지막: {last} 전).',
    en: 'Its containers were restarted {count} times (last: {last} ago).',
  },
  restartsOnce: { ko: '컨테이너를 {count}번 다시 시작했습니다.', en: 'Its containers were restarted: {count}.' },
  unready: {
    ko: '컨테이너 {of}개 가운데 {ready}개만 준비되었습니다. 나머지는 아직 시작하는 중이거나 `readinessProbe`를 통과하지 못했습니다.',
    en: 'Only {ready} of {of} containers are ready; the others are still starting, or do not pass their readiness probe.',
  },
  init: {
    ko: 'init 컨테이너 {of}개 가운데 {done}개가 끝났습니다. 모두 차례로 끝나야 앱 컨테이너가 시작됩니다.',
    en: '{done} of {of} init containers have ended; all have to, one after another, before the containers of the app start.',
  },
  initFails: {
    ko: 'init 컨테이너에서 생긴 일입니다. 로그를 볼 때 `-c`로 그 컨테이너의 이름을 적습니다.',
    en: 'This happens in an init container: name it with `-c` to read its log.',
  },
} satisfies Record<string, Localized>;

const units: Readonly<Record<string, string>> = { y: '년', d: '일', h: '시간', m: '분', s: '초' };

/** A stretch of time as kubectl writes it: `3h12m`. */
function age(written: string): Localized {
  return {
    ko: written.replace(/(\d{1,6})([a-z])/g, (_, count: string, unit: string) => `${count}${units[unit] ?? unit} `).trim(),
    en: written,
  };
}

/** The Pods of a table of `kubectl get pods`; with `--watch` a Pod has a row for each change, of which the last one counts. */
export function podsOf({ rows }: OutputTable, say: Say): readonly Seen[] {
  const latest = new Map(rows.map((row) => [`${row('NAMESPACE')}/${row('NAME')}`, row]));
  return [...latest.values()].flatMap((row) => {
    const [name, status] = [row('NAME').replace(/^pods?\//, ''), row('STATUS')];
    if (name === '' || status === '') return [];
    const [ready, of] = fractionOf(row('READY'));
    const [, count = '0', last] = /^(\d+)(?: \((.{1,40}) ago\))?/.exec(row('RESTARTS')) ?? [];
    const restarts = Number(count);
    const namespace = row('NAMESPACE');
    const isUnready = status === 'Running' && ready < of;
    const isFine = status === 'Completed' || status === 'Succeeded' || (status === 'Running' && !isUnready && restarts === 0);
    const signs = [
      ...(isUnready ? [say(words.unready, { ready, of })] : []),
      ...initSigns(status, say),
      ...exitSigns(status, say),
      ...(restarts === 0
        ? []
        : [say(last === undefined ? words.restartsOnce : words.restarts, { count: restarts, last: say(age(last ?? ''), {}) })]),
    ];
    return [
      {
        kind: 'pod',
        name,
        ...(namespace === '' ? {} : { namespace }),
        state: isUnready ? `${status} ${row('READY')}` : status,
        isFine,
        about: [...statesOf(status), ...(isUnready ? ['NotReady'] : [])],
        signs,
        commands: isFine ? [] : podCommands({ name, namespace, state: status, restarts }),
      },
    ];
  });
}

// In these no container has run yet, or none is left, so that there is no log.
const withoutLog =
  /^(?:Pending|ContainerCreating|PodInitializing|Evicted|Terminating|Unknown|SchedulingGated|InvalidImageName|.*(?:ImagePull|ImageNeverPull|CreateContainer).*)$/;

/** What shows more of a Pod. */
export function podCommands({ name, namespace, state, restarts }: PodPlace): readonly string[] {
  const place = `${argument(name, 'pod')}${namespace === '' ? '' : ` -n ${argument(namespace, 'namespace')}`}`;
  const logs = `kubectl logs ${place}${state.startsWith('Init:') ? ' -c <init-container>' : ''}${restarts > 0 ? ' --previous' : ''}`;
  return [`kubectl describe pod ${place}`, ...(restarts === 0 && withoutLog.test(state) ? [] : [logs])];
}

interface PodPlace {
  readonly name: string;
  readonly namespace: string;
  readonly state: string;
  readonly restarts: number;
}

/** Under what a state is to be found: as it is, and without what tells that it is of an init container. */
export function statesOf(status: string): readonly string[] {
  const inner = /^Init:(.+)$/.exec(status)?.[1];
  const code = /^(?:Init:)?ExitCode:(\d+)$/.exec(status)?.[1];
  return [
    status,
    ...(inner === undefined ? [] : [/^\d+\/\d+$/.test(inner) ? initCount : inner]),
    ...(code === undefined ? [] : [`exit code ${code}`]),
  ];
}

function initSigns(status: string, say: Say): readonly string[] {
  const [, done, of] = /^Init:(\d+)\/(\d+)$/.exec(status) ?? [];
  if (done !== undefined && of !== undefined) return [say(words.init, { done: Number(done), of: Number(of) })];
  return status.startsWith('Init:') ? [say(words.initFails)] : [];
}

function exitSigns(status: string, say: Say): readonly string[] {
  const code = /ExitCode:(\d{1,3})$/.exec(status)?.[1];
  const means = code === undefined ? undefined : exitCodeMeaning(Number(code));
  return means ? [say(means)] : [];
}

function fractionOf(ready: string): readonly [ready: number, of: number] {
  const [, some = '0', all = '0'] = /^(\d+)\/(\d+)$/.exec(ready) ?? [];
  return [Number(some), Number(all)];
}
