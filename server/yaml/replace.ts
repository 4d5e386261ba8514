import { isScalar, type Node, type Scalar } from 'yaml';
import type { Localized } from '../locale.ts';
import type { Fix } from '../rule.ts';
import type { TextEdit } from '../text/edit.ts';
import { isShared } from './layout.ts';
import type { YamlDocument } from './parse.ts';
import { textOf } from './read.ts';
import { plainOrQuoted } from './scalar.ts';

/** Writes another YAML text in place of a scalar. `undefined` where that is not plain: anchors, tags, several lines, what an alias shares. */
export function rewriteScalar(document: YamlDocument, node: Scalar, newText: string): TextEdit | undefined {
  if (!node.range || node.anchor !== undefined || node.tag !== undefined || isShared(document, node)) return undefined;
  const [start, end] = node.range;
  const old = document.source.text.slice(start, end);
  if (old === '' || /[\r\n]/.test(old)) return undefined;
  return { span: { start: document.span.start + start, end: document.span.start + end }, newText };
}

/** Replaces the text of a scalar and keeps its quotes. */
export function replaceScalar(document: YamlDocument, node: Scalar, to: string): TextEdit | undefined {
  const old = node.range ? document.source.text.slice(node.range[0], node.range[1]) : '';
  const newText = old.startsWith('"') ? JSON.stringify(to) : old.startsWith("'") ? `'${to.replaceAll("'", "''")}'` : plainOrQuoted(to);
  return rewriteScalar(document, node, newText);
}

/** Puts a plain scalar into double quotes, as it is written. */
export function quoteScalar(document: YamlDocument, node: Scalar): TextEdit | undefined {
  return rewriteScalar(document, node, JSON.stringify(textOf(node)));
}

/** A fix that replaces a value, or a key, by another one. */
export function replaceBy(document: YamlDocument, node: Node | undefined, to: string, isPreferred = false): Fix | undefined {
  const edit = isScalar(node) ? replaceScalar(document, node, to) : undefined;
  return edit && { title: changeTo(to), edits: [edit], isPreferred };
}

/** What a fix is called that writes something else. */
export function changeTo(to: string): Localized {
  return { ko: `\`${to}\`(으)로 바꾸기`, en: `Change to \`${to}\`` };
}
