import type { Cluster, Placed } from './cluster.ts';
import { entitiesOf, type Entity, type Found } from './find.ts';
import { mayShare } from './match.ts';
import { chosenBy } from './pods.ts';

/** A place in the workspace that stands for an entity. */
export interface PlacedFound extends Found {
  readonly placed: Placed;
}

/**
 * Everywhere in the workspace where an entity is named.
 * @param from the resource in which it was found: volumes and container ports only count around it
 */
export function occurrencesOf(cluster: Cluster, from: Placed, entity: Entity): readonly PlacedFound[] {
  return placesOf(cluster, from, entity).flatMap((placed) =>
    entitiesOf(placed.resource)
      .filter((found) => isSame(found.entity, entity))
      .map((found) => ({ ...found, placed })),
  );
}

/** The resources in which an entity may be named. */
function placesOf(cluster: Cluster, from: Placed, entity: Entity): readonly Placed[] {
  if (entity.what === 'volume') return [from];
  if (entity.what === 'container port') return portNeighbours(cluster, from);
  return cluster.everything();
}

/** The Pods and the Services that choose them, from either side. */
function portNeighbours(cluster: Cluster, from: Placed): readonly Placed[] {
  const [selection] = from.resource.key === '/Service' ? from.resource.selections : [];
  const makers = selection ? chosenBy(cluster, from.resource, selection) : [from];
  const services = cluster.all('/Service').filter(({ resource }) => {
    const [choice] = resource.selections;
    return (
      choice !== undefined && choice.conditions.length > 0 && makers.some((maker) => chosenBy(cluster, resource, choice).includes(maker))
    );
  });
  return [...new Set([from, ...makers, ...services])];
}

function isSame(one: Entity, other: Entity): boolean {
  switch (one.what) {
    case 'resource':
      return other.what === 'resource' && one.key === other.key && one.name === other.name && mayShare(one.namespace, other.namespace);
    case 'key':
    case 'service port':
      return other.what === one.what && one.name === other.name && isSame(one.owner, other.owner);
    case 'label':
      return other.what === 'label' && one.key === other.key && one.value === other.value && mayShare(one.namespace, other.namespace);
    default:
      return other.what === one.what && one.name === other.name;
  }
}
