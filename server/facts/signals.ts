import type { Localized } from '../locale.ts';

/** A signal of Linux. */
export interface Signal extends Localized {
  readonly name: string;
  readonly number: number;
}

/** The signals that a STOPSIGNAL may sensibly name, and those that it should not. Source: the Linux manual, signal(7), x86 and ARM numbers. */
export const signals: readonly Signal[] = [
  {
    name: 'SIGTERM',
    number: 15,
    ko: '정상 종료를 요청합니다. Docker와 Kubernetes의 기본값입니다.',
    en: 'Asks to end in good order; the default of Docker and Kubernetes.',
  },
  {
    name: 'SIGQUIT',
    number: 3,
    ko: 'nginx, PHP-FPM은 처리 중인 요청을 마치고 끝냅니다. Java는 스레드 덤프만 남깁니다.',
    en: 'nginx and PHP-FPM finish their requests first; Java only writes a thread dump.',
  },
  {
    name: 'SIGINT',
    number: 2,
    ko: 'Ctrl+C와 같습니다. PostgreSQL은 연결을 끊고 깨끗하게 끝냅니다(fast shutdown).',
    en: 'Like Ctrl+C; PostgreSQL drops its connections and ends cleanly (fast shutdown).',
  },
  {
    name: 'SIGHUP',
    number: 1,
    ko: '터미널이 끊겼다는 뜻이며, 많은 데몬이 설정을 다시 읽습니다.',
    en: 'The terminal is gone; many daemons read their settings again instead.',
  },
  { name: 'SIGUSR1', number: 10, ko: '프로그램이 뜻을 정하는 시그널입니다.', en: 'Its meaning is up to the program.' },
  { name: 'SIGUSR2', number: 12, ko: '프로그램이 뜻을 정하는 시그널입니다.', en: 'Its meaning is up to the program.' },
  {
    name: 'SIGWINCH',
    number: 28,
    ko: '창 크기가 바뀌었다는 뜻이지만, Apache httpd는 요청을 마치고 끝냅니다.',
    en: 'The window changed its size, but Apache httpd ends after its requests.',
  },
  { name: 'SIGRTMIN+3', number: 37, ko: 'systemd를 종료할 때 씁니다.', en: 'Shuts systemd down.' },
  {
    name: 'SIGKILL',
    number: 9,
    ko: '즉시 죽입니다. 프로그램이 받을 수 없어 정리할 수도 없습니다.',
    en: 'Kills at once: a program can neither catch it nor clean up.',
  },
];

/** The signal with this name (`SIGTERM`, `term`) or number. */
export function findSignal(written: string): Signal | undefined {
  const wanted = written.replace(/["']/g, '').toUpperCase();
  return signals.find(({ name, number }) => name === wanted || name === `SIG${wanted}` || String(number) === wanted);
}
