import { MarkdownString, Range, ThemeColor, window, workspace, type TextEditor } from 'vscode';
import type { Library } from './library.ts';

/** Milliseconds without a movement of the cursor before the line is asked about. */
const delay = 150;

/** Shows at the end of the cursor's line what a change of it costs at the next build, as faint as a lens. */
export function showCosts(library: Library): { dispose(): void } {
  const decoration = window.createTextEditorDecorationType({
    after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em' },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: TextEditor | undefined;

  function hide(): void {
    shown?.setDecorations(decoration, []);
    shown = undefined;
  }

  function askLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(window.activeTextEditor), delay);
  }

  async function ask(editor: TextEditor | undefined): Promise<void> {
    if (!editor || !isWanted(editor)) return hide();
    const { document, selection } = editor;
    const { version } = document;
    const position = selection.active;
    const fact = await library.cacheAt(document, position).catch(() => null);
    // What was typed meanwhile is asked about anew.
    if (editor !== window.activeTextEditor || document.version !== version || !editor.selection.active.isEqual(position)) return;
    if (shown !== editor) hide();
    if (!fact || fact.line >= document.lineCount) return hide();
    const { end } = document.lineAt(fact.line).range;
    editor.setDecorations(decoration, [
      {
        range: new Range(end, end),
        renderOptions: { after: { contentText: fact.text } },
        ...(fact.hoverMarkdown === undefined ? {} : { hoverMessage: new MarkdownString(fact.hoverMarkdown) }),
      },
    ]);
    shown = editor;
  }

  const watching = [
    window.onDidChangeActiveTextEditor(askLater),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) askLater();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      if (shown?.document === document) hide(); // the line may read differently now
      askLater();
    }),
    library.onDidChange(askLater),
    library.onDidRefresh(askLater),
  ];
  askLater();
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const watch of watching) watch.dispose();
      decoration.dispose();
    },
  };
}

function isWanted({ document }: TextEditor): boolean {
  return document.languageId === 'dockerfile' && workspace.getConfiguration('mulgil', document).get('lenses') !== 'off';
}
