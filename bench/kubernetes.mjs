// Kubernetes manifests: Mulgil beside yaml-language-server with the same schema, the same documents and requests, in turn.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './client.mjs';
import { kubernetesJsonSchema } from './json-schema.mjs';
import { manifests } from './manifests.mjs';
import { median, table, time } from './measure.mjs';
import { benchTyping } from './typing.mjs';
import { benchWorkspace } from './workspace.mjs';

const neighbour = 'yaml-language-server 2.0.0';
const uri = 'file:///bench/manifests.yaml';

/** @typedef {import('./client.mjs').Server} Server */
/** @typedef {import('./client.mjs').Client} Client */

/** @returns {Promise<string>} Markdown */
export async function benchKubernetes() {
  const folder = mkdtempSync(join(tmpdir(), 'mulgil-bench-'));
  try {
    const schema = join(folder, 'kubernetes.json');
    writeFileSync(schema, JSON.stringify(kubernetesJsonSchema()));
    const yaml = { schemas: { [pathToFileURL(schema).href]: '*.yaml' }, schemaStore: { enable: false } };
    /** @type {readonly Server[]} */
    const servers = [
      { name: 'Mulgil', command: [process.execPath, 'dist/server.js', '--stdio'] },
      {
        name: neighbour,
        command: [process.execPath, 'bench/node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'],
        settings: { yaml },
      },
    ];
    const parts = [table('Kubernetes: start', await startUp(servers), neighbour)];
    /** @type {Map<number, import('./measure.mjs').Row[]>} */
    const measured = new Map();
    for (const count of [1, 10, 100, 500]) {
      measured.set(count, await editing(servers, count));
      parts.push(table(`Kubernetes: a file of ${count} ${count === 1 ? 'document' : 'documents'}`, measured.get(count) ?? [], neighbour));
    }
    const [one = [], all = []] = [measured.get(1), measured.get(500)];
    parts.push(table('Kubernetes: typing in one of 500 documents, as a multiple of typing in one alone', growth(one, all), neighbour));
    const text = manifests(10);
    const place = { line: 3, hover: { line: text.split('\n').indexOf(field.right), character: 4 } };
    parts.push(await benchTyping('Kubernetes, 10 documents', servers, { uri, languageId: 'yaml', text, typed: '', ...place }));
    const memory = all.find(({ unit }) => unit === 'MB')?.theirs ?? NaN;
    parts.push(await benchWorkspace({ what: `${neighbour} with one file of 500 documents`, memory }));
    return parts.join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {readonly import('./measure.mjs').Row[]} one
 * @param {readonly import('./measure.mjs').Row[]} all
 */
function growth(one, all) {
  return all.flatMap(({ what, ours, theirs }, index) => {
    const before = one[index];
    return before && what.includes('keystroke') ? [{ what, unit: '×', ours: ours / before.ours, theirs: theirs / before.theirs }] : [];
  });
}

/** The field that is typed in: a Deployment's number of replicas, right or wrong. */
const field = { right: '  replicas: 3', wrong: '  replicas: 3x' };

/**
 * What the diagnostics must say of it.
 * @param {number} line where it stands
 * @param {boolean} isWrong
 * @returns {import('./client.mjs').Expected}
 */
const expected = (line, isWrong) => (found) => found.some(({ range }) => range.start.line === line) === isWrong;

/** @param {readonly Server[]} servers */
async function startUp(servers) {
  const text = manifests(10).replace(field.right, field.wrong);
  const line = text.split('\n').indexOf(field.wrong);
  /** @type {number[][]} */
  const taken = servers.map(() => []);
  for (let round = 0; round < 7; round++) {
    for (const [index, server] of servers.entries()) {
      const started = performance.now();
      const client = await start(server);
      await client.open(uri, 'yaml', text, expected(line, true));
      taken[index]?.push(performance.now() - started);
      await client.stop();
    }
  }
  const [ours = NaN, theirs = NaN] = taken.map((times) => median(times.slice(1)));
  return [{ what: 'start to first diagnostics of 10 documents', unit: 'ms', ours, theirs }];
}

/**
 * @param {readonly Server[]} servers
 * @param {number} count of documents
 */
async function editing(servers, count) {
  const text = manifests(count);
  const lines = text.split('\n');
  const isIn = (/** @type {string} */ wanted) => (/** @type {string} */ line, /** @type {number} */ index) =>
    line === wanted && (count === 1 || index >= lines.length / 2);
  const line = lines.findIndex(isIn(field.right)); // of a document in the middle
  const place = lines.findIndex(isIn('          # here'));
  const times = count >= 500 ? 10 : 20;

  const clients = await Promise.all(servers.map(start));
  for (const client of clients) await client.open(uri, 'yaml', text, expected(line, false));
  const rows = [];

  let isWrong = false;
  const type = (/** @type {Client} */ client) => {
    client.type(uri, line, isWrong ? field.right : field.wrong, (isWrong ? field.wrong : field.right).length);
    isWrong = !isWrong;
  };
  const hover = async (/** @type {Client} */ client) =>
    check('hover', await client.ask('textDocument/hover', uri, line, 4), /replicas|desired pods/i);
  const incomplete = '          imagePull';
  /** @type {readonly [string, (client: Client) => Promise<void>][]} */
  const measured = [
    ['diagnostics after a keystroke', (client) => (type(client), client.diagnostics(uri, expected(line, isWrong)))],
    ['hover right after a keystroke', (client) => (type(client), hover(client))],
    ['hover at rest', hover],
    [
      'completion',
      async (client) => check('completion', await client.ask('textDocument/completion', uri, place, incomplete.length), /imagePullPolicy/),
    ],
  ];
  for (const [what, action] of measured) {
    const taken = [];
    for (const client of clients) {
      const here = lines[place] ?? '';
      if (what === 'completion') client.type(uri, place, incomplete, here.length);
      taken.push(await time(times, () => action(client)));
      if (what === 'completion') client.type(uri, place, here, incomplete.length);
      if (isWrong) type(client);
      await client.diagnostics(uri); // what is still to come does not count for the next
    }
    const [ours = NaN, theirs = NaN] = taken;
    rows.push({ what, unit: 'ms', ours, theirs });
  }
  const [ours = NaN, theirs = NaN] = clients.map((client) => client.memory());
  rows.push({ what: 'memory after that', unit: 'MB', ours, theirs });
  for (const client of clients) await client.stop();
  return rows;
}

/**
 * @param {string} what
 * @param {unknown} answer
 * @param {RegExp} wanted
 */
function check(what, answer, wanted) {
  if (!wanted.test(JSON.stringify(answer))) throw new Error(`this is not the ${what} expected: ${JSON.stringify(answer)?.slice(0, 500)}`);
}
