import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { mapAt, scalarsOf } from '../../yaml/read.ts';
import { keyFacts } from '../values/labels.ts';
import { clusterOf } from '../wires/check.ts';
import { mayShare } from '../wires/match.ts';
import { unversioned } from '../wires/reach.ts';
import { itemOf, valueItem, writeKey, writeValue } from '../../yaml/item.ts';
import { annotationKeys, labelKeys, podSecurityKeys, valuesOfKey } from './known-values.ts';
import { whereabouts } from './names.ts';
import type { Spot } from './spot.ts';
import { said } from './values.ts';

/** A label that somebody has. */
interface Label {
  readonly key: string;
  readonly value: string;
  /** Whose it is. */
  readonly detail: string;
  /** Whether it is of the same manifest. */
  readonly isOwn: boolean;
}

/** What a map of labels is for. */
type Role = 'selector' | 'pods' | 'resource' | 'annotations';

function roleOf({ resolution, path }: Spot): Role | undefined {
  if (!resolution) return undefined;
  const place = `${unversioned(resolution.owner.id)}#${resolution.field ?? ''}`;
  if (place === 'meta/LabelSelector#matchLabels' || place === 'core/ServiceSpec#selector') return 'selector';
  if (place === 'meta/ObjectMeta#annotations') return 'annotations';
  if (place !== 'meta/ObjectMeta#labels') return undefined;
  return path.includes('template') ? 'pods' : 'resource';
}

/** Offers labels as `key: value` where a map of labels or annotations is written. */
export function completeLabelKeys(spot: Spot): readonly CompletionItem[] {
  const role = roleOf(spot);
  if (!role) return [];
  const { place, context } = spot;
  const seen = new Set<string>();
  const labels = role === 'annotations' ? [] : labelsAround(spot, role);
  const pairs = labels
    .filter(({ key, value }) => !place.siblings.has(key) && !seen.has(`${key}=${value}`) && seen.add(`${key}=${value}`))
    .slice(0, 200)
    .map(({ key, value, detail, isOwn }, index) =>
      itemOf(spot, {
        label: `${key}: ${value}`,
        kind: CompletionItemKind.Reference,
        text: place.hasColon ? writeKey(spot, key) : `${writeKey(spot, key)}: ${writeValue(noQuote(spot), value, true)}`,
        sort: `${isOwn ? 0 : 1}${String(index).padStart(3, '0')}`,
        filter: writeKey(spot, key),
        detail,
        documentation: said(keyFacts(key), context.locale),
      }),
    );
  return [...pairs, ...knownKeyItems(spot, role)];
}

function knownKeyItems(spot: Spot, role: Role): readonly CompletionItem[] {
  const { place, context, kind } = spot;
  if (role === 'selector') return [];
  const keys = [
    ...(kind === 'Namespace' && role === 'resource' ? podSecurityKeys : []),
    ...(role === 'annotations' ? annotationKeys : labelKeys),
  ];
  return keys
    .filter((key) => !place.siblings.has(key))
    .map((key, index) =>
      itemOf(spot, {
        label: key,
        kind: CompletionItemKind.Property,
        text: writeKey(spot, key) + (place.hasColon ? '' : ': '),
        sort: `4${String(index).padStart(3, '0')}`,
        filter: place.quote === '' ? undefined : writeKey(spot, key),
        documentation: said(keyFacts(key), context.locale),
      }),
    );
}

/** Offers the values that a label has elsewhere, and those of well-known keys. */
export function completeLabelValues(spot: Spot): readonly CompletionItem[] {
  const role = roleOf(spot);
  const key = spot.resolution?.mapKey;
  if (!role || key === undefined) return [];
  const seen = new Set<string>();
  const used = role === 'annotations' ? [] : labelsAround(spot, role).filter((label) => label.key === key);
  const known = valuesOfKey(key).map((value): Label => ({ key, value, detail: '', isOwn: false }));
  return [...used, ...known]
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .slice(0, 200)
    .map(({ value, detail }, index) =>
      valueItem(spot, { value, isString: true, kind: CompletionItemKind.Reference, sort: `0${String(index).padStart(3, '0')}`, detail }),
    );
}

/** The labels that may be meant: those of the manifest itself first, then those of Pods for a selector, else those of the other resources. */
function labelsAround(spot: Spot, role: Role): readonly Label[] {
  const { ast } = spot.document.source;
  const own = (role === 'selector' ? ownLabels : ownSelectors).flatMap((path) =>
    [...scalarsOf(ast, mapAt(ast, spot.root, path))].map(([key, value]): Label => ({ key, value, detail: path.join('.'), isOwn: true })),
  );
  const cluster = clusterOf(spot.model, spot.context);
  const makers = cluster.podMakers().filter(({ resource }) => mayShare(spot.namespace, resource.namespace));
  const others =
    role === 'resource'
      ? cluster.everything().flatMap((placed) => [...placed.resource.labels].map(([key, value]) => ({ key, value, placed })))
      : makers.flatMap((placed) => [...(placed.resource.pods?.labels ?? [])].map(([key, value]) => ({ key, value, placed })));
  return [
    ...own.filter(({ value }) => value !== ''),
    ...others
      .filter(({ value }) => value !== '')
      .map(({ key, value, placed }): Label => ({ key, value, detail: whereabouts(placed), isOwn: false })),
  ];
}

const ownLabels: readonly (readonly string[])[] = [
  ['spec', 'template', 'metadata', 'labels'],
  ['metadata', 'labels'],
];
const ownSelectors: readonly (readonly string[])[] = [['spec', 'selector', 'matchLabels'], ...ownLabels];

/** The same spot for a value that does not take the place of what is typed. */
function noQuote(spot: Spot): Spot {
  return spot.place.style === 'json' ? spot : { ...spot, place: { ...spot.place, quote: '' } };
}
