// How the time grows with the input: ten times as much should take at most eleven times as long.
import { start } from './client.mjs';
import { composeFile } from './compose.mjs';
import { dockerfile } from './dockerfile.mjs';
import { manifests } from './manifests.mjs';
import { median, show } from './measure.mjs';

const server = { name: 'Mulgil', command: [process.execPath, 'dist/server.js', '--stdio'] };

const inputs = [
  { what: 'Dockerfile, lines', ending: 'dockerfile', languageId: 'dockerfile', make: dockerfile, sizes: [100, 1_000, 10_000] },
  { what: 'Compose, services', ending: 'compose.yaml', languageId: 'dockercompose', make: composeFile, sizes: [20, 200, 2_000] },
  { what: 'Kubernetes, documents', ending: 'yaml', languageId: 'yaml', make: manifests, sizes: [10, 100, 1_000] },
];

/** @returns {Promise<string>} Markdown */
export async function benchGrowth() {
  const rows = [];
  for (const { what, ending, languageId, make, sizes } of inputs) {
    /** @type {number[]} */
    const taken = [];
    for (const size of sizes) taken.push(await firstDiagnostics(languageId, ending, make(size)));
    const cells = taken.map((time, index) => {
      const before = taken[index - 1];
      return `${sizes[index]?.toLocaleString('en')}: ${show(time)} ms${before === undefined ? '' : ` (×${(time / before).toFixed(1)})`}`;
    });
    rows.push(`| ${what} | ${cells.join(' | ')} |`);
  }
  return [
    '## Growth',
    '',
    'From opening a file that was never seen to its first diagnostics, in a server that is warm.',
    '',
    '| Mulgil alone | | ten times as much | ten times that |',
    '|--|--|--|--|',
    ...rows,
    '',
  ].join('\n');
}

/**
 * @param {string} languageId
 * @param {string} ending
 * @param {string} text
 */
async function firstDiagnostics(languageId, ending, text) {
  const client = await start(server);
  const taken = [];
  for (let round = 0; round < 8; round++) {
    // Another name in it each time, so that nothing of it is known.
    const fresh = `# ${round}\n${text.replaceAll(/\b(web|stage|data)(?=\d)/g, `$1${'x'.repeat(round)}`)}`;
    const began = performance.now();
    await client.open(`file:///bench/${round}.${ending}`, languageId, fresh);
    taken.push(performance.now() - began);
  }
  await client.stop();
  return median(taken.slice(3));
}
