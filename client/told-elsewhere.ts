import { languages, workspace, type Diagnostic, type Disposable, type TextDocument, type Uri } from 'vscode';
import { servedSelector } from './languages.ts';
import { isToldBy } from './same-finding.ts';

const isOwn = ({ source }: Diagnostic): boolean => source === 'mulgil';

/** Leaves out what another extension says of the same place by now: it would be underlined and listed twice. */
export function withoutToldElsewhere(uri: Uri, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const others = languages.getDiagnostics(uri).filter((diagnostic) => !isOwn(diagnostic));
  return diagnostics.filter((diagnostic) => !others.some((other) => isToldBy(diagnostic, other)));
}

/** Calls when what other extensions say of an open file changed. */
export function watchOthers(changed: (document: TextDocument) => void): Disposable {
  const known = new Map<string, string>();
  return languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
      if (!document || !servedSelector.some(({ language }) => language === document.languageId)) {
        known.delete(uri.toString());
        continue;
      }
      const others = languages.getDiagnostics(uri).filter((diagnostic) => !isOwn(diagnostic));
      const looks = JSON.stringify(others.map(({ range, source, code }) => [range, source, code]));
      if (looks === (known.get(uri.toString()) ?? '[]')) continue;
      known.set(uri.toString(), looks);
      changed(document);
    }
  });
}
