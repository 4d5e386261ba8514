import { readData } from '../data.ts';
import { createSchema } from './schema/schema.ts';

/** The Compose schema; it is read and parsed at the first question. */
export const schema = createSchema(() => readData('compose'));
