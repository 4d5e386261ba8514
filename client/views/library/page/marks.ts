const name = 'found';

/** Marks what matches where it occurs in what is on show, without touching the text; a browser that cannot leaves it unmarked. */
export function markWords(root: HTMLElement, patterns: readonly string[]): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.delete(name);
  if (patterns.length === 0) return;
  const marks = new Highlight();
  const expressions = patterns.map((pattern) => new RegExp(pattern, 'gi'));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (const expression of expressions)
      for (const { index, 0: found } of text.matchAll(expression)) if (found !== '') marks.add(rangeIn(node, index, index + found.length));
  }
  CSS.highlights.set(name, marks);
}

function rangeIn(node: Node, start: number, end: number): Range {
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
