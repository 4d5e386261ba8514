import type { FeatureContext, HoverContent } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import { readDuration } from '../arguments/duration.ts';
import { knownPorts } from '../../facts/ports.ts';
import { readPort } from '../arguments/ports.ts';
import { unquoted } from '../arguments/quotes.ts';
import { findSignal } from '../../facts/signals.ts';
import type { Flag, Word } from '../model.ts';
import { explain, shown } from './say.ts';

const words = {
  publishesNothing: {
    ko: '문서일 뿐 포트를 열지 않습니다. 열려면 `docker run -p`, Compose의 `ports`, Kubernetes의 Service가 필요합니다.',
    en: 'It documents, and publishes nothing: that takes `docker run -p`, `ports` in Compose, or a Service in Kubernetes.',
  },
  usual: { ko: '흔히 쓰는 곳: {programs}', en: 'usually: {programs}' },
  privileged: { ko: '1024 아래의 포트', en: 'a port below 1024' },
  signal: { ko: '{number}번 시그널', en: 'signal number {number}' },
  root: { ko: 'root(UID 0)입니다. 컨테이너 안에서 모든 권한을 가집니다.', en: 'root (user id 0): may do everything inside the container.' },
  userByNumber: {
    ko: 'UID {user}. 이름이 없어도 되고, Kubernetes의 `runAsNonRoot`가 root가 아님을 확인할 수 있습니다.',
    en: 'User id {user}. It needs no name, and `runAsNonRoot` of Kubernetes can tell that it is not root.',
  },
  userByName: {
    ko: '이미지의 `/etc/passwd`에 {user} 사용자가 있어야 합니다. 이름만으로는 Kubernetes의 `runAsNonRoot`가 확인하지 못합니다.',
    en: 'The image’s `/etc/passwd` needs a user {user}. `runAsNonRoot` of Kubernetes cannot check a name, only a number.',
  },
  group: { ko: '그룹: {group}', en: 'group: {group}' },
  noGroup: {
    ko: '그룹을 적지 않으면 그 사용자의 기본 그룹이며, 번호만 있고 `/etc/passwd`에 없으면 root 그룹입니다.',
    en: 'Without a group it is the user’s own; for a number that `/etc/passwd` does not know, the root group.',
  },
  duration: { ko: '{seconds}초', en: '{seconds} seconds' },
  milliseconds: { ko: '{seconds}밀리초', en: '{seconds} milliseconds' },
} satisfies Record<string, Localized>;

/** Explains a port of EXPOSE. */
export function hoverPort(word: Word, { locale }: FeatureContext): HoverContent | undefined {
  const port = readPort(word.text);
  if (!port) return undefined;
  const programs = port.first === port.last ? knownPorts.get(port.first) : undefined;
  const protocol = (port.protocol ?? 'tcp').toUpperCase();
  return explain(word.span, word.text, [
    `${protocol} ${shown(port.ports)}`,
    ...(programs === undefined ? [] : [words.usual[locale].replace('{programs}', programs)]),
    words.publishesNothing[locale],
  ]);
}

/** What is known of a signal. */
export function signalFacts(word: Word, { locale }: FeatureContext): readonly string[] {
  const signal = findSignal(word.text);
  if (!signal) return [];
  return [`${shown(signal.name)}: ${words.signal[locale].replace('{number}', String(signal.number))}. ${signal[locale]}`];
}

/** Explains the argument of USER. */
export function hoverUser(word: Word, { locale }: FeatureContext): HoverContent | undefined {
  const text = unquoted(word.text);
  if (text.includes('$')) return undefined;
  const [user = '', group] = text.split(':', 2);
  const about = /^(?:root|0+)$/.test(user)
    ? words.root[locale]
    : (/^\d+$/.test(user) ? words.userByNumber : words.userByName)[locale].replace('{user}', () => shown(user));
  return explain(word.span, word.text, [
    about,
    group === undefined ? words.noGroup[locale] : words.group[locale].replace('{group}', () => shown(group)),
  ]);
}

/** What a duration of HEALTHCHECK comes to: `1m30s` is 90 seconds. */
export function durationFacts({ value = '' }: Flag, { locale }: FeatureContext): readonly string[] {
  const time = readDuration(value);
  if (time === undefined) return [];
  const [text, amount] = time > 0 && time < 1000 ? [words.milliseconds, time] : [words.duration, time / 1000];
  return [`${shown(value)} = ${text[locale].replace('{seconds}', String(Number(amount.toFixed(3))))}`];
}
