import { probeFacts, type ProbeKind } from '../values/probe-timing.ts';
import type { Lines } from '../../say.ts';
import { containerPath, readMap, readNumber, type Spot } from './spot.ts';

const kinds: readonly unknown[] = ['livenessProbe', 'readinessProbe', 'startupProbe'];

const timings: readonly string[] = ['initialDelaySeconds', 'periodSeconds', 'failureThreshold', 'terminationGracePeriodSeconds'];

/** What the probe comes to that the spot names, or a timing of which it holds. */
export function probeLead(spot: Spot): Lines {
  const { path, resolution } = spot;
  const { owner, field = '' } = resolution;
  const isProbe = kinds.includes(path.at(-1)) && /^(?:Ephemeral)?Container$/.test(owner.name);
  const isTiming =
    owner.name === 'Probe' && (timings.includes(field) || (field === 'successThreshold' && path.at(-2) === 'readinessProbe'));
  const probe = isProbe ? path : isTiming ? path.slice(0, -1) : undefined;
  const container = containerPath(spot);
  const kind = probe?.at(-1);
  if (!probe || !container || !kinds.includes(kind) || !readMap(spot, probe)) return [];
  const number = (key: string, byDefault: number): number | undefined => readNumber(spot, [...probe, key], byDefault);
  const podGrace = readNumber(spot, [...container.slice(0, -2), 'terminationGracePeriodSeconds'], 30);
  const timing = {
    initialDelay: number('initialDelaySeconds', 0),
    period: number('periodSeconds', 10),
    failures: number('failureThreshold', 3),
    successes: number('successThreshold', 1),
    grace: podGrace === undefined ? undefined : number('terminationGracePeriodSeconds', podGrace),
  };
  const { initialDelay, period, failures, successes, grace } = timing;
  if (initialDelay === undefined || period === undefined || failures === undefined || successes === undefined || grace === undefined)
    return [];
  const afterStartup = readMap(spot, [...container, 'startupProbe']) !== undefined;
  return probeFacts(kind as ProbeKind, { initialDelay, period, failures, successes, grace, afterStartup });
}
