import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { keyFacts } from '../values/labels.ts';
import { clusterOf } from '../wires/check.ts';
import { mayShare } from '../wires/match.ts';
import { stringAt } from '../../yaml/read.ts';
import { itemOf, writeKey } from '../../yaml/item.ts';
import { knownKeys } from './known-values.ts';
import { aboutField } from './fields.ts';
import { resolveAt, type Spot } from './spot.ts';
import { said } from './values.ts';

/** Offers the well-known keys of a map that the author fills, and in a ConfigMap or Secret those that others ask for. */
export function completeMapKeys(spot: Spot): readonly CompletionItem[] {
  const { place, resolution, context } = spot;
  if (!resolution) return [];
  const known = knownKeys(`${resolution.owner.name}#${resolution.field ?? ''}`).map((key) => ({ key, detail: undefined }));
  return [...known, ...askedKeys(spot)]
    .filter(({ key }) => !place.siblings.has(key))
    .map(({ key, detail }, index) => {
      const entry = resolveAt(spot, [...spot.path, key]);
      return itemOf(spot, {
        label: key,
        kind: CompletionItemKind.Property,
        text: writeKey(spot, key) + (place.hasColon ? '' : ': '),
        sort: `0${String(index).padStart(3, '0')}`,
        filter: place.quote === '' ? undefined : writeKey(spot, key),
        detail,
        documentation: said(keyFacts(key), context.locale) ?? (entry && aboutField(entry, context)),
      });
    });
}

/** The keys of this ConfigMap or Secret that others name. */
function askedKeys(spot: Spot): readonly { readonly key: string; readonly detail: string }[] {
  const { resolution, kind, model, context, root, document, namespace } = spot;
  const isData = resolution?.field === 'data' || resolution?.field === 'stringData';
  const name = stringAt(document.source.ast, root, ['metadata', 'name']);
  if (!isData || (kind !== 'ConfigMap' && kind !== 'Secret') || name === undefined) return [];
  const asked = new Map<string, string>();
  for (const { resource } of clusterOf(model, context).everything())
    for (const { target, name: named, namespace: at, parts } of resource.references)
      if (target === `/${kind}` && named.text === name && mayShare(at ?? resource.namespace, namespace))
        for (const part of parts) asked.set(part.text, `${resource.kind}/${resource.name?.text ?? ''}`);
  return [...asked].map(([key, detail]) => ({ key, detail }));
}
