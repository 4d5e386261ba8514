import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

/** Who is at the other end, as it said of itself; before it did, it can do nothing. */
export interface Client {
  /** Takes over what the first request says. */
  meet(params: InitializeParams): void;
  /** What the extension says beyond LSP. */
  options(): InitializationOptions;
  /** The URIs of the folders that were open at the start. */
  folders(): readonly string[];
  capabilities(): ClientCapabilities;
  /** Whether it asks for diagnostics; otherwise they are sent. */
  pulls(): boolean;
}

/** Knows nothing of the client yet. */
export function createClient(): Client {
  let met: InitializeParams | undefined;
  const capabilities = (): ClientCapabilities => met?.capabilities ?? {};
  return {
    meet: (params) => void (met = params),
    options: () => (met?.initializationOptions ?? {}) as InitializationOptions,
    folders: () => (met?.workspaceFolders ?? []).map(({ uri }) => uri),
    capabilities,
    pulls: () => capabilities().textDocument?.diagnostic !== undefined,
  };
}
