import { readData } from '../data.ts';
import { createSchema } from './schema/schema.ts';

/** The schema of all built-in kinds; it is read and parsed at the first question. */
export const schema = createSchema(() => readData('kubernetes'));
