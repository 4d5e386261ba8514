// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { ignoreReason } from './ignore-reason.ts';
import { noDuplicateKeys } from './no-duplicate-keys.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noVersionField } from './no-version-field.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule for compose files, by id. */
export const rules: readonly Rule<ComposeModel>[] = [ignoreReason, noDuplicateKeys, noLatestTag, noVersionField, yamlSyntax];
