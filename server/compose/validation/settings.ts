import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import type { Span } from '../../text/span.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairOf, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import { settingOf } from '../project/extends.ts';
import { schema } from '../schema.ts';
import { parseBytes } from '../values/bytes.ts';
import { hasVariables } from '../values/interpolation.ts';
import { parseNumber } from '../values/numbers.ts';
import { parseTmpfs } from '../values/tmpfs.ts';
import { parseVolume } from '../values/volume.ts';
import { longFormProblems } from './long-forms.ts';
import type { Problem } from './problem.ts';
import { hasSetting, type Service } from './services.ts';
import { firstLine } from './spot.ts';

/** What in a service contradicts itself, or is missing beside something else. */
export function settingProblems(service: Service): readonly Problem[] {
  return [
    ...missingImage(service),
    ...networkConflict(service),
    ...doubledLimits(service),
    ...scaledName(service),
    ...dockerfileConflict(service),
    ...platformConflict(service),
    ...healthcheckTest(service),
    ...mountConflicts(service),
    ...watchTargets(service),
    ...deviceConflicts(service),
    ...longFormProblems(service),
  ].map((problem) => ({ resource: `service/${service.name}`, ...problem }));
}

function missingImage(service: Service): readonly Problem[] {
  if (!service.complete || ['image', 'build', 'provider'].some((key) => hasSetting(service, key))) return [];
  // A misspelt `image` is said to be unknown already.
  const known = schema.shape('service')?.map?.keys;
  if ([...service.pairs.keys()].some((key) => !known?.has(key) && nearestNames(key, ['image', 'build'], 1).length > 0)) return [];
  return [{ rule: 'required-keys', at: service.at, variant: 'image', data: { name: service.name }, whole: true }];
}

function networkConflict(service: Service): readonly Problem[] {
  const mode = settingOf(service.chain, 'network_mode');
  const networks = settingOf(service.chain, 'networks');
  if (!mode || !networks) return [];
  const node = resolve(networks.level.document.source.ast, networks.pair.value);
  const named = resolve(mode.level.document.source.ast, mode.pair.value);
  if (!(isMap(node) || isSeq(node)) || node.items.length === 0 || !isScalar(named) || !named.value) return [];
  const own = service.pairs.get('network_mode') ?? service.pairs.get('networks');
  const at = own && spanOfKey(service.document, own);
  return at ? [{ rule: 'setting-conflicts', at, variant: 'network-mode', data: { name: service.name } }] : [];
}

/** Settings with an older and a newer place, which must say the same. */
const twins: readonly (readonly [old: string, path: readonly string[], read: (text: string) => number | undefined])[] = [
  ['scale', ['deploy', 'replicas'], parseNumber],
  ['cpus', ['deploy', 'resources', 'limits', 'cpus'], parseNumber],
  ['mem_limit', ['deploy', 'resources', 'limits', 'memory'], parseBytes],
  ['mem_reservation', ['deploy', 'resources', 'reservations', 'memory'], parseBytes],
  ['pids_limit', ['deploy', 'resources', 'limits', 'pids'], parseNumber],
];

function doubledLimits(service: Service): readonly Problem[] {
  return twins.flatMap(([key, path, read]): Problem[] => {
    const one = scalarAt(service, [key]);
    const other = scalarAt(service, path);
    const values = [one, other].map((node) => node && read(textOf(node).toLowerCase()));
    const [first, second] = values;
    if (!one || first === undefined || second === undefined || first === second) return [];
    // Nought counts as not written, but for the number of containers.
    if (key !== 'scale' && (first === 0 || second === 0)) return [];
    const at = spanOfNode(service.document, one);
    return at ? [{ rule: 'setting-conflicts', at, variant: 'twins', data: { key, other: path.join('.') } }] : [];
  });
}

/** A plain scalar among the own settings of a service. */
function scalarAt({ document, entry }: Service, path: readonly string[]): Scalar | undefined {
  const node = nodeAt(document.source.ast, entry.map, path);
  return isScalar(node) && !isEmpty(node) && !hasVariables(textOf(node)) && node.tag === undefined ? node : undefined;
}

function scaledName(service: Service): readonly Problem[] {
  const key = scalarAt(service, ['scale']) ? 'scale' : 'deploy.replicas';
  const count = scalarAt(service, key.split('.'));
  const number = count && parseNumber(textOf(count));
  const pair = service.pairs.get('container_name');
  if (number === undefined || number <= 1 || !pair || isEmpty(resolve(service.document.source.ast, pair.value))) return [];
  const at = spanOfKey(service.document, pair);
  return at ? [{ rule: 'setting-conflicts', at, variant: 'container-name', data: { key, count: String(number) } }] : [];
}

