import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { textsAt } from '../../yaml/read.ts';
import { groupOf } from '../model.ts';
import { apiGroupFacts, resourceFacts } from '../values/rbac.ts';
import { valueItem } from '../../yaml/item.ts';
import type { Spot } from './spot.ts';
import { said } from './values.ts';

/** Parts of resources that roles speak of, with their groups. */
const parts: readonly (readonly [group: string, resource: string])[] = [
  ['', 'pods/log'],
  ['', 'pods/exec'],
  ['', 'pods/portforward'],
  ['', 'pods/status'],
  ['', 'services/proxy'],
  ['apps', 'deployments/scale'],
  ['apps', 'deployments/status'],
  ['apps', 'statefulsets/scale'],
];

/** Offers API groups and resources in the rules of a Role: the resources of the groups that the rule names already. */
export function completeAccess(spot: Spot): readonly CompletionItem[] {
  const { resolution, context } = spot;
  if (resolution?.owner.name !== 'PolicyRule') return [];
  const offer = (value: string, index: number, documentation: ReturnType<typeof said>, detail?: string): CompletionItem =>
    valueItem(spot, {
      value,
      isString: true,
      kind: CompletionItemKind.EnumMember,
      sort: `0${String(index).padStart(3, '0')}`,
      detail,
      documentation,
    });
  const kinds = spot.schema.kindsOf().filter(({ list, removed, plural }) => list !== true && removed !== true && plural !== undefined);
  if (resolution.field === 'apiGroups') {
    const groups = [...new Set(kinds.map(groupOf))].sort();
    return groups.map((group, index) => offer(group, index, said(apiGroupFacts(group, kinds), context.locale)));
  }
  if (resolution.field !== 'resources') return [];
  const rule = spot.path.slice(0, spot.path.lastIndexOf('resources'));
  const groups = textsAt(spot.document.source.ast, spot.root, [...rule, 'apiGroups']).map((group) => group.replaceAll(/["']/g, ''));
  const isMeant = (group: string): boolean => groups.length === 0 || groups.includes('*') || groups.includes(group);
  const names = new Map<string, string>();
  for (const kind of kinds) if (isMeant(groupOf(kind)) && kind.plural !== undefined) names.set(kind.plural, groupOf(kind));
  for (const [group, part] of parts) if (isMeant(group)) names.set(part, group);
  return [...names]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, group], index) =>
      offer(name, index, said(resourceFacts(name, [group], kinds), context.locale), group === '' ? 'core' : group),
    );
}
