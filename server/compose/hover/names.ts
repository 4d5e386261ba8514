import { nodeAt } from '../../yaml/read.ts';
import { shown, type Lines } from '../../say.ts';
import { meaningFacts } from '../values/meanings.ts';
import { mergedElsewhere } from './elsewhere.ts';
import { hasHealthcheck, healthyFacts } from './health.ts';
import { ownServiceFacts, profileFacts, serviceFacts } from './services.ts';
import { mapFrom, readText, type Spot } from './spot.ts';
import { grantFacts, grantUsers, networkUsers, volumeUsers } from './users.ts';

/** What the name stands for that a spot is: a service, network, volume, secret, config or profile. */
export function nameLead(spot: Spot): Lines {
  const { place, path } = spot;
  const name = place.name;
  switch (place.place) {
    case 'services.*':
      return name === undefined ? [] : ownServiceFacts(spot, name);
    case 'volumes.*':
      return name === undefined ? [] : [...mergedElsewhere(spot, 'volume', name), ...volumeUsers(spot, name)];
    case 'networks.*':
      return name === undefined ? [] : [...mergedElsewhere(spot, 'network', name), ...networkUsers(spot, name)];
    case 'services.*.networks.*':
      return name === undefined ? [] : networkUsers(spot, name);
    case 'secrets.*':
    case 'configs.*':
      return name === undefined ? [] : grantUsers(spot, path[0] === 'secrets' ? 'secrets' : 'configs', name);
    case 'services.*.depends_on.*':
      return name === undefined ? [] : serviceFacts(spot, name);
    case 'services.*.depends_on.*.condition':
      return conditionLead(spot);
    default:
      return referenceLead(spot);
  }
}

function conditionLead(spot: Spot): Lines {
  const service = spot.path[3];
  return typeof service === 'string' && readText(spot, spot.node) === 'service_healthy' ? healthyFacts(spot, service) : [];
}

function referenceLead(spot: Spot): Lines {
  const text = readText(spot, spot.node);
  if (text === undefined) return [];
  const key = spot.place.key;
  switch (spot.place.shape.format) {
    case 'service':
      return serviceReference(spot, text);
    case 'network':
      return networkUsers(spot, text);
    case 'profile':
      return profileFacts(spot, text);
    case 'secret':
      return grantFacts(spot, 'secrets', text, targetBeside(spot));
    case 'config':
      return key === 'configs' || key === 'source' ? grantFacts(spot, 'configs', text, targetBeside(spot)) : [];
    default:
      return key === 'network_mode' || key === 'ipc' || key === 'pid' ? serviceFacts(spot, text.replace(/^service:/, '')) : [];
  }
}

/** A name where a service is expected; `links` and `volumes_from` write more behind a colon, and `extends` may look into another file. */
function serviceReference(spot: Spot, text: string): Lines {
  const [, , key] = spot.path;
  if (key === 'extends' && mapFrom(spot, spot.path.slice(0, 3))?.has('file')) return [];
  const [service = '', alias] = text.split(':', 2);
  const lines = [...serviceFacts(spot, service)];
  if (key === 'links' && alias !== undefined)
    lines.push({ ko: `이 컨테이너에서는 ${shown(alias)}라는 이름으로도 찾습니다.`, en: `This container finds it as ${shown(alias)} too.` });
  if (key !== 'depends_on') return lines;
  return [...lines, ...meaningFacts('depends_on#condition', 'service_started').map(afterDash), ...healthyHint(spot, service)];
}

function afterDash({ ko, en }: Lines[number]): Lines[number] {
  return { ko: ko.slice(ko.indexOf('— ') + 2), en: `It ${en.slice(en.indexOf('— ') + 2)}.` };
}

function healthyHint(spot: Spot, service: string): Lines {
  if (hasHealthcheck(spot, service) !== true) return [];
  return [
    {
      ko: `${shown(service)}에 \`healthcheck\`가 있으니, \`condition: service_healthy\`로 준비될 때까지 기다릴 수 있습니다.`,
      en: `${shown(service)} has a \`healthcheck\`: \`condition: service_healthy\` would wait until it is ready.`,
    },
  ];
}

/** The `target` beside a `source` of the long form. */
function targetBeside(spot: Spot): string | undefined {
  if (spot.place.key !== 'source') return undefined;
  return readText(spot, nodeAt(spot.document.source.ast, mapFrom(spot, spot.path.slice(0, -1)), ['target']));
}
