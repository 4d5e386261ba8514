import type { DocumentLink } from 'vscode-languageserver-types';
import { imageLinks } from '../yaml/links.ts';
import { rangeIn } from './wires/report.ts';
import { summarise } from './wires/summary.ts';
import type { KubernetesModel } from './model.ts';

/** Links from images to their pages, and from a kustomization to the files and folders that it takes in. */
export function links({ document, file }: KubernetesModel): readonly DocumentLink[] {
  const resources = file.documents.flatMap((part): DocumentLink[] => {
    const { line } = document.positionAt(part.span.start);
    return (summarise(part).kustomization?.resources ?? []).flatMap(({ text, mark }) => {
      const target = targetOf(document.uri, text);
      return target === undefined ? [] : [{ range: rangeIn({ line }, mark), target }];
    });
  });
  return [...imageLinks(document, file), ...resources];
}

/** The address of what a kustomization names. A name without an ending is a folder, which holds a kustomization of its own. */
function targetOf(uri: string, written: string): string | undefined {
  if (/^https:\/\/[\w.-]+\/[\w./?=&-]*$/.test(written)) return written;
  if (!/^[\w./ -]+$/.test(written) || written.startsWith('/')) return undefined;
  const isFile = /\.(?:ya?ml|json)$/i.test(written);
  const parts = uri.slice(0, uri.lastIndexOf('/')).split('/');
  for (const part of (isFile ? written : `${written}/kustomization.yaml`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encodeURIComponent(part));
    else if (parts.length > 3) parts.pop();
    else return undefined;
  }
  return parts.join('/');
}
