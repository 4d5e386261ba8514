import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import type { Span } from '../../server/text/span.ts';

/** Fails unless the span lies inside the document. */
export function checkSpan(document: TextDocument, { start, end }: Span): void {
  assert.ok(0 <= start && start <= end && end <= document.getText().length, `${start}-${end} is outside of the file`);
}

/** Fails unless both positions exist in the document, in this order. */
export function checkRange(document: TextDocument, { start, end }: Range): void {
  for (const position of [start, end]) assert.deepEqual(document.positionAt(document.offsetAt(position)), position);
  assert.ok(document.offsetAt(start) <= document.offsetAt(end));
}

/** Fails unless every symbol lies inside the document and its parent, has a name, and holds its own name's range. */
export function checkSymbols(document: TextDocument, symbols: readonly DocumentSymbol[], parent?: Range): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.notEqual(name, '');
    checkRange(document, range);
    checkRange(document, selectionRange);
    assert.ok(holds(document, range, selectionRange), `${name} does not hold its name`);
    assert.ok(!parent || holds(document, parent, range), `${name} is outside of its parent`);
    checkSymbols(document, children, range);
  }
}

function holds(document: TextDocument, outer: Range, inner: Range): boolean {
  return document.offsetAt(outer.start) <= document.offsetAt(inner.start) && document.offsetAt(inner.end) <= document.offsetAt(outer.end);
}
