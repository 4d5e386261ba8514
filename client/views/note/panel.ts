import { Uri, ViewColumn, l10n, window, type WebviewPanel } from 'vscode';
import type { Library } from '../../library.ts';
import { dressPanel, fillPage } from '../html.ts';
import type { FromPage } from './messages.ts';
import { printPage } from './print.ts';
import { createReader } from './reader.ts';
import { current, follow, readTrail, startTrail, type Step } from './trail.ts';

/** The panel's type, under which VS Code keeps it over a restart; package.json activates the extension for it. */
const panelType = 'mulgil.note';

/** The panel in which notes are read. */
export interface Notes {
  /** Shows something to read, beside the editor unless a column is given, or where the panel is already. Tells the user when there is no such note. */
  show(step: Step, options: ShowOptions): Promise<void>;
  /** Makes a page to print of what is on show. */
  print(): void;
  dispose(): void;
}

/** How a note is shown. */
export interface ShowOptions {
  readonly preserveFocus: boolean;
  readonly viewColumn?: ViewColumn | undefined;
}

/** Keeps the one panel for notes: one to go back and forth in is worth more than a tab for each link that was followed. */
export function registerNotes(library: Library, extensionUri: Uri): Notes {
  let panel: WebviewPanel | undefined;
  let title = '';

  const reader = createReader({
    library,
    webview: () => panel?.webview,
    onShow: (page) => {
      title = page.title;
      if (panel) panel.title = title;
    },
    onMissing: sayMissing,
    print: (page) => printPage(page, extensionUri),
  });

  function adopt(opened: WebviewPanel): void {
    panel = opened;
    dressPanel(opened, extensionUri);
    opened.onDidDispose(() => (panel = undefined));
    opened.webview.onDidReceiveMessage((message: FromPage) => reader.receive(message));
    fillPage(opened.webview, extensionUri, 'note');
  }

  const registered = [
    library.onDidChange(() => {
      if (panel) void reader.refresh();
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (restored, state) => {
        const trail = readTrail(state);
        if (panel || current(trail) === undefined) restored.dispose();
        else {
          reader.resume(trail);
          adopt(restored);
        }
        return Promise.resolve();
      },
    }),
  ];

  return {
    show: async (step, { preserveFocus, viewColumn = ViewColumn.Beside }) => {
      if (!(await reader.read(panel ? follow(reader.trail(), step) : startTrail(step)))) return sayMissing(step);
      if (panel) panel.reveal(undefined, preserveFocus);
      else adopt(window.createWebviewPanel(panelType, title, { viewColumn, preserveFocus }, { enableFindWidget: true }));
    },
    print: reader.print,
    dispose: () => {
      for (const one of registered) one.dispose();
      panel?.dispose();
    },
  };
}

function sayMissing(step: Step): void {
  void window.showWarningMessage(
    typeof step === 'string' ? l10n.t('There is no note “{0}”.', step) : l10n.t('There is nothing in it that Mulgil can explain.'),
  );
}
