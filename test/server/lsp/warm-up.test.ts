import assert from 'node:assert/strict';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { warmUp } from '../../../server/lsp/warm-up.ts';
import type { Library } from '../../../server/notes.ts';

describe('unpacking the texts ahead of the first question', () => {
  const { setTimeout: later } = globalThis;
  let due: (() => void)[] = [];
  beforeEach(() => {
    due = [];
    globalThis.setTimeout = ((run: () => void) => due.push(run)) as unknown as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = later;
  });

  function serve(troubles: Library['troubles']): { open(): void; readonly logged: string[] } {
    const listeners = new Set<() => void>();
    const logged: string[] = [];
    const onDidOpen = (listener: () => void): { dispose(): void } => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    };
    const documents = { onDidOpen } as unknown as TextDocuments<TextDocument>;
    warmUp(documents, { troubles } as unknown as Library, (message) => logged.push(message));
    return { open: () => [...listeners].forEach((listener) => listener()), logged };
  }

  it('waits for a document, and happens once', () => {
    let asked = 0;
    const { open } = serve(() => {
      asked++;
      return [];
    });
    assert.equal(due.length, 0);
    open();
    open();
    assert.equal(asked, 0, 'nothing is unpacked while the document is being opened');
    due.forEach((run) => run());
    assert.deepEqual([due.length, asked], [1, 1]);
  });

  it('is logged when it fails, and nothing else', () => {
    const { open, logged } = serve(() => {
      throw new Error('no data');
    });
    open();
    due.forEach((run) => run());
    assert.match(logged.join(), /unpacking the texts failed: .*no data/);
  });
});
