import { configurationFiles } from '../configuration.ts';
import { createWorkspace, type MutableWorkspace, type Workspace } from '../workspace.ts';

/** Reads a file by URI; `undefined` when there is none or it cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** The workspace folders that are open, each with the files read from it. */
export interface Folders {
  /** Opens a folder and reads its configuration files. */
  add(folderUri: string): Promise<void>;
  remove(folderUri: string): void;
  /** Reads a file anew after it changed. Answers whether it is one that Mulgil keeps. */
  refresh(uri: string): Promise<boolean>;
  /** The folder that holds the document, and the document's path in it. A document outside all folders is alone. */
  locate(uri: string): { readonly workspace: Workspace; readonly path: string };
  /** The first folder, which speaks for the window; an empty one when none is open. */
  first(): Workspace;
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
    const text = await readFile(base + path);
    if (text === undefined) workspace.remove(path);
    else workspace.write(path, text);
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
      if (!folder || path === undefined || !configurationFiles.includes(path)) return false;
      await load(folder.base, path, folder.workspace);
      return true;
    },
    first: () => [...folders.values()][0] ?? alone,
    locate: (uri) => {
      const folder = find(uri);
      return folder ? { workspace: folder.workspace, path: decode(uri.slice(folder.base.length)) } : { workspace: alone, path: decode(uri.slice(uri.lastIndexOf('/') + 1)) };
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
