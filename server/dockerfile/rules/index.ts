// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { DockerfileModel } from '../model.ts';
import { cacheFriendlyCopy } from './cache-friendly-copy.ts';
import { copyNotAdd } from './copy-not-add.ts';
import { execForm } from './exec-form.ts';
import { ignoreReason } from './ignore-reason.ts';
import { noKillStopsignal } from './no-kill-stopsignal.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noTrailingComment } from './no-trailing-comment.ts';
import { nonRootUser } from './non-root-user.ts';

/** Every rule for dockerfile files, by id. */
export const rules: readonly Rule<DockerfileModel>[] = [
  cacheFriendlyCopy,
  copyNotAdd,
  execForm,
  ignoreReason,
  noKillStopsignal,
  noLatestTag,
  noTrailingComment,
  nonRootUser,
];
