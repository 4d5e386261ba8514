// Packs a file as server/unpack.ts reads it: FROM TO. What was packed last is kept beside it, since packing takes some seconds.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pack } from './pack.mts';

const [from = '', to = ''] = process.argv.slice(2);
const text = readFileSync(from);
const kept = `${from}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}.bwt`;
if (!existsSync(kept)) writeFileSync(kept, pack(text));
writeFileSync(to, readFileSync(kept));
