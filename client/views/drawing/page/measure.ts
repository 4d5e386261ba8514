import { textStyles, type Measure } from '../text.ts';

/** Measures texts as the page shows them. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, role) => {
    const key = `${role} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      const { size, weight } = textStyles[role];
      if (context) context.font = `${weight} ${size}px ${family}`;
      width = context?.measureText(text).width ?? text.length * size;
      known.set(key, width);
    }
    return width;
  };
}
