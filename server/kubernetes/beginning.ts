import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Longer files are no longer being begun. */
const lengthLimit = 500;

/** A line that a manifest begins with, as far as it is typed. */
const firstLine = /^(?:apiVersion:[ \t]*["']?[\w./-]*["']?|kind:[ \t]*["']?\w*["']?|api(?:V(?:e(?:r(?:s(?:i(?:on?)?)?)?)?)?)?|kind?)$/;

/** Folders and file names that say that manifests lie there. */
const folder = /\/(?:k8s|kubernetes|manifests|kustomize)\//i;
const fileName =
  /[/._-](?:deployment|service|ingress|configmap|secret|statefulset|daemonset|cronjob|namespace|networkpolicy|pvc|hpa|pdb)[._-][^/]*$/i;

/**
 * Whether somebody begins to write a manifest: the file holds no more than its first lines, or nothing yet but a word where manifests lie
 * or where the file has no name yet.
 * Its kind is not known yet, so that it cannot be told by its content; completion serves it all the same.
 */
export function isBeginning(document: TextDocument): boolean {
  const { uri } = document;
  if (/(?:^|\/)Chart\.yaml$/.test(uri)) return false;
  const text = document.getText();
  if (text.length > lengthLimit) return false;
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => !/^(?:#.*|---)?$/.test(line.trimStart()));
  const isExpected = uri.startsWith('untitled:') || folder.test(uri) || fileName.test(uri);
  if (lines.length === 0 || (isExpected && lines.length === 1 && /^[\w-]+$/.test(lines[0] ?? ''))) return isExpected;
  return (
    lines.length <= 2 && lines.some((line) => firstLine.test(line)) && lines.every((line) => firstLine.test(line) || /^\w+$/.test(line))
  );
}
