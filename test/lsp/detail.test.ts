import assert from 'node:assert/strict';
import { pulling, startClient } from './client.ts';

const dockerfile = 'file:///nowhere/Dockerfile';
const manifest = 'file:///nowhere/pod.yaml';
const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  terminationGracePeriodSeconds: 5\n';

describe('the detail of hovers', () => {
  for (const [locale, words] of [
    ['en', { first: /The signal `docker stop` sends first/, standard: /\*\*Default\*\* `SIGTERM`/, more: /\*\*Common mistake\*\*/ }],
    ['ko', { first: /\*\*STOPSIGNAL\*\* — /, standard: /\*\*기본값\*\* `SIGTERM`/, more: /\*\*흔한 오해\*\*/ }],
  ] as const) {
    it(`leaves out all but what a thing is, its default and its values when they are short (${locale})`, async () => {
      const settings: { detail?: string } = {};
      const client = await startClient({ locale, settings, initializationOptions: { commandLinks: true } });
      client.open(dockerfile, 'dockerfile', 'FROM alpine:3.22\nSTOPSIGNAL SIGQUIT\n');
      client.open(manifest, 'yaml', pod);
      const full = await client.hover(dockerfile, 1, 2);
      const fullField = await client.hover(manifest, 3, 5);
      for (const expected of Object.values(words)) assert.match(full, expected);

      settings.detail = 'short';
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const short = await settled(() => client.hover(dockerfile, 1, 2), full);
      assert.match(short, words.first);
      assert.match(short, words.standard);
      assert.doesNotMatch(short, words.more);
      assert.doesNotMatch(short, /```/);
      assert.match(short, /command:mulgil\.openNote/);
      const shortField = await client.hover(manifest, 3, 5);
      assert.ok(shortField.length < fullField.length);
      assert.match(shortField, /30/); // the default

      settings.detail = 'everything';
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.equal(await settled(() => client.hover(dockerfile, 1, 2), short), full);
      assert.equal(await client.stop(), 0);
    });
  }

  it('takes the setting from clients that push it', async () => {
    const client = await startClient({ capabilities: { textDocument: pulling.textDocument } });
    client.open(dockerfile, 'dockerfile', 'FROM alpine:3.22\nSTOPSIGNAL SIGQUIT\n');
    const full = await client.hover(dockerfile, 1, 2);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { mulgil: { detail: 'short' } } });
    assert.doesNotMatch(await settled(() => client.hover(dockerfile, 1, 2), full), /Common mistake/);
    assert.equal(await client.stop(), 0);
  });
});

describe('the sample workspace', () => {
  it('comes in the content language', async () => {
    for (const [locale, comment] of [
      ['en', /^# A Dockerfile to practise on/],
      ['ko', /^# Mulgil 연습용/],
    ] as const) {
      const client = await startClient({ locale });
      const files = await client.connection.sendRequest<{ path: string; text: string }[]>('mulgil/sample');
      assert.match(files.find(({ path }) => path === 'Dockerfile')?.text ?? '', comment);
      for (const { text } of files) assert.equal(/[가-힣]/.test(text), locale === 'ko');
      assert.equal(await client.stop(), 0);
    }
  });
});

/** What is answered once it is no longer what it was. */
async function settled(ask: () => Promise<string>, before: string): Promise<string> {
  for (const started = Date.now(); Date.now() - started < 10_000;) {
    const answer = await ask();
    if (answer !== before) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return before;
}
