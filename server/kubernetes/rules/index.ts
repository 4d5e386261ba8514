// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { ignoreReason } from './ignore-reason.ts';
import { noDuplicateKeys } from './no-duplicate-keys.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { probesDiffer } from './probes-differ.ts';
import { resources } from './resources.ts';
import { selectorMatchesLabels } from './selector-matches-labels.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule for kubernetes files, by id. */
export const rules: readonly Rule<KubernetesModel>[] = [
  ignoreReason,
  noDuplicateKeys,
  noLatestTag,
  probesDiffer,
  resources,
  selectorMatchesLabels,
  yamlSyntax,
];
