import type { DrawingKind } from '../../drawing/drawing.ts';
import { parseImage } from '../../image.ts';
import { baseName } from '../../text/path.ts';
import { plainAt, plainCount, plainList, plainText, plainTexts } from '../wires/plain.ts';
import type { KindKey, Resource } from '../wires/types.ts';

const kinds: Readonly<Record<KindKey, DrawingKind>> = {
  '/Service': 'network',
  'networking.k8s.io/Ingress': 'route',
  'extensions/Ingress': 'route',
  'gateway.networking.k8s.io/HTTPRoute': 'route',
  'gateway.networking.k8s.io/GRPCRoute': 'route',
  'gateway.networking.k8s.io/Gateway': 'route',
  '/ConfigMap': 'config',
  '/Secret': 'secret',
  '/PersistentVolumeClaim': 'volume',
  '/PersistentVolume': 'volume',
  '/ServiceAccount': 'account',
  '/Pod': 'workload',
};

/** What a kind looks like. */
export function lookOf(key: KindKey, makesPods: boolean): DrawingKind {
  return makesPods ? 'workload' : (kinds[key] ?? 'control');
}

/** Most images and hosts that are told. */
const listLimit = 3;

/** What is most telling of a resource, a line each. */
export function detailOf({ key, pods, ports, object }: Resource): readonly string[] {
  const count = (path: readonly string[]): number | undefined => plainCount(object, path);
  if (pods) {
    const replicas = count(['spec', 'replicas']);
    const schedule = plainText(object, ['spec', 'schedule']);
    return [
      ...(replicas === undefined ? [] : [`replicas: ${replicas}`]),
      ...(schedule === undefined ? [] : [schedule]),
      ...few(pods.images.map(shortImage)),
    ];
  }
  switch (key) {
    case '/Service': {
      const isHeadless = plainAt(object, ['spec', 'clusterIP']) === 'None';
      const numbers = ports.flatMap(({ number }) => (number === undefined ? [] : [`:${number}`]));
      return [[isHeadless ? 'headless' : (plainText(object, ['spec', 'type']) ?? 'ClusterIP'), ...few(numbers)].join(' ')];
    }
    case 'networking.k8s.io/Ingress':
      return few(plainList(object, ['spec', 'rules']).flatMap((rule) => plainText(rule, ['host']) ?? []));
    case 'gateway.networking.k8s.io/HTTPRoute':
    case 'gateway.networking.k8s.io/GRPCRoute':
      return few(plainTexts(object, ['spec', 'hostnames']));
    case '/PersistentVolumeClaim': {
      const storage = plainAt(object, ['spec', 'resources', 'requests', 'storage']);
      return typeof storage === 'string' ? [storage] : [];
    }
    case 'autoscaling/HorizontalPodAutoscaler':
      return [`${count(['spec', 'minReplicas']) ?? 1}–${count(['spec', 'maxReplicas']) ?? '?'} Pods`];
    default:
      return [];
  }
}

function few(texts: readonly string[]): readonly string[] {
  const unique = [...new Set(texts)];
  return unique.length > listLimit ? [...unique.slice(0, listLimit - 1), `… +${unique.length - listLimit + 1}`] : unique;
}

/** An image without its registry and folders. */
function shortImage(text: string): string {
  const image = parseImage(text);
  return image ? `${baseName(image.repository)}${image.tag === undefined ? '' : `:${image.tag}`}` : text;
}
