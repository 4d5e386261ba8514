import { readFileSync } from 'node:fs';
import { provideData } from '../server/data.ts';
import type { DataName } from '../server/data-files.ts';

/** Unit tests take the data from where it is made, so that they need no build. Mocha loads this before the tests. */
const files: Readonly<Partial<Record<DataName, string>>> = {
  notes: 'content/compiled-index.json',
  kubernetes: 'server/kubernetes/schema/structure.json',
  compose: 'server/compose/schema/structure.json',
};
const texts = ['content/compiled.json', 'server/kubernetes/schema/descriptions.json'];

provideData((name) => {
  const file = files[name];
  if (file !== undefined) return readFileSync(file, 'utf8');
  if (name === 'texts') return texts.map((path) => readFileSync(path, 'utf8')).join('\0');
  throw new Error(`${name}: the texts of code stand in the code, which is not built here`);
});
