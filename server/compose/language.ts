import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defineLanguage } from '../language.ts';
import { parseYamlFile } from '../yaml/parse.ts';
import { fileName, isYaml } from '../yaml/recognise.ts';
import { complete } from './completion/completion.ts';
import { snippets } from './completion/snippets.ts';
import { silencersIn } from './silencers.ts';
import { draw } from './drawing/draw.ts';
import { hover } from './hover.ts';
import { links } from './links.ts';
import type { ComposeModel } from './model.ts';
import { named } from './named.ts';
import { createProjects } from './names/projects.ts';
import { environmentName, filesBeside, mainNames, overrideNames } from './project/files.ts';
import { filesNamed } from './project/parts.ts';
import { ignoreListsAbove } from './review/literal-secret.ts';
import { rules } from './rules/index.ts';
import { symbols } from './symbols.ts';

/** Compose files, recognised by name, or by a `services` mapping at the top of a YAML file. */
export const compose = defineLanguage<ComposeModel>({
  id: 'compose',
  rules,
  recognises,
  parse: (document, previous) => ({ document, file: parseYamlFile(document.getText(), previous?.file) }),
  silencers: ({ file }) => silencersIn(file),
  hover,
  complete,
  snippets,
  related: (path, text) => [...filesBeside(path), ...filesNamed(path, text), ...ignoreListsAbove(path)],
  watches: [...mainNames, ...overrideNames, environmentName, '.gitignore'],
  links,
  named,
  symbols,
  createIndex: createProjects,
  indexes: ['*.{yaml,yml}'],
  draw,
});

function recognises(document: TextDocument): boolean {
  if (!isYaml(document)) return false;
  if (document.languageId === 'dockercompose' || /^(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$/i.test(fileName(document))) return true;
  const text = document.getText();
  return (
    /^\uFEFF?services[ \t]*:[ \t]*(?:#.*)?$/m.test(text) &&
    /^[ \t]+(?:image|build)[ \t]*:/m.test(text) &&
    !/^(?:apiVersion|kind|stages|image|script|jobs|pool)[ \t]*:/m.test(text)
  );
}
