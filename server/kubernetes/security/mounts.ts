import type { YAMLMap } from 'yaml';
import { mapsAt, stringAt } from '../../yaml/read.ts';
import type { Pod } from './pod.ts';

/** The `volumeMounts` of a Pod's containers that mount the volume of this name. */
export function mountsOf({ ast, containers }: Pod, volume: string): readonly YAMLMap[] {
  return containers.flatMap(({ node }) =>
    mapsAt(ast, node, ['volumeMounts']).filter((mount) => volume !== '' && stringAt(ast, mount, ['name']) === volume),
  );
}
