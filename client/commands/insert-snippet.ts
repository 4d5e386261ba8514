import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { SnippetLanguage, SnippetTitle } from '../../server/protocol.ts';
import { insertSnippet as insert } from '../insert-snippet.ts';
import { lastEditor } from '../last-editor.ts';
import type { Library } from '../library.ts';

type SnippetItem = QuickPickItem & { readonly id?: string };

/** Makes the command that inserts a snippet: the one with the id that a link passes, or one that the user chooses. */
export function insertSnippet(library: Library): (id?: unknown) => Promise<void> {
  return async (id) => {
    const chosen = typeof id === 'string' ? id : await chooseSnippet(await library.snippets());
    if (chosen !== undefined) await insert(library, chosen);
  };
}

async function chooseSnippet(snippets: readonly SnippetTitle[]): Promise<string | undefined> {
  const picked = await window.showQuickPick(arrange(snippets), {
    title: l10n.t('Insert a snippet'),
    placeHolder: l10n.t('Name of a language, a program or a kind'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}

/** By kinds of files, that of the active editor first. */
function arrange(snippets: readonly SnippetTitle[]): readonly SnippetItem[] {
  const kinds: readonly (readonly [SnippetLanguage, string, readonly string[]])[] = [
    ['dockerfile', 'Dockerfile', ['dockerfile']],
    ['compose', 'Docker Compose', ['dockercompose']],
    ['kubernetes', 'Kubernetes', ['yaml']],
    ['pipeline', 'CI/CD', ['groovy']],
  ];
  const here = lastEditor()?.document.languageId ?? '';
  const ordered = [...kinds].sort(([, , one], [, , other]) => Number(other.includes(here)) - Number(one.includes(here)));
  return ordered.flatMap(([language, label]): readonly SnippetItem[] => [
    { label, kind: QuickPickItemKind.Separator },
    ...snippets
      .filter((snippet) => snippet.language === language)
      .map(({ id, title, description, prefix }) => ({ id, label: title, description: prefix[0] ?? '', detail: description })),
  ]);
}
