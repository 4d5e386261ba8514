/** Writes the official texts that ship. The build runs it from the project's root, after the schema and the notes are made. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createLibrary } from '../../notes.ts';
import { createSchema } from './schema.ts';
import { shippedDescriptions } from './shipped.ts';
import type { DescriptionsData } from './types.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const schema = createSchema(() => read('server/kubernetes/schema/structure.json'));
const descriptions = JSON.parse(read('server/kubernetes/schema/descriptions.json')) as DescriptionsData;
const library = createLibrary({ index: () => read('content/compiled-index.json'), texts: () => read('content/compiled.json') });
writeFileSync('server/kubernetes/schema/shipped.json', JSON.stringify(shippedDescriptions(schema, descriptions, (id) => library.has(id))));
