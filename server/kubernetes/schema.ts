import structure from './schema/structure.json' with { type: 'text' };
import { createSchema } from './schema/schema.ts';

/** The schema of all built-in kinds; it travels inside the bundle as text and is parsed at the first question. */
export const schema = createSchema(structure);
