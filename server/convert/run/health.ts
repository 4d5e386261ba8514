import { map, pair, words, type Pair } from '../write/yaml.ts';

/** The health flags of `docker run` as the key of a service. */
export function healthcheckOf(last: (flag: string) => string | undefined): Pair | undefined {
  const off = last('no-healthcheck');
  if (off !== undefined && off !== 'false') return pair('healthcheck', map(pair('disable', true)));
  const command = last('health-cmd');
  const retries = last('health-retries');
  return pair(
    'healthcheck',
    map(
      pair('test', command === undefined ? undefined : words(['CMD-SHELL', command])),
      pair('interval', last('health-interval')),
      pair('timeout', last('health-timeout')),
      pair('retries', retries !== undefined && /^\d{1,9}$/.test(retries) ? Number(retries) : retries),
      pair('start_period', last('health-start-period')),
      pair('start_interval', last('health-start-interval')),
    ),
  );
}
