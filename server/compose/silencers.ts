import { createSilencers } from '../yaml/silencers.ts';

/** What silences findings in a Compose file: its comments. */
export const silencersIn = createSilencers();
