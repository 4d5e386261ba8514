import type { Localized } from '../locale.ts';
import type { ContainerState, DescribedContainer, DescribedPod } from './describe.ts';
import { exitCodeMeaning } from './exit-codes.ts';
import { messageMeaning } from './messages.ts';
import { podCommands, statesOf } from './pods.ts';
import { quoted, type Say, type Seen } from './seen.ts';

const words = {
  waits: { ko: '컨테이너 {name}: 기다리는 중 — {reason}.', en: 'Container {name} waits: {reason}.' },
  runs: { ko: '컨테이너 {name}: 실행 중.', en: 'Container {name} runs.' },
  runsUnready: {
    ko: '컨테이너 {name}: 실행 중이지만 준비되지 않아 Service가 요청을 보내지 않습니다.',
    en: 'Container {name} runs but is not ready, so no Service sends requests to it.',
  },
  ended: { ko: '컨테이너 {name}: 끝남 — {reason}.', en: 'Container {name} has ended: {reason}.' },
  last: { ko: '바로 앞에는 {reason}(으)로 끝났습니다.', en: 'Before that it ended with {reason}.' },
  restarts: { ko: '다시 시작한 횟수: {count}.', en: 'Restarts: {count}.' },
  event: { ko: '이벤트 {reason}: {message}', en: 'Event {reason}: {message}' },
} satisfies Record<string, Localized>;

/** Longest list of events that is quoted. */
const eventLimit = 6;

/** What a description shows of its Pod: state and end of each container, and the warnings. */
export function seenInDescription({ name, namespace, status, reason, message, containers, events }: DescribedPod, say: Say): Seen {
  const inNeed = containers.filter(isInNeed);
  const restarts = Math.max(0, ...containers.map((container) => container.restarts));
  const warnings = unlike(events.filter(({ type }) => type === 'Warning'));
  const isFine = inNeed.length === 0 && ['Running', 'Succeeded'].includes(status) && warnings.length === 0;
  const told = inNeed.length > 0 ? inNeed : containers;
  const state =
    [...inNeed.map(({ now, last }) => now.reason || last?.reason || now.state), reason, status].find((word) => word !== '') ?? '';
  return {
    kind: 'pod',
    name,
    ...(namespace === '' ? {} : { namespace }),
    state,
    isFine,
    about: [
      ...inNeed.flatMap(({ now, last }) => [last, now].flatMap((one) => (one && !general.has(one.reason) ? [one.reason] : []))),
      ...warnings.filter((event) => event.reason !== 'BackOff').map((event) => event.message),
      ...inNeed.flatMap(({ now, last }) => [last, now].flatMap((one) => (one?.exitCode ? [`exit code ${one.exitCode}`] : []))),
      ...inNeed.flatMap(({ isInit, now }) => (isInit ? statesOf(`Init:${now.reason}`) : [now.reason])),
      ...inNeed.flatMap(({ now }) => (now.state === 'Running' ? ['NotReady'] : [])),
      reason,
      status,
    ].filter((word) => word !== ''),
    signs: [
      ...(message === '' ? [] : [quoted(message), ...meaningOf(message, say)]),
      ...told.flatMap((container) => containerSigns(container, say)),
      ...warnings
        .slice(0, eventLimit)
        .flatMap((event) => [say(words.event, { reason: event.reason, message: event.message }), ...meaningOf(event.message, say)]),
    ],
    commands: isFine ? [] : podCommands({ name, namespace, state, restarts }).slice(1),
  };
}

function isInNeed({ isInit, now, last, isReady, restarts }: DescribedContainer): boolean {
  // What was pasted may be cut off, or have lost its indentation.
  if (now.state === '') return false;
  if (now.state === 'Terminated' && now.exitCode === 0) return !isInit && restarts > 0;
  return !isReady || now.state !== 'Running' || (last !== undefined && restarts > 0);
}

/** Reasons that say less than the exit code or the events do. */
const general: ReadonlySet<string> = new Set(['', 'Error', 'Completed', 'CrashLoopBackOff', 'ImagePullBackOff', 'ErrImagePull']);

function containerSigns({ name, now, last, isReady, restarts }: DescribedContainer, say: Say): readonly string[] {
  const reason = endOf(now);
  const first =
    now.state === 'Running'
      ? say(isReady ? words.runs : words.runsUnready, { name })
      : now.state === 'Terminated'
        ? say(words.ended, { name, reason })
        : say(words.waits, { name, reason });
  const ending = last ?? now;
  const code = ending.exitCode === undefined ? undefined : exitCodeMeaning(ending.exitCode);
  const isKilled = [now.reason, last?.reason].includes('OOMKilled');
  return [
    [
      first,
      ...(last && last.state !== '' ? [say(words.last, { reason: endOf(last) })] : []),
      ...(restarts > 0 ? [say(words.restarts, { count: restarts })] : []),
    ].join(' '),
    ...(code && !isKilled ? [say(code)] : []),
    ...[now.message, last?.message ?? ''].filter((text) => text !== '').flatMap((text) => [quoted(text), ...meaningOf(text, say)]),
  ];
}

function endOf({ state, reason, exitCode }: ContainerState): string {
  return [reason === '' ? state : reason, exitCode === undefined ? '' : `exit code ${exitCode}`].filter((part) => part !== '').join(', ');
}

function meaningOf(message: string, say: Say): readonly string[] {
  const means = messageMeaning(message);
  return means ? [`→ ${say(means)}`] : [];
}

/** Of events of one reason and one meaning the last one; they come again and again. */
function unlike<T extends { readonly reason: string; readonly message: string }>(events: readonly T[]): readonly T[] {
  return [...new Map(events.map((event) => [`${event.reason} ${messageMeaning(event.message)?.en ?? event.message}`, event])).values()];
}
