import type { CST } from 'yaml';

/** Deepest nesting that is composed into nodes, which recurses: a text nested much deeper could bring the whole process down. */
const depthLimit = 200;

/** Whether the tokens of a text are nested too deeply to be composed. */
export function isTooDeep(tokens: readonly CST.Token[]): boolean {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) return true;
    level = level.flatMap(inside);
  }
  return false;
}

/** The tokens right inside a token. */
function inside(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value]).filter((child) => child != null);
}
