import type { CancellationToken, Connection, ResponseError, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { relatedFiles } from '../languages.ts';
import { describe } from '../describe.ts';
import type { Log } from '../lint.ts';
import { drawRequest, type DrawnFile, type DrawParams } from '../protocol.ts';
import type { Service } from '../service.ts';
import type { Features, Fence } from './features.ts';

/** What the request for pictures works with. */
export interface Drawings extends Pick<Features, 'localeOf' | 'placeOf'> {
  readonly service: Service;
  readonly documents: TextDocuments<TextDocument>;
  readonly fenced: Fence;
  /** Reads files of the workspace beside a document; answers whether any was not known before. */
  prepare(uri: string, paths: readonly string[]): Promise<boolean>;
  readonly log: Log;
}

/** Answers the request for a picture of a file, together with the files that it names by now. */
export function registerDrawings(connection: Connection, { service, documents, fenced, localeOf, placeOf, prepare, log }: Drawings): void {
  const answer = fenced(drawRequest, null, (document: TextDocument, { everything }: DrawParams): DrawnFile | null => {
    const locale = localeOf(document);
    const drawing = service.ask(document, 'drawing', undefined, ({ language, model }) =>
      language.draw?.(model, {
        locale,
        library: service.library,
        ...placeOf(document),
        ...(everything === undefined ? {} : { everything }),
      }),
    );
    return drawing ? { locale, drawing } : null;
  });
  connection.onRequest(
    drawRequest,
    async (params: DrawParams, token: CancellationToken): Promise<DrawnFile | null | ResponseError<never>> => {
      const document = documents.get(params.textDocument.uri);
      try {
        if (document) await prepare(document.uri, relatedFiles(placeOf(document).path, document.getText()));
      } catch (error) {
        log(`reading beside ${params.textDocument.uri} failed: ${describe(error)}`);
      }
      return answer(params, token);
    },
  );
}
