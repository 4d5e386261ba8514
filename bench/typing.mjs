// Memory after a while of typing: what five minutes of work leave behind.
import { start } from './client.mjs';
import { table } from './measure.mjs';

/** Five minutes at five keystrokes a second. */
const keystrokes = 1_500;

/**
 * Types into a document, as people do: letter by letter, with diagnostics, a completion and a hover now and then.
 * @param {string} title
 * @param {readonly import('./client.mjs').Server[]} servers
 * @param {import('./editing.mjs').Edited} edited
 * @returns {Promise<string>} Markdown
 */
export async function benchTyping(title, servers, { uri, languageId, text, line, hover }) {
  const taken = [];
  for (const server of servers) {
    const client = await start(server);
    await client.open(uri, languageId, text);
    const before = client.memory();
    const word = '# what was meant here is not clear yet';
    for (let i = 0; i < keystrokes; i++) {
      const typed = i % (word.length + 1);
      if (typed === 0) client.type(uri, line, `${word[0]}\n`);
      else if (typed < word.length) client.type(uri, line, word.slice(0, typed + 1), typed);
      else client.type(uri, line, '', word.length);
      // A server may wait for a rest before it looks: the typist rests now and then, not after each letter.
      if (i % 50 === 49) await client.diagnostics(uri);
      if (i % 7 === 0) await client.ask('textDocument/hover', uri, hover.line, hover.character);
      if (i % 11 === 0) await client.ask('textDocument/completion', uri, line, 0);
    }
    taken.push({ before, after: client.memory() });
    await client.stop();
  }
  const [ours, theirs] = taken;
  const row = (/** @type {string} */ what, /** @type {'before' | 'after'} */ key) => ({
    what,
    unit: 'MB',
    ours: ours?.[key] ?? NaN,
    theirs: theirs?.[key] ?? NaN,
  });
  return table(
    `${title}: memory`,
    [row('after the first diagnostics', 'before'), row(`after ${keystrokes.toLocaleString('en')} keystrokes`, 'after')],
    servers[1]?.name ?? '',
  );
}
