// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';

/** Every rule for compose files, by id. */
export const rules: readonly Rule<ComposeModel>[] = [];
