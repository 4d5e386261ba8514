import { Uri, ViewColumn, l10n, window, type WebviewPanel } from 'vscode';
import type { Library } from '../../library.ts';
import { pageHtml, pageRoot } from '../html.ts';
import { openPage } from '../open-page.ts';
import type { FromPage, ToPage } from './messages.ts';
import { follow, goBack, readTrail, type Trail } from './trail.ts';

/** The panel's type, under which VS Code keeps it over a restart; package.json activates the extension for it. */
const panelType = 'mulgil.note';

/** The panel in which notes are read. */
export interface Notes {
  /** Shows a note, beside the editor unless a column is given, or where the panel is already. Tells the user when there is none of this id. */
  show(id: string, options: ShowOptions): Promise<void>;
  dispose(): void;
}

/** How a note is shown. */
export interface ShowOptions {
  readonly preserveFocus: boolean;
  readonly viewColumn?: ViewColumn | undefined;
}

/** Keeps the one panel for notes. */
export function registerNotes(library: Library, extensionUri: Uri): Notes {
  let panel: WebviewPanel | undefined;
  let trail: Trail = [];

  const post = (message: ToPage): void => void panel?.webview.postMessage(message);

  /** Fetches the last note of a trail and, when there is one, makes this the trail on show. */
  async function read(next: Trail): Promise<boolean> {
    const note = await library.note(next.at(-1) ?? '');
    if (!note) return false;
    trail = next;
    if (panel) panel.title = note.title;
    post({ type: 'note', note, state: { trail } });
    return true;
  }

  /** As {@link read}, for what happens in the page, where a failure is shown. */
  async function reread(next: Trail): Promise<void> {
    try {
      if (!(await read(next)) && next.length > 0) sayMissing(next.at(-1) ?? '');
    } catch {
      post({ type: 'failed' });
    }
  }

  function adopt(opened: WebviewPanel): void {
    panel = opened;
    opened.iconPath = {
      light: Uri.joinPath(extensionUri, 'dist/media/note-light.svg'),
      dark: Uri.joinPath(extensionUri, 'dist/media/note-dark.svg'),
    };
    opened.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    opened.onDidDispose(() => (panel = undefined));
    opened.webview.onDidReceiveMessage((message: FromPage) => {
      switch (message.type) {
        case 'ready':
          return reread(trail);
        case 'note':
          return reread(follow(trail, message.id));
        case 'back':
          return reread(goBack(trail));
        case 'open':
          return openPage(message.address);
      }
    });
    opened.webview.html = pageHtml(opened.webview, extensionUri, 'note');
  }

  const registered = [
    library.onDidChange(() => {
      if (panel) void reread(trail);
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (restored, state) => {
        trail = readTrail(state);
        if (panel || trail.length === 0) restored.dispose();
        else adopt(restored);
        return Promise.resolve();
      },
    }),
  ];

  return {
    show: async (id, { preserveFocus, viewColumn = ViewColumn.Beside }) => {
      if (!(await read(panel ? follow(trail, id) : [id]))) return sayMissing(id);
      if (panel) panel.reveal(undefined, preserveFocus);
      else adopt(window.createWebviewPanel(panelType, id, { viewColumn, preserveFocus }));
    },
    dispose: () => {
      for (const one of registered) one.dispose();
      panel?.dispose();
    },
  };
}

function sayMissing(id: string): void {
  void window.showWarningMessage(l10n.t('There is no note “{0}”.', id));
}
