import { isAlias, isMap, isNode, isSeq, type Document, type Node } from 'yaml';
import { targetOf } from '../../yaml/alias.ts';
import { keyOf, type Path } from '../../yaml/path.ts';
import { pairOf } from '../../yaml/read.ts';

/** Most anchors that are followed from one to the next. */
const hopLimit = 8;

const depthLimit = 100;

const known = new WeakMap<Document, ReadonlyMap<Node, Path>>();

/**
 * The path by which the schema knows what stands at a path: merge keys (`<<`) are no step of their own, and what stands under `x-…`
 * with an anchor is what it is where its first alias stands.
 */
export function pathInUse(ast: Document, path: Path): Path {
  let current = withoutMerges(path);
  let written = path;
  for (let hop = 0; hop < hopLimit && String(current[0]).startsWith('x-'); hop++) {
    const next = useOf(ast, written);
    if (!next) break;
    written = next;
    current = withoutMerges(next);
  }
  return current;
}

/** The path with `<<` and the indexes of its list left out. */
function withoutMerges(path: Path): Path {
  return path.filter((step, index) => step !== '<<' && !(typeof step === 'number' && path[index - 1] === '<<'));
}

/** The path through the alias of the innermost anchor on the way that has one. */
function useOf(ast: Document, path: Path): Path | undefined {
  const uses = usesOf(ast);
  let found: Path | undefined;
  let node: unknown = ast.contents;
  for (let length = 0; length <= path.length; length++) {
    const use = isNode(node) ? uses.get(node) : undefined;
    if (use) found = [...use, ...path.slice(length)];
    const step = path[length];
    if (isMap(node) && typeof step === 'string') node = pairOf(node, step)?.value;
    else if (isSeq(node) && typeof step === 'number') node = node.items[step];
    else break;
  }
  return found;
}

/** Where the nodes with anchors are used first; uses outside of `x-…` before those in it. */
function usesOf(ast: Document): ReadonlyMap<Node, Path> {
  const remembered = known.get(ast);
  if (remembered) return remembered;
  const uses = new Map<Node, Path>();
  const walk = (node: unknown, path: Path): void => {
    if (path.length > depthLimit) return;
    if (isAlias(node)) {
      const target = targetOf(ast, node);
      const before = target && uses.get(target);
      if (target && (!before || (String(before[0]).startsWith('x-') && !String(path[0]).startsWith('x-')))) uses.set(target, path);
    } else if (isMap(node)) {
      for (const pair of node.items) walk(pair.value, [...path, keyOf(pair) ?? '']);
    } else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
  };
  walk(ast.contents, []);
  known.set(ast, uses);
  return uses;
}
