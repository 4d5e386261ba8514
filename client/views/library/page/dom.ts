import { codeParts } from '../command.ts';

/** What an element is made with: attributes by name; a property that is `undefined` or `false` is left out. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. Strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A text whose back-ticks become code elements. */
export function withCode(text: string): readonly (Node | string)[] {
  return codeParts(text).map((part, place) => (place % 2 === 1 ? element('code', { class: part.length <= 20 && 'short' }, part) : part));
}

const shapes = {
  copy: 'M5.5 4.5v-2h8v9h-2M2.5 4.5h8v9h-8z',
  insert: 'M2.5 2.5h11v11h-11zM8 5v6M5 8h6',
  terminal: 'M1.5 2.5h13v11h-13zM4 5.5 6.5 8 4 10.5M8 10.5h4',
  book: 'M8 4C6.5 2.8 4 2.5 1.5 2.5v10C4 12.500 6.500 12.800 8 14c1.500-1.200 4-1.500 6.500-1.500v-10C12 2.500 9.500 2.800 8 4zM8 4v10',
  done: 'M3 8.500 6.500 12 13 4.500',
  danger: 'M8 2 14.500 13.500h-13zM8 6v4M8 11.500v1',
  clear: 'M4 4l8 8M12 4l-8 8',
  star: 'M8 1.8 9.9 6l4.6.5-3.4 3.1.9 4.5L8 11.8l-4 2.3.9-4.5L1.5 6.5 6.1 6z',
} as const;

/** The name of a drawing. */
export type Icon = keyof typeof shapes;

/** A small outline drawing; what it means is said beside it. */
export function icon(name: Icon): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  drawing.append(path);
  return drawing;
}
