import { configurationFiles } from '../configuration.ts';
import { createIndexes, type MutableIndexes } from '../indexes.ts';
import type { Language } from '../language.ts';
import { createWorkspace, type MutableWorkspace, type Place, type Workspace } from '../workspace.ts';

/** Reads a file by URI; `undefined` when there is none or it cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** The workspace folders that are open, each with the files read from it. */
export interface Folders {
  /** Opens a folder and reads its configuration files. */
  add(folderUri: string): Promise<Folder>;
  remove(folderUri: string): void;
  /** Reads the files that are needed to look at a document. Answers whether any was not known before. */
  prepare(uri: string, paths: readonly string[]): Promise<boolean>;
  /** Reads a file anew after it changed. Answers whether it is one that Mulgil keeps. */
  refresh(uri: string): Promise<boolean>;
  /** The folder that holds the document, and the document's path in it. A document outside all folders is alone. */
  locate(uri: string): Located;
  /** The open folders, to be indexed. */
  all(): readonly Folder[];
  /** The open folder that holds a file. */
  holding(uri: string): Folder | undefined;
  /** The first folder, which speaks for the window; an empty one when none is open. */
  first(): Workspace;
}

/** An open folder. */
export interface Folder {
  readonly uri: string;
  readonly workspace: Workspace;
  readonly indexes: MutableIndexes;
  /** The path of a file of the folder, from the folder. */
  pathOf(uri: string): string;
  /** The address of a file of the folder. */
  addressOf(path: string): string;
}

/** Where a document lies. */
export interface Located extends Place {
  /** The address of a file of the same folder; `undefined` for a document outside all folders. */
  addressOf(path: string): string | undefined;
}

interface OpenFolder extends Folder {
  readonly workspace: MutableWorkspace;
}

/** Keeps the open folders. */
export function createFolders(readFile: ReadFile, languages: readonly Language[]): Folders {
  const folders = new Map<string, OpenFolder>();
  const alone = createWorkspace();
  const withSlash = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);

  function find(address: string): { readonly base: string; readonly workspace: MutableWorkspace; readonly folder: Folder } | undefined {
    const uri = folders.has(`${address}/`) ? `${address}/` : address;
    const base = [...folders.keys()].filter((candidate) => uri.startsWith(candidate)).sort((a, b) => b.length - a.length)[0];
    const folder = base === undefined ? undefined : folders.get(base);
    return base === undefined || folder === undefined ? undefined : { base, workspace: folder.workspace, folder };
  }

  async function load(base: string, path: string, workspace: MutableWorkspace): Promise<void> {
    const text = await readFile(base + encodePath(path));
    workspace.write(path, text ?? null);
  }

  return {
    add: async (folderUri) => {
      const base = withSlash(folderUri);
      const indexes = createIndexes(languages);
      const workspace = createWorkspace([], 'unknown', indexes);
      const folder: OpenFolder = {
        uri: folderUri,
        workspace,
        indexes,
        pathOf: (uri) => decode(uri.slice(base.length)),
        addressOf: (path) => base + encodePath(path),
      };
      folders.set(base, folder);
      await Promise.all(configurationFiles.map((path) => load(base, path, workspace)));
      return folder;
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
      const unknown = folder ? paths.filter((path) => staysInside(path) && folder.workspace.read(path) === undefined) : [];
      if (folder) await Promise.all(unknown.map((path) => load(folder.base, path, folder.workspace)));
      return unknown.length > 0;
    },
    all: () => [...folders.values()],
    holding: (uri) => find(uri)?.folder,
    first: () => [...folders.values()][0]?.workspace ?? alone,
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

/** Whether a path, as a file names it, can only lead to a file of the folder. */
function staysInside(path: string): boolean {
  return !path.startsWith('/') && !/^[a-z][a-z+.-]*:/i.test(path) && !path.split(/[/\\]/).includes('..');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Encodes what VS Code encodes in addresses, so that both call a file by the same. */
function encodePath(path: string): string {
  const encode = (part: string): string =>
    encodeURIComponent(part).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return path.split('/').map(encode).join('/');
}
