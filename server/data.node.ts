import { readFileSync } from 'node:fs';
import { dataFiles, provideData } from './core.ts';

/** In Node the data lies in data/ beside the bundles. */
provideData((name) => readFileSync(new URL(`./data/${dataFiles[name]}`, import.meta.url)));
