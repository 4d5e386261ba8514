import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describe } from '../describe.ts';
import type { Log } from '../lint.ts';
import { unheard } from './unheard.ts';

/** Milliseconds without a keystroke before diagnostics are pushed to a client that does not pull them. */
const delay = 150;

/** Sends diagnostics to a client that does not ask for them. */
export interface Pushing {
  /** Sends the diagnostics of a document after a short rest; asked again before, it waits anew. */
  push(document: TextDocument): void;
  /** Calls off what is waiting for a document. */
  cancel(uri: string): void;
}

/** Puts pushing to work. @param diagnose the diagnostics of a document as it is when they are sent */
export function createPushing(connection: Connection, diagnose: (document: TextDocument) => Diagnostic[], log: Log): Pushing {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const cancel = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  return {
    cancel,
    push: (document) => {
      cancel(document.uri);
      const send = (): void => {
        timers.delete(document.uri);
        try {
          unheard(connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: diagnose(document) }));
        } catch (error) {
          log(`diagnostics failed: ${describe(error)}`);
        }
      };
      timers.set(document.uri, setTimeout(send, delay));
    },
  };
}
