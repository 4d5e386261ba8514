import { readFileSync } from 'node:fs';
import { provideData } from '../server/data.ts';

/** Unit tests take the data from where it is made, so that they need no build. Mocha loads this before the tests. */
const files = {
  notes: 'content/compiled-index.json',
  content: 'content/compiled.json',
  kubernetes: 'server/kubernetes/schema/structure.json',
  descriptions: 'server/kubernetes/schema/descriptions.json',
  compose: 'server/compose/schema/structure.json',
};
provideData((name) => readFileSync(files[name], 'utf8'));
