import { element } from '../../library/page/dom.ts';
import type { Say } from './say.ts';

/**
 * Makes tables readable everywhere: the first cell of a row is its heading, a wide table scrolls by itself, and each cell knows the
 * heading of its column, which stands before it where the page is narrow and rows become lists (see page.css). Roles are written out
 * because a browser may forget them when the style shows a table as something else.
 */
export function mendTables(root: HTMLElement, say: Say): void {
  for (const table of root.querySelectorAll('table')) {
    const headings = [...table.querySelectorAll('thead th')].map((heading) => heading.textContent);
    table.setAttribute('role', 'table');
    for (const group of table.querySelectorAll('thead, tbody')) group.setAttribute('role', 'rowgroup');
    for (const row of table.rows) row.setAttribute('role', 'row');
    for (const heading of table.querySelectorAll('thead th')) {
      heading.setAttribute('role', 'columnheader');
      heading.setAttribute('scope', 'col');
    }
    for (const row of table.querySelectorAll('tbody tr')) {
      [...row.children].forEach((cell, column) => {
        if (column === 0) cell.replaceWith(element('th', { role: 'rowheader', scope: 'row' }, ...cell.childNodes));
        else {
          cell.setAttribute('role', 'cell');
          cell.setAttribute('data-label', headings[column] ?? '');
        }
      });
    }
    const frame = element('div', { class: 'table', role: 'region', tabindex: '0', 'aria-label': say('table') });
    table.replaceWith(frame);
    frame.append(table);
  }
}
