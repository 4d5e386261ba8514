import { comments } from './texts/comments.ts';
import { losses } from './texts/losses.ts';
import { remarks } from './texts/remarks.ts';

/** Everything that is said in and of the manifests. */
export const say = { ...comments, ...remarks, ...losses };
