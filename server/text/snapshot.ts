import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * A document as it is now, whatever is typed into it later. As long as nothing is, the document itself says where lines begin: it knows
 * that from edit to edit, while a copy would have to look for them anew.
 */
export function snapshotOf(document: TextDocument): TextDocument {
  const { uri, languageId, version } = document;
  const text = document.getText();
  let copy: TextDocument | undefined;
  const now = (): TextDocument =>
    document.version === version && document.getText() === text ? document : (copy ??= TextDocument.create(uri, languageId, version, text));
  return {
    uri,
    languageId,
    version,
    get lineCount() {
      return now().lineCount;
    },
    getText: (range) => (range ? now().getText(range) : text),
    positionAt: (offset) => now().positionAt(offset),
    offsetAt: (position) => now().offsetAt(position),
    getLineRange: (line) => now().getLineRange(line),
    getEOLCharacters: (line) => now().getEOLCharacters(line),
  };
}
