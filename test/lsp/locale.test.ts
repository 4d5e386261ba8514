import assert from 'node:assert/strict';
import { startClient } from './client.ts';

const folder = 'file:///nowhere';
const file = `${folder}/.mulgil.yaml`;

describe('the content language where no file is concerned', () => {
  it('is what the first folder says, and the client is told of each change', async () => {
    const files: Record<string, string> = { [file]: 'language: ko\n' };
    const client = await startClient({ locale: 'en', folders: [folder], files, initializationOptions: { readsFiles: true } });
    const { connection } = client;
    let told = nextChange();
    const ask = async (): Promise<readonly string[]> => {
      const note = await connection.sendRequest<{ locale: string }>('mulgil/note', { id: 'dockerfile/COPY' });
      return [await connection.sendRequest<string>('mulgil/locale'), note.locale];
    };
    await told;
    assert.deepEqual(await ask(), ['ko', 'ko']);
    files[file] = 'language: en\n';
    told = nextChange();
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });
    await told;
    assert.deepEqual(await ask(), ['en', 'en']);
    assert.equal(await client.stop(), 0);

    function nextChange(): Promise<void> {
      return new Promise((resolve) => connection.onNotification('mulgil/localeChanged', () => resolve()));
    }
  });
});
