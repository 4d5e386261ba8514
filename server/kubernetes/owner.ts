import type { Span } from '../text/span.ts';
import { spanOfKey, spanOfNode } from '../yaml/parse.ts';
import { nodeAt, pairOf } from '../yaml/read.ts';
import type { Manifest } from './model.ts';
import type { ContainerNode } from './workload.ts';

/** Where to say what a resource lacks: at its name, or at its kind when it has none. */
export function ownerSpan({ document, root }: Manifest): Span | undefined {
  const name = nodeAt(document.source.ast, root, ['metadata', 'name']) ?? nodeAt(document.source.ast, root, ['metadata', 'generateName']);
  const kind = pairOf(root, 'kind');
  return (name && spanOfNode(document, name)) ?? (kind && spanOfKey(document, kind));
}

/** Where to say what a container lacks: at its name, or at its first key when it has none. */
export function containerSpan({ document }: Manifest, { node }: ContainerNode): Span | undefined {
  const name = nodeAt(document.source.ast, node, ['name']);
  const first = node.items[0];
  return (name && spanOfNode(document, name)) ?? (first && spanOfKey(document, first));
}
