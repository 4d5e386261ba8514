import { Uri, l10n, workspace, type TextDocument } from 'vscode';
import type { Drawing } from '../../../server/protocol.ts';
import type { Library } from '../../library.ts';
import { registerFilePanel, type FilePanel } from '../file-panel.ts';
import { fileName, revealPlace } from '../shown-file.ts';
import type { FromPage, ToPage } from './messages.ts';
import { saveDrawing } from './save.ts';

/** Languages whose files a picture may be made of, besides the one that it was asked for. */
const drawn: ReadonlySet<string> = new Set(['dockerfile', 'dockercompose', 'yaml']);

/** The panel in which a file is drawn. */
export interface Drawings {
  /** Draws a file, beside the editor or where the panel is already. Answers whether it is one of ours. */
  show(document: TextDocument): Promise<boolean>;
  dispose(): void;
}

/** Keeps the one panel for pictures. */
export function registerDrawings(library: Library, extensionUri: Uri): Drawings {
  let everything = false;
  let drawing: Drawing | undefined;

  const post = (message: ToPage): void => file.post(message);

  async function send(uri: Uri): Promise<boolean> {
    const isWhole = everything;
    const answer = await library.draw(await workspace.openTextDocument(uri), isWhole);
    if (!answer || uri !== file.shown() || isWhole !== everything) return answer !== null;
    drawing = answer.drawing;
    post({ type: 'drawing', name: fileName(uri), ...answer, state: { uri: uri.toString(), everything } });
    return true;
  }

  /** Goes to where a box is written. The page names the box only, so that it leads nowhere else. */
  async function goTo(id: string): Promise<void> {
    const at = drawing?.nodes.find((node) => node.id === id)?.at;
    if (at) await revealPlace(Uri.parse(at.uri, true), at.range.start.line, at.range.start.character);
  }

  const file: FilePanel = registerFilePanel<FromPage>(library, extensionUri, {
    type: 'mulgil.drawing',
    page: 'drawing',
    title: (name) => l10n.t('Drawing: {0}', name),
    send,
    receive: async (message) => {
      switch (message.type) {
        case 'goTo':
          return goTo(message.id);
        case 'reach':
          everything = message.everything;
          return file.renew();
        case 'save': {
          const uri = file.shown();
          if (uri && (await saveDrawing(uri, message.svg))) post({ type: 'saved' });
        }
      }
    },
    // What is wired to the file may stand in others.
    concerns: ({ languageId }) => drawn.has(languageId),
    resume: (state) => {
      everything = typeof state === 'object' && state !== null && 'everything' in state && state.everything === true;
    },
  });

  return {
    show: async (document) => {
      if (!(await library.draw(document, false))) return false;
      if (file.shown()?.toString() !== document.uri.toString()) everything = false;
      await file.open(document.uri);
      return true;
    },
    dispose: () => file.dispose(),
  };
}
