import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * Writes a generated file, formatted as the project formats its files. With `--check` on the command line nothing is written:
 * a file that is not fresh is told and fails the run.
 */
export async function writeGenerated(path: string, text: string): Promise<void> {
  const formatted = await format(text, { ...(await resolveConfig(path)), filepath: path });
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (current === formatted) return;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not fresh: run \`npm run generate\``);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatted);
  console.log(`wrote ${path}`);
}
