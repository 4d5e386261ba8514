import type { Position, TextDocument } from 'vscode';
import {
  convertRequest,
  runToServiceRequest,
  type ConvertedDocument,
  type ConvertParams,
  type RunToServiceAnswer,
  type RunToServiceParams,
} from '../server/protocol.ts';
import type { Server } from './server.ts';

/** Compose files in other words, as the server tells them. Every call fails when the server does not run. */
export interface Conversions {
  /** A Compose file as manifests; `null` when it is none, or has no services. */
  toKubernetes(document: TextDocument): Promise<ConvertedDocument | null>;
  /** The service at a position as a command; `null` when none stands there. */
  toRun(document: TextDocument, position: Position): Promise<ConvertedDocument | null>;
  /** A `docker run` command as a service for a document. */
  fromRun(command: string, document: TextDocument | undefined): Promise<RunToServiceAnswer | null>;
}

/** Names the server's requests for conversions. */
export function createConversions({ request }: Server): Conversions {
  const named = ({ uri }: TextDocument) => ({ uri: uri.toString() });
  return {
    toKubernetes: (document) => request(convertRequest, { textDocument: named(document), to: 'kubernetes' } satisfies ConvertParams),
    toRun: (document, { line, character }) =>
      request(convertRequest, { textDocument: named(document), to: 'docker-run', position: { line, character } } satisfies ConvertParams),
    fromRun: (command, document) =>
      request(runToServiceRequest, { ...(document ? { textDocument: named(document) } : {}), command } satisfies RunToServiceParams),
  };
}
