import { isMap, isSeq } from 'yaml';
import { storeOf } from '../../facts/stores.ts';
import { nodeAt, resolve } from '../../yaml/read.ts';
import { parseBoolean } from '../values/numbers.ts';
import { volumeFacts, type Mount } from '../values/volume-facts.ts';
import { parseVolume } from '../values/volume.ts';
import type { Lines } from '../../say.ts';
import { inService, readText, serviceName, writtenText, type Spot } from './spot.ts';

/** An entry of `volumes` of a service, in either form. */
export function mountAt(spot: Spot, node: unknown): Mount | undefined {
  if (!isMap(node)) {
    const text = readText(spot, node) ?? writtenText(spot, node);
    const mount = text === undefined ? undefined : parseVolume(text);
    return mount && !('problem' in mount) ? { ...mount, source: mount.source } : undefined;
  }
  const { ast } = spot.document.source;
  const read = (key: string): string | undefined => readText(spot, nodeAt(ast, node, [key]));
  const [type, target] = [read('type'), read('target')];
  if (type === undefined || target === undefined) return undefined;
  return { type, source: read('source'), target, options: [], readOnly: parseBoolean(read('read_only') ?? '') === true };
}

/** Says what a mount puts where. */
export function mountLead(spot: Spot, node: unknown): Lines {
  const mount = mountAt(spot, node);
  return mount ? [...volumeFacts(mount, isCovered(spot, mount.target)), ...dataFacts(spot, mount.target)] : [];
}

/** Says that a path is where the service's image keeps its data. */
function dataFacts(spot: Spot, target: string): Lines {
  const service = serviceName(spot);
  const image = service === undefined ? undefined : writtenText(spot, inService(spot, service, ['image']));
  const store = image === undefined ? undefined : storeOf(image);
  if (!store?.directories.includes(target.replace(/\/$/, ''))) return [];
  return [{ ko: `${store.name} 이미지가 데이터를 두는 디렉터리입니다.`, en: `The ${store.name} image keeps its data there.` }];
}

/** Whether another mount of the service holds the path of this one. */
function isCovered(spot: Spot, target: string): boolean {
  const service = serviceName(spot);
  const list = service === undefined ? undefined : inService(spot, service, ['volumes']);
  const { ast } = spot.document.source;
  return (
    isSeq(list) &&
    list.items.some((item) => {
      const other = mountAt(spot, resolve(ast, item));
      return other !== undefined && target.startsWith(`${other.target.replace(/\/$/, '')}/`);
    })
  );
}
