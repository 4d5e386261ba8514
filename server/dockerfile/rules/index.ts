// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { DockerfileModel } from '../model.ts';
import { noLatestTag } from './no-latest-tag.ts';

/** Every rule for dockerfile files, by id. */
export const rules: readonly Rule<DockerfileModel>[] = [noLatestTag];