function dockerfileConflict({ document, entry }: Service): readonly Problem[] {
  const { ast } = document.source;
  const build = nodeAt(ast, entry.map, ['build']);
  if (!isMap(build) || [nodeAt(ast, build, ['dockerfile']), nodeAt(ast, build, ['dockerfile_inline'])].some(isEmpty)) return [];
  const pair = pairsOf(ast, build).get('dockerfile_inline');
  const at = pair && spanOfKey(document, pair);
  return at ? [{ rule: 'setting-conflicts', at, variant: 'dockerfile' }] : [];
}

function platformConflict(service: Service): readonly Problem[] {
  const platform = scalarAt(service, ['platform']);
  const { document, entry } = service;
  const list = nodeAt(document.source.ast, entry.map, ['build', 'platforms']);
  if (!platform || !isSeq(list) || list.items.length === 0) return [];
  const texts = list.items.map((item) => resolve(document.source.ast, item));
  const wanted = textOf(platform);
  if (!texts.every((item) => isScalar(item) && !hasVariables(textOf(item)))) return [];
  if (texts.some((item) => isScalar(item) && textOf(item) === wanted)) return [];
  const at = spanOfNode(document, platform);
  return at ? [{ rule: 'setting-conflicts', at, variant: 'platform', data: { value: wanted } }] : [];
}

function healthcheckTest({ document, entry }: Service): readonly Problem[] {
  const { ast } = document.source;
  const test = nodeAt(ast, entry.map, ['healthcheck', 'test']);
  const first = isSeq(test) && test.tag !== '!reset' ? resolve(ast, test.items[0]) : undefined;
  if (!isScalar(first) || typeof first.value !== 'string' || hasVariables(first.value)) return [];
  if (/^(?:CMD|CMD-SHELL|NONE)$/.test(first.value)) return [];
  const at = spanOfNode(document, first);
  return at
    ? [{ rule: 'value-formats', at: firstLine(document, at), variant: 'healthcheck', data: { value: first.value.slice(0, 60) } }]
    : [];
}

/** A place in the container at which a volume and a tmpfs are mounted. */
function mountConflicts({ document, entry }: Service): readonly Problem[] {
  const { ast } = document.source;
  const items = (key: string): readonly (Node | undefined)[] => {
    const node = nodeAt(ast, entry.map, [key]);
    return isSeq(node) ? node.items.map((item) => resolve(ast, item)) : [node];
  };
  const tmpfs = new Set(items('tmpfs').flatMap((item) => (isScalar(item) && !isEmpty(item) ? [parseTmpfs(textOf(item)).target] : [])));
  if (tmpfs.size === 0) return [];
  return items('volumes').flatMap((item): Problem[] => {
    const target = isMap(item) ? nodeAt(ast, item, ['target']) : item;
    const text = isScalar(target) && !isEmpty(target) ? textOf(target) : undefined;
    const mount = text !== undefined && !isMap(item) ? parseVolume(text) : undefined;
    const path = mount && 'target' in mount ? mount.target : isMap(item) ? text : undefined;
    const at = target && spanOfNode(document, target);
    if (path === undefined || !at || !tmpfs.has(path)) return [];
    return [{ rule: 'setting-conflicts', at: firstLine(document, at), variant: 'mounts', data: { path } }];
  });
}

function watchTargets({ document, entry }: Service): readonly Problem[] {
  const { ast } = document.source;
  const watch = nodeAt(ast, entry.map, ['develop', 'watch']);
  if (!isSeq(watch)) return [];
  return watch.items.flatMap((item): Problem[] => {
    const node = resolve(ast, item);
    if (!isMap(node)) return [];
    const action = nodeAt(ast, node, ['action']);
    const target = nodeAt(ast, node, ['target']);
    if (!isScalar(action) || !/^sync/.test(textOf(action)) || (isScalar(target) && target.value !== '' && !isEmpty(target))) return [];
    const at: Span | undefined = spanOfNode(document, action);
    return at ? [{ rule: 'required-keys', at, variant: 'watch', data: { value: textOf(action) } }] : [];
  });
}

/** How many devices, and which: only one of the two. */
function deviceConflicts({ document, entry }: Service): readonly Problem[] {
  const { ast } = document.source;
  const lists = [['deploy', 'resources', 'reservations', 'devices'], ['gpus']].map((path) => nodeAt(ast, entry.map, path));
  return lists
    .flatMap((list) => (isSeq(list) ? list.items : []))
    .flatMap((item): Problem[] => {
      const node = resolve(ast, item);
      const pair = isMap(node) ? pairOf(node, 'count') : undefined;
      if (!isMap(node) || !pair || !pairOf(node, 'device_ids')) return [];
      const at = spanOfKey(document, pair);
      return at ? [{ rule: 'setting-conflicts', at, variant: 'devices' }] : [];
    });
}
