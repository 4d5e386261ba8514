import { isMap, type YAMLMap } from 'yaml';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { mapAt, mapsAt, nodeAt, scalarsOf, stringAt, textAt } from '../../yaml/read.ts';
import type { Path } from '../../yaml/path.ts';
import { clusterOf } from '../wires/check.ts';
import { mayShare } from '../wires/match.ts';
import { unversioned } from '../wires/reach.ts';
import { valueItem } from '../../yaml/item.ts';
import { whereabouts } from './names.ts';
import type { Spot } from './spot.ts';

/** Offers what a field names inside its own Pod: volumes, and ports of the container; and behind a Service, the ports of its Pods. */
export function completePodParts(spot: Spot): readonly CompletionItem[] {
  const { resolution } = spot;
  const place = resolution && `${unversioned(resolution.owner.id)}#${resolution.field ?? ''}`;
  switch (place) {
    case 'core/VolumeMount#name':
    case 'core/VolumeDevice#name':
      return volumes(spot);
    case 'core/HTTPGetAction#port':
    case 'core/TCPSocketAction#port':
      return containerPorts(spot, true);
    case 'core/GRPCAction#port':
      return containerPorts(spot, false);
    case 'core/ServicePort#targetPort':
      return servedPorts(spot, ['spec', 'selector']);
    case 'networking.k8s.io/NetworkPolicyPort#port':
      return servedPorts(spot, spot.path[1] === 'ingress' ? ['spec', 'podSelector', 'matchLabels'] : []);
    default:
      return [];
  }
}

/** The path of the Pod's spec around the cursor. */
function specPath({ path }: Spot): Path | undefined {
  const at = path.findLastIndex((step) => step === 'containers' || step === 'initContainers' || step === 'ephemeralContainers');
  return at < 0 ? undefined : path.slice(0, at);
}

function volumes(spot: Spot): readonly CompletionItem[] {
  const path = specPath(spot);
  if (!path) return [];
  const { ast } = spot.document.source;
  const names = mapsAt(ast, spot.root, [...path, 'volumes']).flatMap((volume) => {
    const name = stringAt(ast, volume, ['name']);
    const source = volume.items.map(({ key }) => String(key)).find((key) => key !== 'name');
    return name === undefined ? [] : [{ name, detail: source ?? 'volume' }];
  });
  const claims = mapsAt(ast, spot.root, ['spec', 'volumeClaimTemplates']).flatMap((claim) => {
    const name = stringAt(ast, claim, ['metadata', 'name']);
    return name === undefined ? [] : [{ name, detail: 'volumeClaimTemplates' }];
  });
  return [...names, ...claims].map(({ name, detail }, index) =>
    valueItem(spot, {
      value: name,
      isString: true,
      kind: CompletionItemKind.Reference,
      sort: `0${String(index).padStart(3, '0')}`,
      detail,
    }),
  );
}

/** The ports that a container declares, by name (where a name will do) and number. */
function containerPorts(spot: Spot, named: boolean): readonly CompletionItem[] {
  const path = specPath(spot);
  const { ast } = spot.document.source;
  const container = path && nodeAt(ast, spot.root, spot.path.slice(0, path.length + 2));
  if (!isMap(container)) return [];
  return mapsAt(ast, container, ['ports']).flatMap((port, index) => portItems(spot, port, index, named));
}

function portItems(spot: Spot, port: YAMLMap, index: number, named: boolean): readonly CompletionItem[] {
  const { ast } = spot.document.source;
  const name = named ? stringAt(ast, port, ['name']) : undefined;
  const number = textAt(ast, port, ['containerPort']);
  return [
    ...(name === undefined ? [] : [portItem(spot, name, true, `0${index}a`, number)]),
    ...(number === undefined || !/^\d+$/.test(number) ? [] : [portItem(spot, number, false, `0${index}b`, name)]),
  ];
}

function portItem(spot: Spot, value: string, isString: boolean, sort: string, detail: string | undefined): CompletionItem {
  return valueItem(spot, { value, isString, kind: CompletionItemKind.Reference, sort, detail });
}

/** The ports of the Pods that the labels of the manifest around the cursor choose; those of all Pods while they choose none. */
function servedPorts(spot: Spot, labels: Path): readonly CompletionItem[] {
  const { ast } = spot.document.source;
  const selector = labels.length === 0 ? [] : [...scalarsOf(ast, mapAt(ast, spot.root, labels))];
  const around = clusterOf(spot.model, spot.context)
    .podMakers()
    .filter(({ resource }) => mayShare(spot.namespace, resource.namespace));
  const chosen = around.filter(({ resource }) => selector.every(([key, value]) => resource.pods?.labels.get(key) === value));
  const seen = new Set<string>();
  return (chosen.length > 0 ? chosen : around)
    .slice(0, 100)
    .flatMap((placed) =>
      (placed.resource.pods?.ports ?? []).flatMap(({ name, number }) => [
        ...(name ? [{ text: name.text, isString: true, placed, other: number }] : []),
        ...(number === undefined ? [] : [{ text: String(number), isString: false, placed, other: name?.text }]),
      ]),
    )
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .map(({ text, isString, placed, other }, index) =>
      portItem(
        spot,
        text,
        isString,
        `0${String(index).padStart(3, '0')}`,
        `${other === undefined ? '' : `${other} · `}${whereabouts(placed)}`,
      ),
    );
}
