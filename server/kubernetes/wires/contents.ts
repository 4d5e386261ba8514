import { isScalar, type Document, type Node, type YAMLMap } from 'yaml';
import { mapAt, mapsAt, nodeAt, pairsOf, scalarsOf, stringAt } from '../../yaml/read.ts';
import type { Marker } from '../../yaml/marks.ts';
import type { ContainerPort, Name, PodsMade, ServicePort } from './types.ts';

/** The Pods that a template makes. */
export function podsMade(ast: Document, marker: Marker, template: YAMLMap, labels: YAMLMap | undefined): PodsMade {
  const spec = mapAt(ast, template, ['spec']);
  const images = ['containers', 'initContainers']
    .flatMap((field) => mapsAt(ast, spec, [field]))
    .flatMap((container) => stringAt(ast, container, ['image']) ?? []);
  return { labels: scalarsOf(ast, labels), ports: containerPorts(ast, marker, spec), images };
}

function containerPorts(ast: Document, marker: Marker, spec: YAMLMap | undefined): readonly ContainerPort[] {
  return ['containers', 'initContainers']
    .flatMap((field) => mapsAt(ast, spec, [field]))
    .flatMap((container) => mapsAt(ast, container, ['ports']))
    .flatMap((port): ContainerPort[] => {
      const number = nodeAt(ast, port, ['containerPort']);
      const mark = number && marker.mark(number);
      if (!mark) return [];
      const protocol = stringAt(ast, port, ['protocol']) ?? 'TCP';
      return [{ name: marker.name(nodeAt(ast, port, ['name'])), number: numberOf(number), mark, protocol }];
    });
}

/** The ports of a Service. */
export function servicePorts(ast: Document, marker: Marker, root: YAMLMap): readonly ServicePort[] {
  return mapsAt(ast, root, ['spec', 'ports']).flatMap((port): ServicePort[] => {
    const number = nodeAt(ast, port, ['port']);
    const mark = number && marker.mark(number);
    if (!mark) return [];
    return [
      {
        name: marker.name(nodeAt(ast, port, ['name'])),
        number: numberOf(number),
        mark,
        target: marker.name(nodeAt(ast, port, ['targetPort'])),
        protocol: stringAt(ast, port, ['protocol']) ?? 'TCP',
      },
    ];
  });
}

function numberOf(node: Node | undefined): number | undefined {
  return isScalar(node) && typeof node.value === 'number' ? node.value : undefined;
}

/** The keys of a ConfigMap or Secret. */
export function dataKeys(ast: Document, marker: Marker, root: YAMLMap): readonly Name[] {
  return ['data', 'stringData', 'binaryData'].flatMap((field) => {
    const map = mapAt(ast, root, [field]);
    return map ? [...pairsOf(ast, map).values()].flatMap(({ key }) => marker.name(key) ?? []) : [];
  });
}
