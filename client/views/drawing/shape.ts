/** A part of a picture before it is an element or a text: a name of SVG, attributes, and what is inside. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly inside: readonly (Shape | string)[];
}

/** Makes a part of a picture. Attributes that are `undefined` are left out. */
export function shape(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...inside: readonly (Shape | string | undefined)[]
): Shape {
  const given: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) given[key] = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  }
  return { name, attributes: given, inside: inside.filter((part) => part !== undefined) };
}

/** Writes a picture as a file. Texts stay texts: whatever has a meaning in XML is escaped, what cannot stand in it is left out. */
export function toMarkup({ name, attributes, inside }: Shape, paint: (shape: Shape) => Shape['attributes'] = () => ({})): string {
  const painted = { ...attributes, ...paint({ name, attributes, inside }) };
  const written = Object.entries(painted).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  const content = inside.map((part) => (typeof part === 'string' ? escape(part) : toMarkup(part, paint))).join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
