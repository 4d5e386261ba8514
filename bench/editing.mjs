import { start } from './client.mjs';
import { median, time } from './measure.mjs';

/**
 * A document that is edited: each keystroke puts `typed` at the start of a line, where it changes nothing else.
 * @typedef {{ uri: string, languageId: string, text: string, line: number, typed: string, hover: { line: number, character: number } }} Edited
 */

/**
 * What editing a document takes with each server: they are asked the same, one after the other.
 * @param {readonly import('./client.mjs').Server[]} servers
 * @param {Edited} edited
 * @param {number} times
 */
export async function measureEditing(servers, { uri, languageId, text, line, typed, hover }, times) {
  const clients = await Promise.all(servers.map(start));
  const rows = [];
  for (const client of clients) await client.open(uri, languageId, text);

  /** @type {readonly [string, (client: import('./client.mjs').Client) => Promise<unknown>][]} */
  const measured = [
    ['diagnostics after a keystroke', async (client) => (client.type(uri, line, typed), client.diagnostics(uri))],
    [
      'hover right after a keystroke',
      async (client) => (client.type(uri, line, typed), client.ask('textDocument/hover', uri, hover.line, hover.character)),
    ],
    ['hover at rest', (client) => client.ask('textDocument/hover', uri, hover.line, hover.character)],
    ['completion', (client) => client.ask('textDocument/completion', uri, line, 0)],
  ];
  for (const [what, action] of measured) {
    const taken = [];
    for (const client of clients) {
      // Diagnostics may wait for a second each time; the others are asked until the code that answers them is as warm as it gets.
      taken.push(await time(what.startsWith('diagnostics') ? times : Math.max(times, 60), () => action(client)));
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
 * Milliseconds from a start to the first diagnostics of a document: the median of six, after one to warm up.
 * @param {readonly import('./client.mjs').Server[]} servers
 * @param {{ uri: string, languageId: string, text: string }} opened
 */
export async function measureStart(servers, { uri, languageId, text }) {
  const taken = servers.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < 7; round++) {
    for (const [index, server] of servers.entries()) {
      const started = performance.now();
      const client = await start(server);
      await client.open(uri, languageId, text);
      taken[index]?.push(performance.now() - started);
      await client.stop();
    }
  }
  const [ours = NaN, theirs = NaN] = taken.map((times) => median(times.slice(1)));
  return { ours, theirs };
}
