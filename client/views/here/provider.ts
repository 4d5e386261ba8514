import { commands, l10n, window, workspace, type Memento, type Position, type TextEditor, type Uri, type WebviewView } from 'vscode';
import { servedSelector } from '../../languages.ts';
import type { Library } from '../../library.ts';
import { fillPage } from '../html.ts';
import type { FromPage } from '../note/messages.ts';
import type { Notes } from '../note/panel.ts';
import { createReader } from '../note/reader.ts';
import { lasting, startTrail } from '../note/trail.ts';

/** The view's id in package.json. */
const hereView = 'mulgil.here';

/** Set while the view stays with its note; the buttons in its title are chosen by it. */
const pinnedContext = 'mulgil.here.pinned';

/** Where the pinned note's id is kept. */
const pinnedNote = 'here.pinned';

/** Milliseconds without a move of the cursor before the view follows it. */
const delay = 150;

/** The view of what the cursor stands on. */
export interface Here {
  pin(): void;
  unpin(): void;
  /** Opens what is on show as a tab. */
  open(): Promise<void>;
  dispose(): void;
}

/** Registers the view that follows the cursor. It keeps what it shows where the cursor stands on nothing, or when it is pinned. */
export function registerHere(library: Library, notes: Notes, extensionUri: Uri, store: Memento): Here {
  let view: WebviewView | undefined;
  /** The note that was pinned before the window was opened anew. */
  const kept = store.get(pinnedNote);
  let isPinned = typeof kept === 'string';
  /** Whether the cursor stands on nothing that there is a note on. */
  let isOff = false;
  /** What the cursor stood on last; reading on from there is left alone until it stands on something else. */
  let followed = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const reader = createReader({ library, webview: () => view?.webview, onMissing: () => undefined });

  function describe(): void {
    if (view) view.description = isPinned ? l10n.t('pinned') : isOff && reader.step() !== undefined ? l10n.t('no note here') : '';
  }

  const follows = (): boolean => view?.visible === true && !isPinned;

  function followLater(): void {
    clearTimeout(timer);
    if (follows()) timer = setTimeout(() => void followCursor(), delay);
  }

  async function followCursor(): Promise<void> {
    const editor = window.activeTextEditor;
    // A page that has the focus is no editor; what is on show stays.
    if (!editor || !follows()) return;
    const number = ++asked;
    const page = isServed(editor) ? await library.here(editor.document, placeOf(editor)).catch(() => null) : null;
    if (number !== asked || !follows()) return;
    isOff = page === null;
    const looks = JSON.stringify(page);
    if (page && looks !== followed) {
      followed = looks;
      await reader.read(startTrail({ page }));
    }
    describe();
  }

  function setPinned(pinned: boolean): void {
    isPinned = pinned;
    const step = reader.step();
    const note = step === undefined ? undefined : lasting(step);
    void store.update(pinnedNote, pinned && typeof note === 'string' ? note : undefined);
    showPinned();
    describe();
    followLater();
  }

  function showPinned(): void {
    void commands.executeCommand('setContext', pinnedContext, isPinned);
  }

  function fill(opened: WebviewView): void {
    view = opened;
    opened.webview.onDidReceiveMessage(async (message: FromPage) => {
      await reader.receive(message);
      describe();
    });
    opened.onDidChangeVisibility(followLater);
    opened.onDidDispose(() => (view = undefined));
    fillPage(opened.webview, extensionUri, 'note');
    describe();
    followLater();
  }

  if (typeof kept === 'string') {
    reader.resume(startTrail(kept));
    showPinned();
  }
  const registered = [
    window.registerWebviewViewProvider(hereView, { resolveWebviewView: fill }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) followLater();
    }),
    window.onDidChangeActiveTextEditor(followLater),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) followLater();
    }),
    library.onDidRefresh(followLater),
    library.onDidChange(() => {
      followed = '';
      if (view) void reader.refresh();
      followLater();
    }),
  ];

  return {
    pin: () => setPinned(true),
    unpin: () => setPinned(false),
    open: async () => {
      const step = reader.step();
      if (step !== undefined) await notes.show(lasting(step), { preserveFocus: false });
    },
    dispose: () => {
      clearTimeout(timer);
      for (const one of registered) one.dispose();
    },
  };
}

/** Where the cursor stands; in the indentation of a line, its first word. */
function placeOf({ document, selection: { active } }: TextEditor): Position {
  const [indentation = ''] = /^\s*(?:- +)*/.exec(document.lineAt(active).text) ?? [];
  return active.with({ character: Math.max(active.character, indentation.length) });
}

function isServed({ document }: TextEditor): boolean {
  return servedSelector.some(({ language }) => language === document.languageId);
}
