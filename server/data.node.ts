import { readFileSync } from 'node:fs';
import { provideData } from './core.ts';

/** In Node the data lies in data/ beside the bundles. */
provideData((name) => readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'));
