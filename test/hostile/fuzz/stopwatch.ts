import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';

/** Times what is done with a text. */
export interface Stopwatch {
  /** Runs something. @throws AssertionError when it takes longer than the text's length allows, however often it is tried */
  time<T>(what: string, run: () => T): T;
}

/** Milliseconds that anything may take. What it may take more for a million characters is a second, or on a slow or busy machine more. */
const floor = 250;
let perMillion: number | undefined;

/** Half as long again as the YAML package takes for a million characters of ordinary text, but at least a second. */
function measurePace(): number {
  const text = 'a: {x: [1, 2]}\n'.repeat(5000);
  const times = Array.from({ length: 4 }, () => timeOf(() => parseDocument(text, { uniqueKeys: false })).took);
  return Math.max(1000, (1.5 * Math.min(...times) * 1_000_000) / text.length);
}

function timeOf<T>(run: () => T): { readonly result: T; readonly took: number } {
  const started = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(started);
  return { result, took: (user + system) / 1000 };
}

/** How often something slow is tried: the machine may have been busy with something else. */
const tries = 3;

/** Makes a stopwatch for a text. @param length in characters @param patience how many times as long things may take */
export function createStopwatch(length: number, patience = 1): Stopwatch {
  perMillion ??= measurePace();
  const limit = patience * (floor + (perMillion * length) / 1_000_000);
  return {
    time: (what, run) => {
      let best = Infinity;
      for (let tried = 0; ; tried++) {
        const { result, took } = timeOf(run);
        best = Math.min(best, took);
        if (best <= limit) return result;
        assert.ok(tried + 1 < tries, `${what} takes ${Math.round(best)} ms, and may take ${Math.round(limit)} for ${length} characters`);
      }
    },
  };
}
