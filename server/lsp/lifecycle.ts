import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { describe } from '../describe.ts';
import type { Log } from '../lint.ts';
import type { EditorSettings } from '../protocol.ts';
import { capabilities, watchedNames } from './capabilities.ts';
import type { Client } from './client.ts';
import type { Folder, Folders } from './folders.ts';
import type { Indexing } from './indexing.ts';
import type { Preferences } from './preferences.ts';

/** What following the client's workspace works with. */
export interface LifecycleParts {
  readonly connection: Connection;
  readonly client: Client;
  readonly folders: Folders;
  readonly preferences: Preferences;
  readonly indexing: Indexing;
  /** The client has said who it is. */
  met(): void;
  /** Settings or files changed, so that all answers may. */
  refresh(): void;
  readonly log: Log;
}

/** Follows the client from its first request on: its folders, its settings, and what changes on its disk. */
export function registerLifecycle({ connection, client, folders, preferences, indexing, met, refresh, log }: LifecycleParts): void {
  /** Does something with the client, whose failure is written down. */
  const trying = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log(`${what} failed: ${describe(error)}`);
    }
  };

  const open = (uris: readonly string[]): Promise<Folder[]> => Promise.all(uris.map((uri) => folders.add(uri)));
  function use(opened: readonly Folder[]): void {
    refresh();
    opened.forEach(indexing.start);
  }

  async function readSettings(): Promise<void> {
    preferences.setSettings((await connection.workspace.getConfiguration('mulgil')) as EditorSettings | null);
  }
  const asksSettings = (): boolean => client.capabilities().workspace?.configuration ?? false;

  async function register(): Promise<void> {
    const { didChangeConfiguration, didChangeWatchedFiles } = client.capabilities().workspace ?? {};
    if (didChangeConfiguration?.dynamicRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'mulgil' });
    if (didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = watchedNames().map((name) => ({ globPattern: `**/${name}` }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  }

  connection.onInitialize((params): InitializeResult => {
    client.meet(params);
    preferences.setEditor(params.locale);
    met();
    const { diagnosticProvider, ...others } = capabilities;
    return { capabilities: { ...others, ...(client.pulls() ? { diagnosticProvider } : {}) }, serverInfo: { name: 'mulgil' } };
  });

  connection.onInitialized(() =>
    trying('starting', async () => {
      await register();
      if (client.capabilities().workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) {
            indexing.stop(uri);
            folders.remove(uri);
          }
          void trying('opening folders', async () => use(await open(added.map(({ uri }) => uri))));
        });
      }
      const opened = await open(client.folders());
      if (asksSettings()) await readSettings();
      use(opened);
    }),
  );

  connection.onDidChangeConfiguration(({ settings }) =>
    trying('reading settings', async () => {
      if (asksSettings()) await readSettings();
      else preferences.setSettings((settings as { mulgil?: EditorSettings } | null)?.mulgil);
      refresh();
    }),
  );

  connection.onDidChangeWatchedFiles(({ changes }) =>
    trying('reading changed files', async () => {
      const kept = await Promise.all(changes.map(({ uri }) => folders.refresh(uri)));
      if (kept.includes(true)) refresh();
      await indexing.changed(changes.map(({ uri }) => uri));
    }),
  );
}
