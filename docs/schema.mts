// Writes dist/mulgil.schema.json: the JSON Schema of .mulgil.yaml, by which editors complete and validate it.
import { writeFileSync } from 'node:fs';
import { configurationSchema } from './configuration-schema.mts';

writeFileSync('dist/mulgil.schema.json', JSON.stringify(configurationSchema()));
