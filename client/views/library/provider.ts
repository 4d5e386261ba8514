import { commands, window, type Uri, type WebviewView } from 'vscode';
import type { SearchParams } from '../../../server/protocol.ts';
import { hasTerminal } from '../../has-terminal.ts';
import type { Library } from '../../library.ts';
import { fillPage } from '../html.ts';
import { openPage } from '../open-page.ts';
import { openKeeping, type Store } from './keeping.ts';
import type { EntryAction, FromPage, Home, Kept, ToPage } from './messages.ts';
import { useSnippet, useCommand } from './use-entry.ts';

/** The view's id in package.json. */
const libraryView = 'mulgil.library';

/** The panel of the library. */
export interface LibraryPanel {
  /** Opens the panel; with the id of an entry or words to search for, there. */
  show(target?: string): Promise<void>;
  dispose(): void;
}

/** What the panel is made with. */
export interface PanelParts {
  readonly library: Library;
  readonly extensionUri: Uri;
  readonly store: Store;
}

/** Registers the view of the library. */
export function registerLibrary({ library, extensionUri, store }: PanelParts): LibraryPanel {
  const keeping = openKeeping(store);
  let page: WebviewView | undefined;
  let isReady = false;
  /** What the page shows first, which is gathered while it loads. */
  let prepared: Promise<Home> | undefined;
  /** Where the page is to go once it is there. */
  let waiting: ToPage | undefined;

  const post = (message: ToPage): void => void page?.webview.postMessage(message);

  async function kept(): Promise<Kept> {
    const [favourites, recent] = await Promise.all([keeping.favourites(), keeping.recent()].map((ids) => library.entries(ids)));
    return { favourites: favourites ?? [], recent: recent ?? [], done: keeping.done() };
  }

  async function homeOfNow(): Promise<Home> {
    const [sections, own] = await Promise.all([library.sections(), kept()]);
    return { ...sections, ...own, hasTerminal: hasTerminal() };
  }

  async function sendHome(): Promise<void> {
    const home = prepared ?? homeOfNow();
    prepared = undefined;
    post({ type: 'home', home: await home });
    isReady = true;
    if (waiting) post(waiting);
    waiting = undefined;
  }

  async function sendFound(number: number, query: SearchParams): Promise<void> {
    post({ type: 'found', number, answer: await library.search(query) });
  }

  async function use(action: EntryAction, id: string): Promise<void> {
    const [entry] = await library.entries([id]);
    const done = entry?.command === undefined ? await useSnippet(action, id, library) : await useCommand(action, entry.command);
    if (!done) return;
    post({ type: 'done', action, id });
    await remember(id);
  }

  async function remember(id: string): Promise<void> {
    await keeping.used(id);
    post({ type: 'kept', kept: await kept() });
  }

  async function receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return sendHome();
      case 'search':
        return sendFound(message.number, message.query);
      case 'copy':
      case 'insert':
      case 'terminal':
        return use(message.type, message.id);
      case 'read':
        void commands.executeCommand('mulgil.openNote', message.id);
        return remember(message.id);
      case 'favourite':
        await keeping.favour(message.id, message.on);
        return post({ type: 'kept', kept: await kept() });
      case 'tick':
        return keeping.tick(message.item, message.on);
      case 'language':
        await library.readIn(message.locale);
        return;
      case 'start':
        await commands.executeCommand(message.at === 'sample' ? 'mulgil.openSample' : 'mulgil.openWalkthrough');
        return;
      case 'open':
        return openPage(message.address);
    }
  }

  function fill(view: WebviewView): void {
    page = view;
    isReady = false;
    prepared = homeOfNow();
    prepared.catch(() => undefined); // who waits for it hears of it
    view.onDidDispose(() => {
      page = undefined;
      isReady = false;
    });
    // A page that was hidden is loaded anew when it is seen again, and says so.
    view.onDidChangeVisibility(() => {
      if (!view.visible) isReady = false;
    });
    view.webview.onDidReceiveMessage((message: FromPage) => receive(message).catch(() => post({ type: 'failed' })));
    fillPage(view.webview, extensionUri, 'library');
  }

  const registered = [
    window.registerWebviewViewProvider(libraryView, { resolveWebviewView: fill }),
    library.onDidChange(() => {
      if (page) void receive({ type: 'ready' }).catch(() => post({ type: 'failed' }));
    }),
  ];

  return {
    show: async (target) => {
      if (target !== undefined) waiting = await leading(target);
      await commands.executeCommand(`${libraryView}.focus`);
      if (!isReady || !waiting) return;
      post(waiting);
      waiting = undefined;
    },
    dispose: () => {
      for (const one of registered) one.dispose();
    },
  };

  async function leading(target: string): Promise<ToPage> {
    const [entry] = await library.entries([target]);
    return entry ? { type: 'show', entry } : { type: 'ask', query: target };
  }
}
