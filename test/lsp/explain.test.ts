import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-protocol';
import type { CacheAt, ExplainedFile } from '../../server/protocol.ts';
import { startClient, type ClientOptions, type TestClient } from './client.ts';
import { eventually } from './eventually.ts';

const uri = 'file:///nowhere/Dockerfile';
const text = 'FROM node:24 AS build\nCOPY . .\nRUN npm ci\nFROM node:latest\nCOPY --from=build /app /app\nSTOPSIGNAL SIGKILL\nUSER node\n';

describe('the build cache and the explanation over LSP', () => {
  let client: TestClient;
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  });

  async function open(options: ClientOptions = {}): Promise<void> {
    client = await startClient(options);
    client.open(uri, 'dockerfile', text);
  }
  const lenses = () => client.connection.sendRequest<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const cacheAt = (line: number) =>
    client.connection.sendRequest<CacheAt | null>('mulgil/cacheAt', { textDocument: { uri }, position: { line, character: 1 } });
  const explain = (of = uri) => client.connection.sendRequest<ExplainedFile | null>('mulgil/explain', { textDocument: { uri: of } });

  it('shows each stage’s layers above its FROM, without a command', async () => {
    await open();
    assert.deepEqual(
      (await lenses()).map(({ range, command }) => [range.start.line, command]),
      [
        [0, { title: 'Build stage, thrown away · only what COPY --from takes stays in the final image', command: '' }],
        [3, { title: 'Adds 1 layer · stays in the final image', command: '' }],
      ],
    );
  });

  it('tells what a change of a line costs, reading .dockerignore', async () => {
    const ignore = 'file:///nowhere/.dockerignore';
    const files: Record<string, string> = { [ignore]: 'node_modules\n' };
    await open({
      locale: 'ko',
      folders: ['file:///nowhere'],
      files,
      initializationOptions: { readsFiles: true },
    });
    await eventually(async () =>
      assert.deepEqual(await cacheAt(1), {
        line: 1,
        text: '.dockerignore로 빼지 않은 파일을 고치면 여기부터 2단계가 다시 실행됩니다 · 마지막 스테이지에서도 최대 1단계',
        hoverMarkdown: '다시 실행되는 줄: `2 COPY`, `3 RUN`, `5 COPY`\n\n`COPY --from`은 가져오는 파일의 내용이 그대로이면 캐시를 씁니다.',
      }),
    );
    assert.equal(await cacheAt(7), null);
    Reflect.deleteProperty(files, ignore);
    const told = new Promise<void>((resolve) => client.connection.onNotification('mulgil/refreshed', () => resolve()));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: ignore, type: 3 }] });
    await told;
    assert.match((await cacheAt(1))?.text ?? '', /^어떤 파일을 고쳐도/);
  });

  it('shows neither when the setting is off', async () => {
    await open({ settings: { lenses: 'off' } });
    await eventually(async () => {
      assert.deepEqual(await lenses(), []);
      assert.equal(await cacheAt(1), null);
    });
  });

  it('explains a file with the findings in place, and follows edits', async () => {
    await open();
    const file = await explain();
    assert.deepEqual(
      file?.parts.map(({ title, range }) => [title, range.start.line]),
      [
        ['FROM', 0],
        ['COPY', 1],
        ['RUN', 2],
        ['FROM', 3],
        ['COPY', 4],
        ['STOPSIGNAL', 5],
        ['USER', 6],
      ],
    );
    const signal = file.parts[5];
    assert.match(signal?.body ?? '', /docker stop/);
    assert.ok(signal?.findings.some(({ rule, range }) => rule === 'dockerfile/no-kill-stopsignal' && range.start.line === 5));
    assert.doesNotMatch(JSON.stringify(file), /[가-힣]/);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: 'FROM scratch\n' }],
    });
    assert.equal((await explain())?.parts.length, 1);
  });

  it('explains nothing that is not open or has no explanation', async () => {
    await open();
    assert.equal(await explain('file:///nowhere/other'), null);
    client.open('file:///nowhere/x.yaml', 'yaml', 'a: b\n');
    assert.equal(await explain('file:///nowhere/x.yaml'), null);
  });
});
