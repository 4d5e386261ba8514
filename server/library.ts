import { readData } from './data.ts';
import { createLibrary } from './notes.ts';

/** The library as the content compiler wrote it; it is read and parsed at the first look-up. */
export const library = createLibrary({ index: () => readData('notes'), texts: () => readData('content') });
