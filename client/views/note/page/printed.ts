import type { Locale } from '../../../../server/protocol.ts';
import type { PrintedPage } from '../messages.ts';

/** What is on show as HTML to be printed: without buttons, and without links that lead to other notes. */
export function printedPage(main: HTMLElement, locale: Locale): PrintedPage {
  const copy = main.cloneNode(true) as HTMLElement;
  for (const button of copy.querySelectorAll('.buttons, .tools, button')) button.remove();
  for (const link of copy.querySelectorAll('a[href^="note:"]')) {
    const text = link instanceof SVGElement ? boxOf(link) : document.createElement('span');
    text.append(...link.childNodes);
    link.replaceWith(text);
  }
  for (const stop of copy.querySelectorAll('[tabindex]')) stop.removeAttribute('tabindex');
  return { title: main.querySelector('h1')?.textContent ?? '', locale, html: copy.outerHTML };
}

/** A box of a picture as it is when it leads nowhere. */
function boxOf(link: SVGElement): SVGElement {
  const box = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  for (const name of ['class', 'transform']) box.setAttribute(name, link.getAttribute(name) ?? '');
  return box;
}
