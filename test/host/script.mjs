import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs `main` if the module was started as a script, not imported. An error becomes one line on stderr and exit code 1.
 *
 * @param {string} moduleUrl the module's `import.meta.url`
 * @param {() => Promise<void>} main
 */
export async function runAsScript(moduleUrl, main) {
  const script = process.argv[1];
  if (!script || realpathSync(script) !== fileURLToPath(moduleUrl)) return;
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
