// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';

/** Every rule for kubernetes files, by id. */
export const rules: readonly Rule<KubernetesModel>[] = [];
