import { isMap, isSeq } from 'yaml';
import { shown, type Lines } from '../../say.ts';
import { isEmpty, nodeAt, resolve } from '../../yaml/read.ts';
import { servicesOf } from '../services.ts';
import { parseDuration } from '../values/duration.ts';
import { testFacts } from '../values/health-test.ts';
import { defaultTiming, patienceFacts, timingFacts, type HealthTiming } from '../values/health-timing.ts';
import { parseBoolean, parseInteger } from '../values/numbers.ts';
import { inService, readText, type Spot } from './spot.ts';

const timingKeys: readonly unknown[] = [undefined, 'interval', 'timeout', 'retries', 'start_period', 'start_interval'];

/** What stands above the keys and values of a health check. */
export function healthLead(spot: Spot): Lines {
  const [section, service, key, member] = spot.path;
  if (section !== 'services' || typeof service !== 'string' || key !== 'healthcheck') return [];
  if (member === 'test') return testLead(spot, service);
  return timingKeys.includes(member) ? timingLead(spot, service) : [];
}

/** What the times of a service's health check come to; nothing where the image has a say, or one cannot be read. */
function timingLead(spot: Spot, service: string): Lines {
  const timing = hasHealthcheck(spot, service) === true ? timingOf(spot, service) : undefined;
  return timing ? timingFacts(timing) : [];
}

/** Whether the file gives a service a health check; `undefined` where it turns one off or only changes the image's. */
export function hasHealthcheck(spot: Spot, service: string): boolean | undefined {
  const { ast } = spot.document.source;
  const node = inService(spot, service, ['healthcheck']);
  if (isEmpty(node)) return false;
  if (!isMap(node) || parseBoolean(readText(spot, nodeAt(ast, node, ['disable'])) ?? '') === true) return undefined;
  const test = nodeAt(ast, node, ['test']);
  if (isEmpty(test)) return undefined;
  return isSeq(test) && readText(spot, resolve(ast, test.items[0])) === 'NONE' ? undefined : true;
}

/** Says what waiting for a healthy service rests on. */
export function healthyFacts(spot: Spot, service: string): Lines {
  if (!servicesOf(spot.document).some(({ name }) => name === service)) return [];
  if (hasHealthcheck(spot, service) !== false) {
    const timing = hasHealthcheck(spot, service) === true ? timingOf(spot, service) : undefined;
    return timing ? patienceFacts(timing) : [];
  }
  return [
    {
      ko: `이 파일의 ${shown(service)}에는 \`healthcheck\`가 없습니다. 이미지에도 없으면 시작에 실패합니다.`,
      en: `${shown(service)} has no \`healthcheck\` in this file. If its image has none either, the start fails.`,
    },
  ];
}

function timingOf(spot: Spot, service: string): HealthTiming | undefined {
  const { ast } = spot.document.source;
  const map = inService(spot, service, ['healthcheck']);
  const read = (key: string): string | undefined => {
    const node = nodeAt(ast, map, [key]);
    return isEmpty(node) ? undefined : (readText(spot, node) ?? '');
  };
  const time = (key: string, byDefault: number): number | undefined => {
    const text = read(key);
    return text === undefined ? byDefault : parseDuration(text);
  };
  const retries = read('retries');
  // Zero counts as left out.
  const timing = {
    interval: time('interval', 0),
    timeout: time('timeout', 0),
    retries: retries === undefined ? 0 : parseInteger(retries),
    startPeriod: time('start_period', 0),
    startInterval: time('start_interval', 0),
  };
  const { interval, timeout, retries: count, startPeriod, startInterval } = timing;
  if ([interval, timeout, count, startPeriod, startInterval].some((value) => value === undefined || value < 0)) return undefined;
  return {
    interval: interval || defaultTiming.interval,
    timeout: timeout || defaultTiming.timeout,
    retries: count || defaultTiming.retries,
    startPeriod: startPeriod ?? 0,
    startInterval: startInterval || defaultTiming.startInterval,
  };
}

function testLead(spot: Spot, service: string): Lines {
  const { ast } = spot.document.source;
  const test = inService(spot, service, ['healthcheck', 'test']);
  if (isSeq(test)) {
    const words = test.items.map((item) => readText(spot, resolve(ast, item)));
    return words.every((word) => word !== undefined) ? testFacts({ words }) : [];
  }
  const text = readText(spot, test);
  return text === undefined || text.trim() === '' ? [] : testFacts({ text });
}
