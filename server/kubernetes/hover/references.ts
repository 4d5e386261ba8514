import { isScalar } from 'yaml';
import { nodeAt } from '../../yaml/read.ts';
import { groupOf } from '../model.ts';
import { shown, shownList, type Lines } from '../../say.ts';
import { clusterOf } from '../wires/check.ts';
import type { Placed } from '../wires/cluster.ts';
import { mayShare, selects } from '../wires/match.ts';
import { summarise } from '../wires/summary.ts';
import type { Resource } from '../wires/types.ts';
import type { Spot } from './spot.ts';

/** What a name refers to, and from a resource's own name, who refers to it. */
export function referenceLead(spot: Spot): Lines {
  const { manifest, path, field } = spot;
  if (manifest.document.source.templated) return [];
  return field === 'ObjectMeta#name' && path.length === 2 ? usersOf(spot) : targetOf(spot);
}

/** Where that stands which the value under the cursor names. Nothing when it is not found: rules say so where it matters. */
function targetOf(spot: Spot): Lines {
  const { manifest, path, model, file } = spot;
  const node = nodeAt(manifest.document.source.ast, manifest.root, path);
  const range = isScalar(node) ? node.range : undefined;
  if (!range) return [];
  const isHere = ({ mark }: { readonly mark: { readonly start: number } }): boolean => range[0] <= mark.start && mark.start < range[1];
  for (const resource of summarise(manifest.document).resources) {
    const reference = resource.references.find(({ name, parts }) => isHere(name) || parts.some(isHere));
    if (!reference) continue;
    const namespace = reference.namespace ?? resource.namespace;
    const found = clusterOf(model, file)
      .named(reference.target, reference.name.text)
      .filter((placed) => mayShare(placed.resource.namespace, namespace));
    return found.slice(0, 2).map((placed) => {
      const line = placed.line + placed.resource.mark.line + 1;
      const other = placed.path === file.path ? undefined : shown(placed.path);
      return {
        ko: `→ ${shown(nameOf(placed.resource))}: ${other === undefined ? '이 파일' : other} ${line}번째 줄`,
        en: `→ ${shown(nameOf(placed.resource))}: ${other === undefined ? 'this file' : other}, line ${line}`,
      };
    });
  }
  return [];
}

/** Who names a resource, and whose selectors choose its Pods. */
function usersOf({ manifest, model, file }: Spot): Lines {
  const { name, namespace, kind } = manifest;
  const key = `${groupOf(manifest)}/${kind}`;
  const cluster = clusterOf(model, file);
  const self = cluster.named(key, name ?? '').find((placed) => placed.path === file.path && placed.resource.namespace === namespace);
  const pods = self?.resource.pods;
  const isUser = ({ resource }: Placed): boolean =>
    resource.references.some(
      (reference) =>
        reference.target === key && reference.name.text === name && mayShare(reference.namespace ?? resource.namespace, namespace),
    ) ||
    (pods !== undefined &&
      resource !== self?.resource &&
      mayShare(resource.namespace, namespace) &&
      resource.selections.some(
        ({ place, conditions }) =>
          /^(?:core\/ServiceSpec|policy\/|networking\.k8s\.io\/NetworkPolicySpec)/.test(place) &&
          conditions.length > 0 &&
          selects(conditions, pods.labels),
      ));
  const users = [
    ...new Set(
      cluster
        .everything()
        .filter(isUser)
        .map(({ resource }) => nameOf(resource)),
    ),
  ];
  return users.length === 0 ? [] : [{ ko: `쓰는 곳: ${shownList(users)}`, en: `Used by ${shownList(users)}` }];
}

function nameOf({ kind, name }: Resource): string {
  return `${kind}/${name?.text ?? ''}`;
}
