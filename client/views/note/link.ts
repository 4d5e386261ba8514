/** The note that a link leads to; `undefined` for a link to a page. */
export function noteIdOf(address: string): string | undefined {
  if (!address.startsWith('note:')) return undefined;
  const id = address.slice('note:'.length);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
