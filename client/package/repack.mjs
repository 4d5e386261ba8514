// Packs a package of `vsce` anew, in its place, as small as its format can, and always the same: node client/package/repack.mjs FILE
// A program by itself, because its packer wants to be told of every failure in its process.
import { readFileSync, writeFileSync } from 'node:fs';
import { shipped } from './shipped.mjs';
import { readZip, writeZip } from './zip.mjs';

const [, , file = ''] = process.argv;
const entries = readZip(readFileSync(file)).map(({ name, data }) => ({ name, data: shipped(name, data) }));
writeFileSync(file, await writeZip(entries));
