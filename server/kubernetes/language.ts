import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defineLanguage } from '../language.ts';
import { fileName, isJson, isYaml } from '../yaml/recognise.ts';
import { isBeginning } from './beginning.ts';
import { chartName, chartsAbove } from './chart.ts';
import { complete } from './completion/completion.ts';
import { snippets } from './completion/snippets.ts';
import { draw } from './drawing/draw.ts';
import { hover } from './hover.ts';
import type { KubernetesModel } from './model.ts';
import { looksLikeJsonManifest, looksLikeManifest, parse } from './parse.ts';
import { kustomizationNames, kustomizationsBeside } from './patch.ts';
import { links } from './links.ts';
import { named } from './named.ts';
import { rules } from './rules/index.ts';
import { silencers } from './silencers.ts';
import { symbols } from './symbols.ts';
import { createCluster } from './wires/cluster.ts';

/** YAML and JSON files that hold manifests, recognised by their content. */
export const kubernetes = defineLanguage<KubernetesModel>({
  id: 'kubernetes',
  rules,
  recognises: (document: TextDocument) =>
    (isYaml(document) && (looksLikeManifest(document.getText()) || isBeginning(document))) ||
    (isJson(document) && looksLikeJsonManifest(document.getText())) ||
    kustomizationNames.includes(fileName(document)),
  parse,
  watches: [...kustomizationNames, chartName],
  createIndex: createCluster,
  indexes: ['*.{yaml,yml}', ...kustomizationNames],
  silencers,
  related: (path) => [...kustomizationsBeside(path), ...chartsAbove(path)],
  hover,
  named,
  symbols,
  complete,
  snippets,
  links,
  draw,
});
