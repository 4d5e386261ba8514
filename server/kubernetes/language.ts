import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defineLanguage } from '../language.ts';
import { isYaml } from '../yaml/recognise.ts';
import { imageLinks } from '../yaml/links.ts';
import { complete } from './completion.ts';
import { hover } from './hover.ts';
import type { KubernetesModel } from './model.ts';
import { looksLikeManifest, parse } from './parse.ts';
import { kustomizationNames, kustomizationsBeside } from './patch.ts';
import { rules } from './rules/index.ts';
import { silencers } from './silencers.ts';

/** YAML files that hold manifests, recognised by their content. */
export const kubernetes = defineLanguage<KubernetesModel>({
  id: 'kubernetes',
  rules,
  recognises: (document: TextDocument) => isYaml(document) && looksLikeManifest(document.getText()),
  parse,
  watches: kustomizationNames,
  silencers,
  related: kustomizationsBeside,
  hover,
  complete,
  links: ({ document, file }) => imageLinks(document, file),
});
