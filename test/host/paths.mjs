import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** Everything the test host downloads or writes; git-ignored. */
export const cache = join(project, '.vscode-test');
