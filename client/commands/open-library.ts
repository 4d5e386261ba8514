import type { LibraryPanel } from '../views/library/provider.ts';

/** Makes the command that opens the library. Links pass the id of an entry, on which the panel then stands, or words to search for. */
export function openLibrary({ show }: LibraryPanel): (target?: unknown) => Promise<void> {
  return (target) => show(typeof target === 'string' && target.trim() !== '' ? target : undefined);
}
