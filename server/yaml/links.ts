import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { imagePage } from '../image.ts';
import { rangeOf } from '../text/span.ts';
import { spanOfNode, type YamlDocument, type YamlFile } from './parse.ts';
import { keyOf } from './path.ts';

const depthLimit = 100;

/** Links from every `image:` to the image's page. */
export function imageLinks(document: TextDocument, file: YamlFile): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const part of file.documents)
    if (part.source.ast.contents && !part.source.templated) collect(document, part, part.source.ast.contents, links, 0);
  return links;
}

function collect(document: TextDocument, part: YamlDocument, node: Node, links: DocumentLink[], depth: number): void {
  if (depth > depthLimit) return;
  if (isSeq(node)) for (const item of node.items) if (isNode(item)) collect(document, part, item, links, depth + 1);
  if (!isMap(node)) return;
  for (const pair of node.items) {
    const { value } = pair;
    if (!isNode(value)) continue;
    const target = keyOf(pair) === 'image' && isScalar(value) && typeof value.value === 'string' ? imagePage(value.value) : undefined;
    const span = spanOfNode(part, value);
    if (target !== undefined && span) links.push({ range: rangeOf(document, span), target });
    else collect(document, part, value, links, depth + 1);
  }
}
