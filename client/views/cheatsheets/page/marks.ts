import { occurrences } from '../occurrences.ts';

const name = 'found';

/** Marks the words where they occur in what is on show, without touching the text; a browser that cannot leaves them unmarked. */
export function markWords(root: HTMLElement, words: readonly string[]): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.delete(name);
  if (words.length === 0) return;
  const marks = new Highlight();
  for (const entry of root.querySelectorAll('.entry:not([hidden])')) {
    const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of words) for (const [start, end] of occurrences(node.nodeValue ?? '', word)) marks.add(rangeIn(node, start, end));
    }
  }
  CSS.highlights.set(name, marks);
}

function rangeIn(node: Node, start: number, end: number): Range {
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
