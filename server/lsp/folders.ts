import { configurationFiles } from '../configuration.ts';
import { createWorkspace, type MutableWorkspace, type Place, type Workspace } from '../workspace.ts';

/** Reads a file by URI; `undefined` when there is none or it cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** The workspace folders that are open, each with the files read from it. */
export interface Folders {
  /** Opens a folder and reads its configuration files. */
  add(folderUri: string): Promise<void>;
  remove(folderUri: string): void;
  /** Reads the files that are needed to look at a document. Answers whether any was not known before. */
  prepare(uri: string, paths: readonly string[]): Promise<boolean>;
  /** Reads a file anew after it changed. Answers whether it is one that Mulgil keeps. */
  refresh(uri: string): Promise<boolean>;
  /** The folder that holds the document, and the document's path in it. A document outside all folders is alone. */
  locate(uri: string): Located;
  /** The first folder, which speaks for the window; an empty one when none is open. */
  first(): Workspace;
}

/** Where a document lies. */
export interface Located extends Place {
  /** The address of a file of the same folder; `undefined` for a document outside all folders. */
  addressOf(path: string): string | undefined;
}

/** Keeps the open folders. */
export function createFolders(readFile: ReadFile): Folders {
  const folders = new Map<string, MutableWorkspace>();
  const alone = createWorkspace();
  const withSlash = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);

  function find(uri: string): { readonly base: string; readonly workspace: MutableWorkspace } | undefined {
    const base = [...folders.keys()].filter((candidate) => uri.startsWith(candidate)).sort((a, b) => b.length - a.length)[0];
    const workspace = base === undefined ? undefined : folders.get(base);
    return base === undefined || workspace === undefined ? undefined : { base, workspace };
  }

  async function load(base: string, path: string, workspace: MutableWorkspace): Promise<void> {
    const text = await readFile(base + encodePath(path));
    workspace.write(path, text ?? null);
  }

  return {
    add: async (folderUri) => {
      const base = withSlash(folderUri);
      const workspace = createWorkspace();
      folders.set(base, workspace);
      await Promise.all(configurationFiles.map((path) => load(base, path, workspace)));
    },
    remove: (folderUri) => void folders.delete(withSlash(folderUri)),
    refresh: async (uri) => {
      const folder = find(uri);
      const path = folder && uri.slice(folder.base.length);
      if (!folder || path === undefined || (!configurationFiles.includes(path) && folder.workspace.read(decode(path)) === undefined))
        return false;
      await load(folder.base, decode(path), folder.workspace);
      return true;
    },
    prepare: async (uri, paths) => {
      const folder = find(uri);
      const unknown = folder ? paths.filter((path) => folder.workspace.read(path) === undefined) : [];
      if (folder) await Promise.all(unknown.map((path) => load(folder.base, path, folder.workspace)));
      return unknown.length > 0;
    },
    first: () => [...folders.values()][0] ?? alone,
    locate: (uri) => {
      const folder = find(uri);
      if (!folder) return { workspace: alone, path: decode(uri.slice(uri.lastIndexOf('/') + 1)), addressOf: () => undefined };
      return {
        workspace: folder.workspace,
        path: decode(uri.slice(folder.base.length)),
        addressOf: (path) => folder.base + encodePath(path),
      };
    },
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
