// A workspace of manifests, all of which are read once, so that each can be checked against the others.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './client.mjs';
import { manifestFiles } from './manifests.mjs';
import { median, show, time } from './measure.mjs';

/** An Ingress to a Service that is in no file, as only who has read them all can say. */
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: lost
  namespace: team-1
spec:
  ingressClassName: nginx
  rules:
    - host: lost.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: nowhere
                port:
                  name: http
`;
const line = ingress.split('\n').findIndex((text) => text.includes('nowhere'));

/** @type {import('./client.mjs').Expected} */
const isFound = (found) => found.some(({ range }) => range.start.line === line);

/**
 * @param {{ what: string, memory: number }} neighbour what the memory is put beside, in MB
 * @returns {Promise<string>} Markdown
 */
export async function benchWorkspace(neighbour) {
  const [few, many] = [await measure(500), await measure(5_000)];
  const rows = few.map(({ what, unit, value }, index) => {
    const grown = many[index]?.value ?? NaN;
    return `| ${what} | ${show(value)} ${unit} | ${show(grown)} ${unit} | ${(grown / value).toFixed(2)} |`;
  });
  const memory = many.find(({ unit }) => unit === 'MB')?.value ?? NaN;
  return [
    '## Kubernetes: a workspace',
    '',
    '| Mulgil alone | 500 files | 5,000 files | growth |',
    '|--|--|--|--|',
    ...rows,
    '',
    `Memory with 5,000 files beside ${neighbour.what}: ${show(memory)} MB, ${show(neighbour.memory)} MB, ratio ${show(memory / neighbour.memory)}.`,
    '',
  ].join('\n');
}

/** @param {number} count of files */
async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'mulgil-bench-'));
  try {
    for (const { path, text } of manifestFiles(count)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    /** @type {Awaited<ReturnType<typeof readAll>>[]} */
    const rounds = [];
    for (let round = 0; round < 3; round++) rounds.push(await readAll(folder));
    const value = (/** @type {'started' | 'read' | 'memory' | 'typing'} */ key) => median(rounds.map((round) => round[key]));
    return [
      { what: 'start to first diagnostics', unit: 'ms', value: value('started') },
      { what: 'start until every file is read', unit: 'ms', value: value('read') },
      { what: 'memory then', unit: 'MB', value: value('memory') },
      { what: 'diagnostics after a keystroke', unit: 'ms', value: value('typing') },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder */
async function readAll(folder) {
  const uri = pathToFileURL(join(folder, 'lost.yaml')).href;
  const begin = performance.now();
  const command = [process.execPath, 'dist/server.js', '--stdio'];
  const client = await start({ name: 'Mulgil', command, folder: pathToFileURL(folder).href });
  await client.open(uri, 'yaml', ingress);
  const started = performance.now() - begin;
  await client.refreshed(uri, isFound);
  const read = performance.now() - begin;
  const memory = client.memory();
  client.type(uri, 0, '# typed\n');
  await client.diagnostics(uri);
  const typing = await time(20, () => {
    client.type(uri, 0, '#');
    return client.diagnostics(uri, (found) => found.length > 0);
  });
  await client.stop();
  return { started, read, memory, typing };
}
