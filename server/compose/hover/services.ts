import { isMap, isSeq } from 'yaml';
import type { Localized } from '../../locale.ts';
import { shown, shownList, type Lines } from '../../say.ts';
import { isEmpty, nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import { servicesOf } from '../services.ts';
import { ranged } from '../values/port-facts.ts';
import { declaredElsewhere, mergedElsewhere } from './elsewhere.ts';
import { containerPorts, portsOf } from './published.ts';
import { inService, readText, writtenText, type Spot } from './spot.ts';

/** Most ports of a service that are told. */
const portLimit = 3;

/** Says what a service is: its image, its ports. Of a name that the file does not declare which file does. */
export function serviceFacts(spot: Spot, name: string): Lines {
  if (!servicesOf(spot.document).some((service) => service.name === name)) return declaredElsewhere(spot, 'service', name);
  const ports = portsOf(spot, name)
    .slice(0, portLimit)
    .map(({ host, hostIp, container }): Localized => {
      const inside = shown(ranged(container));
      if (!host) return { ko: `컨테이너 ${inside}`, en: `container ${inside}` };
      const outside = shown(hostIp === undefined ? ranged(host) : `${hostIp}:${ranged(host)}`);
      return { ko: `호스트 ${outside} → 컨테이너 ${inside}`, en: `host ${outside} → container ${inside}` };
    });
  const origin = originOf(spot, name);
  if (origin.ko === '' && ports.length === 0) return [];
  return [
    {
      ko: [`서비스 ${shown(name)}`, origin.ko, ...ports.map(({ ko }) => ko)].filter((part) => part !== '').join(' · '),
      en: [`Service ${shown(name)}`, origin.en, ...ports.map(({ en }) => en)].filter((part) => part !== '').join(' · '),
    },
  ];
}

/** Says of the service whose definition the spot is how others reach it, and who waits for it. */
export function ownServiceFacts(spot: Spot, name: string): Lines {
  const lines: Localized[] = [...serviceFacts(spot, name), ...mergedElsewhere(spot, 'service', name)];
  const mode = readText(spot, inService(spot, name, ['network_mode']));
  const addresses = containerPorts(spot, name).map((port) => `${name}:${port}`);
  if (addresses.length > 0 && mode === undefined)
    lines.push({
      ko: `다른 서비스가 접속할 주소: ${shownList(addresses, portLimit)}`,
      en: `Other services connect to ${shownList(addresses, portLimit)}`,
    });
  const waiting = servicesOf(spot.document)
    .map((service) => service.name)
    .filter((other) => dependenciesOf(spot, other).includes(name));
  if (waiting.length > 0)
    lines.push({ ko: `이 서비스를 기다리는 서비스: ${shownList(waiting)}`, en: `Waiting for it: ${shownList(waiting)}` });
  const profiles = profilesOf(spot, name);
  if (profiles.length > 0)
    lines.push({
      ko: `프로필을 켰을 때만 시작합니다: ${shownList(profiles)}`,
      en: `Starts only with a profile: ${shownList(profiles)}`,
    });
  return lines;
}

/** Says how a profile is turned on and which services come with it. */
export function profileFacts(spot: Spot, profile: string): Lines {
  const members = servicesOf(spot.document)
    .map(({ name }) => name)
    .filter((name) => profilesOf(spot, name).includes(profile));
  const command = shown(`docker compose --profile ${profile} up`);
  return [{ ko: `${command} — 함께 시작하는 서비스: ${shownList(members)}`, en: `${command} — starts ${shownList(members)} too` }];
}

/** The services that a service waits for. */
function dependenciesOf(spot: Spot, name: string): readonly string[] {
  const { ast } = spot.document.source;
  const node = inService(spot, name, ['depends_on']);
  if (isMap(node)) return [...pairsOf(ast, node).keys()];
  return isSeq(node) ? node.items.map((item) => readText(spot, resolve(ast, item)) ?? '') : [];
}

function profilesOf(spot: Spot, name: string): readonly string[] {
  const { ast } = spot.document.source;
  const node = inService(spot, name, ['profiles']);
  return isSeq(node) ? node.items.flatMap((item) => readText(spot, resolve(ast, item)) ?? []) : [];
}

/** Where the image of a service comes from. */
function originOf(spot: Spot, name: string): Localized {
  const build = inService(spot, name, ['build']);
  if (!isEmpty(build)) {
    const { ast } = spot.document.source;
    const context = writtenText(spot, isMap(build) ? nodeAt(ast, build, ['context']) : build) ?? '.';
    return { ko: `${shown(context)}에서 빌드`, en: `built from ${shown(context)}` };
  }
  const image = inService(spot, name, ['image']);
  const text = readText(spot, image) ?? writtenText(spot, image);
  return text === undefined ? { ko: '', en: '' } : { ko: `이미지 ${shown(text)}`, en: `image ${shown(text)}` };
}
