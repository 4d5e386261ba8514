import type { Shape } from '../shape.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Makes a part of a picture an element of the page. Texts become text nodes, whatever they hold. */
export function toElement({ name, attributes, inside }: Shape): SVGElement {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') element.setAttribute(key, String(value));
  element.append(...inside.map((part) => (typeof part === 'string' ? part : toElement(part))));
  return element;
}
