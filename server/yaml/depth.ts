import type { CST } from 'yaml';

/** Deepest nesting that is composed into nodes, which recurses: a text nested much deeper could bring the whole process down. */
const depthLimit = 200;

/** Whether a token of a text is nested too deeply to be composed. */
export function isTooDeep(token: CST.Token | null | undefined, depth = 0): boolean {
  if (!token) return false;
  if (depth > depthLimit) return true;
  if (token.type === 'document') return isTooDeep(token.value, depth + 1);
  if (!('items' in token)) return false;
  for (const { key, value } of token.items) if (isTooDeep(key, depth + 1) || isTooDeep(value, depth + 1)) return true;
  return false;
}
