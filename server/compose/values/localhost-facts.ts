import { shown, type Lines } from '../../say.ts';

/** A port of this host that a service publishes. */
export interface Published {
  readonly service: string;
  readonly host: number | undefined;
  readonly container: number;
}

/** The port behind `localhost` in a text; 0 for none, `undefined` when the text does not speak of localhost. */
export function localhostPort(text: string): number | undefined {
  const match = /(?:^|[/@\s,=])(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?(?=$|[/,\s?])/i.exec(text.slice(0, 2000));
  return match ? Number(match[1] ?? 0) : undefined;
}

/**
 * Says that `localhost` is the container itself, and which service is most likely meant.
 * @param published what other services publish or expose
 */
export function localhostFacts(text: string, published: readonly Published[]): Lines {
  const port = localhostPort(text);
  if (port === undefined) return [];
  const meant =
    port === 0 ? undefined : (published.find(({ host }) => host === port) ?? published.find(({ container }) => container === port));
  return [
    {
      ko: '`localhost`는 이 컨테이너 자신입니다. 다른 서비스가 아닙니다.',
      en: '`localhost` is this container itself, not another service.',
    },
    ...(meant
      ? [
          {
            ko: `서비스 ${shown(meant.service)}에 접속하려면 ${shown(`${meant.service}:${meant.container}`)}`,
            en: `For the service ${shown(meant.service)} write ${shown(`${meant.service}:${meant.container}`)}`,
          },
        ]
      : []),
  ];
}
