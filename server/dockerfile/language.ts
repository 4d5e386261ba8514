import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defineLanguage } from '../language.ts';
import { costAt } from './cache/facts.ts';
import { ignoreFilePaths } from './cache/ignore-file.ts';
import { complete } from './completion/completion.ts';
import { snippets } from './completion/snippets.ts';
import { draw } from './drawing.ts';
import { explainFile } from './explained.ts';
import { folding } from './folding.ts';
import { hover } from './hover/hover.ts';
import { lenses } from './lenses.ts';
import { lockFilePaths, lockFiles } from './installs/lock-files.ts';
import { links } from './links.ts';
import type { DockerfileModel } from './model.ts';
import { named } from './named.ts';
import { parse } from './parse.ts';
import { rules } from './rules/index.ts';
import { signature } from './signature.ts';
import { silencers } from './silencers.ts';
import { createStages, indexedNames } from './stages/stage-index.ts';
import { symbols } from './symbols.ts';

/** Dockerfiles, Containerfiles, and files that end in `.dockerfile`. */
export const dockerfile = defineLanguage<DockerfileModel>({
  id: 'dockerfile',
  rules,
  recognises,
  parse,
  silencers,
  hover,
  complete,
  snippets,
  links,
  named,
  symbols,
  folding,
  signature,
  // No Dockerfile ends like this, and a folder may hold thousands of them.
  related: (path) => (/\.ya?ml$/i.test(path) ? [] : [...ignoreFilePaths(path), ...lockFilePaths(path)]),
  watches: ['.dockerignore', '*.dockerignore', ...lockFiles],
  createIndex: createStages,
  indexes: indexedNames,
  lenses,
  cost: costAt,
  explain: explainFile,
  draw,
});

function recognises({ languageId, uri }: TextDocument): boolean {
  if (languageId === 'dockerfile') return true;
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return (
    /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[^.]+)*$|\.(?:dockerfile|containerfile)$/i.test(name) &&
    !/\.(?:ya?ml|json|md|dockerignore)$/i.test(name)
  );
}
