import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guarded, type Log } from '../lint.ts';
import type { Library } from '../notes.ts';

/** Milliseconds after the first document was opened: its diagnostics are out by then, and whoever opened it is still reading. */
const rest = 1_000;

/** Unpacks the texts of the library before somebody asks for the first of them, which would have to wait for it. */
export function warmUp(documents: TextDocuments<TextDocument>, library: Library, log: Log): void {
  const opened = documents.onDidOpen(() => {
    opened.dispose();
    setTimeout(() => guarded(() => library.troubles(), [], 'unpacking the texts', log), rest);
  });
}
