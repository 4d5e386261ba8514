import { isMap, isScalar, type Node } from 'yaml';
import type { Span } from '../../text/span.ts';
import { isEmpty, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import type { ListValue } from '../schema/types.ts';
import { problem, spanAt, type Place } from './place.ts';
import { shortened } from './judge-value.ts';
import { groupAndName } from './type-name.ts';

/** What the API server takes for a key that an item leaves out. */
const defaults: Readonly<Record<string, string>> = { protocol: 'TCP' };

/**
 * Lists whose duplicates a plain `kubectl apply` gets past, and that are a mistake all the same: server-side apply, which Flux and
 * others use, refuses them. https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
const refusedByServerSideApply: readonly string[] = ['core/Container#ports'];

/** Items of a list that the API server cannot tell apart. Later ones are reported, at the key that repeats. */
export function duplicateItems(place: Place, field: string, value: ListValue, items: readonly unknown[]): void {
  const isLenient = value.lenient && !refusedByServerSideApply.includes(`${groupAndName(place.type.id)}#${field}`);
  if (isLenient || (!value.keys && !value.unique)) return;
  const { ast } = place.manifest.document.source;
  const seen = new Set<string>();
  for (const item of items) {
    const found = value.keys ? identityOf(place, resolve(ast, item), value.keys) : scalarIdentity(place, resolve(ast, item));
    if (!found) continue;
    if (seen.has(found.identity))
      place.report(
        problem('unique-entries', {
          at: found.at,
          data: { field, value: shortened(found.text) },
          ...(value.lenient && { variant: 'applied' }),
        }),
      );
    seen.add(found.identity);
  }
}

interface Identity {
  readonly identity: string;
  readonly text: string;
  readonly at: Span;
}

function identityOf(place: Place, item: Node | undefined, keys: readonly string[]): Identity | undefined {
  if (!isMap(item)) return undefined;
  const { ast } = place.manifest.document.source;
  const pairs = pairsOf(ast, item);
  const values: string[] = [];
  let at: Span | undefined;
  for (const key of keys) {
    const node = resolve(ast, pairs.get(key)?.value);
    if (isEmpty(node)) {
      const byDefault = defaults[key];
      if (byDefault === undefined) return undefined;
      values.push(byDefault);
    } else if (isScalar(node)) {
      values.push(textOf(node));
      at ??= spanAt(place, node);
    } else return undefined;
  }
  return at && { identity: JSON.stringify(values), text: values.join('/'), at };
}

function scalarIdentity(place: Place, item: Node | undefined): Identity | undefined {
  if (!isScalar(item) || isEmpty(item)) return undefined;
  const text = textOf(item);
  return { identity: text, text, at: spanAt(place, item) };
}
