import { isAlias, isCollection, isNode, isPair, type Alias, type Document, type Node } from 'yaml';

const known = new WeakMap<Document, ReadonlyMap<Alias, Node>>();

/** What an alias stands for: the last node with its anchor before it. `undefined` when there is none. */
export function targetOf(ast: Document, alias: Alias): Node | undefined {
  return targets(ast).get(alias);
}

/** The aliases of a document that stand for nothing, because no anchor before them has their name. */
export function danglingAliases({ ast, text }: { readonly ast: Document; readonly text: string }): readonly Alias[] {
  return text.includes('*') ? collect(ast).dangling : [];
}

/** The targets of all aliases of a document, found in one walk and remembered as long as the document lives. */
function targets(ast: Document): ReadonlyMap<Alias, Node> {
  const remembered = known.get(ast);
  if (remembered) return remembered;
  const found = collect(ast).targets;
  known.set(ast, found);
  return found;
}

function collect(ast: Document): { readonly targets: ReadonlyMap<Alias, Node>; readonly dangling: readonly Alias[] } {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const dangling: Alias[] = [];
  const walk = (node: unknown): void => {
    if (isPair(node)) {
      walk(node.key);
      walk(node.value);
    } else if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      else dangling.push(node);
    } else if (isNode(node)) {
      if (node.anchor) anchors.set(node.anchor, node);
      if (isCollection(node)) node.items.forEach(walk);
    }
  };
  walk(ast.contents);
  return { targets, dangling };
}
