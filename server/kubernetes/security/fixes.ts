import { isMap, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Fix } from '../../rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { deletePair, replaceText } from '../../yaml/edit.ts';
import { endOfValue } from '../../yaml/layout.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import { keyOf } from '../../yaml/path.ts';

/** A fix that writes another value; `undefined` where the key does not stand there itself. */
export function setTo(document: YamlDocument, map: YAMLMap, key: string, value: string | boolean): Fix | undefined {
  const pair = pairOf(map, key);
  const edits = pair && replaceText(document, pair, value);
  const shown = `${key}: ${String(value)}`;
  return edits && edits.length > 0 ? { title: { ko: `\`${shown}\`로 바꾸기`, en: `Change to \`${shown}\`` }, edits } : undefined;
}

/** A fix that takes a key out of a map; where it is the only one, a truth value becomes `false` instead. */
export function remove(document: YamlDocument, map: YAMLMap, pair: Pair): Fix | undefined {
  const key = keyOf(pair) ?? '';
  const edit = deleteWhole(document, map, pair);
  if (edit) return { title: { ko: `\`${key}\` 지우기`, en: `Remove \`${key}\`` }, edits: [edit] };
  return map.items.length === 1 && isScalar(pair.value) && pair.value.value === true ? setTo(document, map, key, false) : undefined;
}

/**
 * A fix that takes out what stands at the end of a way of keys, along with the maps on the way that hold nothing else.
 * @param way at least one key
 */
export function removeAt(document: YamlDocument, map: YAMLMap, way: readonly string[]): Fix | undefined {
  const pairs: { readonly map: YAMLMap; readonly pair: Pair }[] = [];
  let at: unknown = map;
  for (const key of way) {
    const pair: Pair | undefined = isMap(at) ? pairOf(at, key) : undefined;
    if (!pair || !isMap(at)) return undefined;
    pairs.push({ map: at, pair });
    at = pair.value;
  }
  const target = pairs.findLast((step) => step.map.items.length > 1);
  return target && remove(document, target.map, target.pair);
}

/** A fix of one or several edits; `undefined` when one of them could not be made. */
export function fixOf(title: Fix['title'], edits: readonly (TextEdit | undefined)[]): Fix | undefined {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length > 0 && made.length === edits.length ? { title, edits: made } : undefined;
}

/** Deletes a pair, unless a comment inside it would be lost. */
function deleteWhole(document: YamlDocument, map: YAMLMap, pair: Pair): TextEdit | undefined {
  const end = endOfValue(document, pair);
  if (!isNode(pair.key) || !pair.key.range || end === undefined) return undefined;
  return document.source.text.slice(pair.key.range[1], end).includes('#') ? undefined : deletePair(document, map, pair);
}
