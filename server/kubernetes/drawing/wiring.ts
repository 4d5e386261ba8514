import { folderOf } from '../../text/path.ts';
import type { Cluster, Placed } from '../wires/cluster.ts';
import { mayShare } from '../wires/match.ts';
import { mayMakePods } from '../wires/operators.ts';
import { chosenBy } from '../wires/pods.ts';
import { isMadeElsewhere, targetsOf } from '../wires/resolve.ts';
import type { KindKey, Mark, Reference, Selection } from '../wires/types.ts';

/** A line from a resource: to another one, or to a name that nothing in the workspace has. */
export interface Wiring {
  readonly from: Placed;
  readonly to: Placed | Loose;
  readonly label?: string;
  /** Chooses by labels instead of naming, and only watches or limits what it chooses. */
  readonly isDashed?: boolean;
  /** The target is there, but not the key or port that is named along with it. */
  readonly isBroken?: boolean;
}

/** A name, or labels, that nothing answers to. */
export interface Loose {
  readonly kind: string;
  readonly key: KindKey;
  readonly name: string;
  /** Where it is written, in the document of the resource that names it. */
  readonly mark: Mark;
  /** Whether it seems forgotten, and not only kept elsewhere. */
  readonly isMissing: boolean;
}

/** Selectors that are drawn; those of workloads choose their own Pods. */
const drawnSelections: Readonly<Record<string, { readonly isDashed: boolean }>> = {
  'core/ServiceSpec#selector': { isDashed: false },
  'policy/PodDisruptionBudgetSpec#selector': { isDashed: true },
  'networking.k8s.io/NetworkPolicySpec#podSelector': { isDashed: true },
};

/** Kinds that nobody writes for an application: they are drawn where the workspace has them, and otherwise taken for granted. */
const takenForGranted =
  /^\/(?:Namespace|Node|User|Group)$|Class$|^rbac\.authorization\.k8s\.io\/ClusterRole$|^gateway\.networking\.k8s\.io\/Gateway$/;

/** Most resources that one name or selector is drawn to. */
const targetLimit = 50;

/** Finds what a resource leads to. */
export type FindWiring = (from: Placed) => readonly Wiring[];

/**
 * Looks at a cluster for the lines of a picture.
 * @param all every resource of it
 * @param isComplete whether every file was looked at, so that what is not found is missing
 */
export function findWiring(cluster: Cluster, all: readonly Placed[], isComplete: boolean): FindWiring {
  // What an operator may make Pods of: few, where there may be many selectors.
  const operated = all.filter(({ resource: { key } }) => key.slice(0, key.indexOf('/')).includes('.'));
  const choices = new Map<string, readonly Placed[]>();

  function chosenPods({ resource }: Placed, selection: Selection): readonly Placed[] {
    const conditions = selection.conditions.map(({ key, operator, values }) => [key, operator, values]);
    const asked = JSON.stringify([selection.everywhere, resource.namespace, conditions]);
    let found = choices.get(asked);
    if (!found) choices.set(asked, (found = chosenBy(cluster, resource, selection).slice(0, targetLimit)));
    return found;
  }

  function targetsNamed({ resource }: Placed, reference: Reference): readonly Placed[] {
    const asked = JSON.stringify([reference.target, reference.name.text, reference.namespace ?? resource.namespace]);
    let found = choices.get(asked);
    if (!found) choices.set(asked, (found = targetsOf(cluster, resource, reference).slice(0, targetLimit)));
    return found;
  }

  function chosen(from: Placed, selection: Selection): readonly Wiring[] {
    const { conditions, place, mark } = selection;
    const drawn = drawnSelections[place];
    if (!drawn) return [];
    const style = drawn.isDashed ? { isDashed: true } : portsOf(from);
    const found = nearest(chosenPods(from, selection), from);
    if (found.length > 0 || conditions.length === 0) return found.map((to) => ({ from, to, ...style }));
    if (operated.some(({ resource }) => mayMakePods(resource, conditions))) return [];
    const name = conditions.map(({ key, values }) => (values.length > 0 ? `${key}=${values.join('|')}` : key)).join(', ');
    return [{ from, to: { kind: 'Pod', key: '/Pod', name, mark, isMissing: isComplete }, ...style }];
  }

  function named(from: Placed, reference: Reference): readonly Wiring[] {
    const { target, name, parts, optional } = reference;
    const ports = parts.filter(({ kind }) => kind !== 'key').map(({ text }) => text);
    const label = ports.length > 0 ? { label: `:${ports.join(', ')}` } : {};
    const targets = nearest(targetsNamed(from, reference), from);
    // That the Service leads back to the Pods says the same.
    if (targets.length > 0 && reference.place === 'apps/StatefulSetSpec#serviceName') return [];
    if (targets.length > 0) {
      return targets.map((to): Wiring => {
        const lost = optional ? [] : parts.filter((part) => !hasPart(to, part));
        return lost.length > 0
          ? { from, to, label: lost.map(({ text }) => `${text}?`).join(', '), isBroken: true }
          : { from, to, ...label };
      });
    }
    if (takenForGranted.test(target) || (target === '/ServiceAccount' && name.text === 'default')) return [];
    if (isMadeElsewhere(cluster, from.resource, reference)) return [];
    const { namespace } = from.resource;
    const isMissing = isComplete && !optional && cluster.all(target).some(({ resource }) => mayShare(namespace, resource.namespace));
    return [{ from, to: { kind: kindOf(target), key: target, name: name.text, mark: name.mark, isMissing }, ...label }];
  }

  return (from) => [
    ...from.resource.references.flatMap((reference) => named(from, reference)),
    ...from.resource.selections.flatMap((selection) => chosen(from, selection)),
  ];
}

function hasPart({ resource: { keys, ports, key } }: Placed, part: Reference['parts'][number]): boolean {
  if (part.kind === 'key') return keys === undefined || keys.some(({ text }) => text === part.text);
  if (key !== '/Service' || ports.length === 0) return true;
  return part.kind === 'port name'
    ? ports.some(({ name }) => name?.text === part.text)
    : ports.some(({ number }) => String(number) === part.text);
}

function portsOf({ resource: { ports } }: Placed): { readonly label?: string } {
  const told = ports.flatMap(({ number, target }) =>
    number === undefined ? [] : [target && target.text !== String(number) ? `${number}→${target.text}` : String(number)],
  );
  return told.length > 0 ? { label: told.join(', ') } : {};
}

/** Of resources of one name in several environments those that surely belong together: in the same file, else in the same folder, else all. */
function nearest(targets: readonly Placed[], from: Placed): readonly Placed[] {
  if (targets.length < 2) return targets;
  const sameNamespace = targets.filter(({ resource }) => resource.namespace === from.resource.namespace);
  const around = sameNamespace.length > 0 ? sameNamespace : targets;
  const inFile = around.filter(({ path }) => path === from.path);
  if (inFile.length > 0) return inFile;
  const beside = around.filter(({ path }) => folderOf(path) === folderOf(from.path));
  return beside.length > 0 ? beside : around;
}

function kindOf(key: KindKey): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
