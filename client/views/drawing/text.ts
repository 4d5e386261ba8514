/** The texts of a picture by what they are for. */
export type TextRole = 'caption' | 'label' | 'detail' | 'edge' | 'group';

/** Sizes and line heights in pixels. */
export const textStyles: Readonly<Record<TextRole, { readonly size: number; readonly weight: 400 | 600; readonly height: number }>> = {
  caption: { size: 11, weight: 400, height: 15 },
  label: { size: 13, weight: 600, height: 18 },
  detail: { size: 12, weight: 400, height: 16 },
  edge: { size: 11, weight: 400, height: 15 },
  group: { size: 12, weight: 600, height: 18 },
};

/** How wide a text is in pixels, on one line. */
export type Measure = (text: string, role: TextRole) => number;

/**
 * Breaks a text into lines that are no wider than a limit: between words, or inside of one that is too long for a line.
 * What does not fit into the most lines allowed is cut, with an ellipsis.
 */
export function wrap(
  text: string,
  role: TextRole,
  { width, lines }: { readonly width: number; readonly lines: number },
  measure: Measure,
): readonly string[] {
  const fits = (piece: string): boolean => measure(piece, role) <= width;
  const found: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') found.push(line);
    line = word;
    while (!fits(line) && found.length < lines) {
      const head = longestHead(line, fits);
      found.push(head);
      line = line.slice(head.length);
    }
    if (found.length >= lines) break;
  }
  if (line !== '') found.push(line);
  if (found.length <= lines) return found.length > 0 ? found : [''];
  return [...found.slice(0, lines - 1), cut(found.slice(lines - 1).join(' '), fits)];
}

/** The longest beginning that fits, at least one character. */
function longestHead(text: string, fits: (piece: string) => boolean): string {
  const characters = Array.from(text);
  let [low, high] = [1, characters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}

function cut(text: string, fits: (piece: string) => boolean): string {
  if (fits(`${text}…`)) return `${text}…`;
  return `${longestHead(text, (piece) => fits(`${piece}…`))}…`;
}
