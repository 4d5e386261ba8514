import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Span } from '../../text/span.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import type { Problem } from './problem.ts';
import type { Service } from './services.ts';

/** Keys that the long forms of ports, volumes, configs and secrets need, although the schema does not say so. */
export function longFormProblems({ document, entry }: Service): readonly Problem[] {
  const { ast } = document.source;
  const maps = (key: string): readonly YAMLMap[] => {
    const list = nodeAt(ast, entry.map, [key]);
    return isSeq(list) ? list.items.map((item) => resolve(ast, item)).filter((item) => isMap(item)) : [];
  };
  /** Where the first key of a map stands. */
  const start = (map: YAMLMap): Span | undefined => {
    const [pair] = pairsOf(ast, map).values();
    return pair && spanOfKey(document, pair);
  };
  const lacks = (map: YAMLMap, key: string): boolean => {
    const node = nodeAt(ast, map, [key]);
    return isEmpty(node) || (isScalar(node) && node.value === '');
  };
  const say = (field: string, map: YAMLMap, key: string): readonly Problem[] => {
    const at = lacks(map, key) ? start(map) : undefined;
    return at ? [{ rule: 'required-keys', at, data: { field, keys: `\`${key}\`` }, whole: true }] : [];
  };
  return [
    ...['configs', 'secrets'].flatMap((key) => maps(key).flatMap((map) => say(key, map, 'source'))),
    ...maps('ports').flatMap((map) => say('ports', map, 'target')),
    ...maps('volumes').flatMap((map) => {
      const type = nodeAt(ast, map, ['type']);
      const isBind = isScalar(type) && textOf(type) === 'bind';
      const missing = say('volumes', map, 'target');
      return missing.length > 0 || !isBind ? missing : say('volumes', map, 'source');
    }),
  ];
}
