import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Tells when memory is not given back. */
export interface MemoryWatch {
  /** What is wrong after a round; `undefined` when nothing is. */
  grown(round: number): { readonly signature: string; readonly error: Error } | undefined;
}

/** Megabytes that may be in use beyond what the first rounds left, and how often that is looked at, in rounds. */
const allowed = 200;
const every = 200;

/** Watches the heap of this thread. */
export function createMemoryWatch(): MemoryWatch {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let usual: number | undefined;
  return {
    grown: (round) => {
      if (round % every !== every - 1) return undefined;
      collect();
      const used = process.memoryUsage().heapUsed / 1_000_000;
      usual ??= used;
      if (used <= usual + allowed) return undefined;
      return { signature: 'memory grows', error: new Error(`${Math.round(used)} MB in use, at first ${Math.round(usual)} MB`) };
    },
  };
}
