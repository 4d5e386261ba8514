import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Whether the document is YAML, by its language id or its file name. */
export function isYaml({ languageId, uri }: TextDocument): boolean {
  return languageId === 'yaml' || languageId === 'dockercompose' || /\.ya?ml$/i.test(uri);
}

/** Whether the document is JSON, by its language id or its file name. */
export function isJson({ languageId, uri }: TextDocument): boolean {
  return languageId === 'json' || languageId === 'jsonc' || /\.json$/i.test(uri);
}

/** The last part of a document's address. */
export function fileName({ uri }: TextDocument): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
