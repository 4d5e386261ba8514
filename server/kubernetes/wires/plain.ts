/**
 * Readers of plain data whose shape nobody has checked: what a manifest says may be of any type.
 */

/** What stands at a path of keys; `undefined` where the way ends. */
export function plainAt(data: unknown, path: readonly string[]): unknown {
  let at = data;
  for (const key of path) {
    if (!isPlainObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** The text at a path, when a string stands there. */
export function plainText(data: unknown, path: readonly string[]): string | undefined {
  const value = plainAt(data, path);
  return typeof value === 'string' ? value : undefined;
}

/** The number at a path, when a whole one from 0 stands there. */
export function plainCount(data: unknown, path: readonly string[]): number | undefined {
  const value = plainAt(data, path);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The items of the list at a path; none where no list stands there. */
export function plainList(data: unknown, path: readonly string[]): readonly unknown[] {
  const value = plainAt(data, path);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The strings in the list at a path. */
export function plainTexts(data: unknown, path: readonly string[]): readonly string[] {
  return plainList(data, path).filter((item) => typeof item === 'string');
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
