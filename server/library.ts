import compiled from '../content/compiled.json' with { type: 'text' };
import { createLibrary } from './notes.ts';

/** The library as the content compiler wrote it; it travels inside the bundle as text and is parsed at the first look-up. */
export const library = createLibrary(compiled);
