import { asList, asMap, asText, below, isList, textsOf } from '../plain.ts';
import { byteQuantity, bytesOf, cpuQuantity } from '../read/units.ts';
import { map, pair, type Pair } from '../write/yaml.ts';
import { remark, tell, type ServiceContext } from './context.ts';
import { knownImage } from './known-images.ts';
import { say } from './texts.ts';

/** Requests and limits of a container; where Compose says none, a start that has to be measured. */
export function resourcePair(context: ServiceContext): Pair | undefined {
  const { node } = context;
  const limits = below(node['deploy'], 'resources', 'limits');
  const reservations = below(node['deploy'], 'resources', 'reservations');
  const memory = memoryOf(asText(below(limits, 'memory')) ?? asText(node['mem_limit']));
  const reserved = memoryOf(asText(below(reservations, 'memory')) ?? asText(node['mem_reservation']));
  const cpu = cpuQuantity(asText(below(limits, 'cpus')) ?? asText(node['cpus']) ?? '');
  const reservedCpu = cpuQuantity(asText(below(reservations, 'cpus')) ?? '');
  const gpus = gpusOf(context);
  const isGuess = memory === undefined;
  const guess = knownImage(context.image) ? 1024 ** 3 : 512 * 1024 ** 2;
  if (isGuess) remark(context, 'decide', 'deploy.resources', say.resources);
  const limit = memory ?? Math.max(guess, reserved ?? 0);
  const request = Math.min(reserved ?? (isGuess ? limit / 2 : limit), limit);
  return pair(
    'resources',
    map(
      pair(
        'requests',
        map(pair('cpu', reservedCpu ?? (cpu !== undefined && milli(cpu) < 100 ? cpu : '100m')), pair('memory', byteQuantity(request))),
        reservedCpu === undefined && !isGuess ? tell(context, say.requests) : undefined,
      ),
      pair('limits', map(pair('cpu', cpu), pair('memory', byteQuantity(limit)), pair('nvidia.com/gpu', gpus))),
    ),
    tell(context, isGuess ? say.resourcesComment : say.limits),
  );
}

function memoryOf(text: string | undefined): number | undefined {
  const bytes = bytesOf(text ?? '');
  return bytes !== undefined && bytes > 0 ? bytes : undefined;
}

function milli(cpu: string): number {
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Number(cpu) * 1000;
}

/** How many GPUs are asked for. */
function gpusOf(context: ServiceContext): number | undefined {
  const { node } = context;
  const short = node['gpus'];
  const devices = [...asList(below(node['deploy'], 'resources', 'reservations', 'devices')), ...(isList(short) ? short : [])].map((item) =>
    asMap(item),
  );
  const gpu = devices.find((device) => device && (device['capabilities'] === undefined || textsOf(device['capabilities']).includes('gpu')));
  if (!gpu && (typeof short !== 'string' || short === '')) return undefined;
  const ids = textsOf(gpu?.['device_ids']);
  const count = Number(asText(gpu?.['count']) ?? (ids.length > 0 ? ids.length : ''));
  if (Number.isInteger(count) && count > 0 && count < 1000) {
    remark(context, 'changed', 'gpus', say.gpus);
    return count;
  }
  remark(context, 'decide', 'gpus', say.allGpus);
  return 1;
}
