import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defineLanguage } from '../language.ts';
import { complete } from './completion.ts';
import { hover } from './hover.ts';
import { links } from './links.ts';
import type { DockerfileModel } from './model.ts';
import { parse } from './parse.ts';
import { rules } from './rules/index.ts';
import { silencers } from './silencers.ts';

/** Dockerfiles, Containerfiles, and files that end in `.dockerfile`. */
export const dockerfile = defineLanguage<DockerfileModel>({
  id: 'dockerfile',
  rules,
  recognises,
  parse,
  silencers,
  hover,
  complete,
  links,
});

function recognises({ languageId, uri }: TextDocument): boolean {
  if (languageId === 'dockerfile') return true;
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return (
    /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[^.]+)*$|\.(?:dockerfile|containerfile)$/i.test(name) &&
    !/\.(?:ya?ml|json|md|dockerignore)$/i.test(name)
  );
}
