import assert from 'node:assert/strict';
import { makeCase } from './case.ts';
import { failureOf } from './minimise.ts';

/** The short run of what `npm run fuzz` does for longer: the same inputs every time. */
const seed = 20_261_120;
const rounds = 400;
const largest = 20_000;
/** The machine may be busy: what this run looks for is what hangs. */
const patience = 8;
const timeLimit = 15_000; // in milliseconds

describe('hostile input of every kind', () => {
  it('gets an answer from every feature, in time', function () {
    this.timeout(60_000);
    const end = performance.now() + timeLimit;
    let tried = 0;
    for (; tried < rounds && (performance.now() < end || tried < 20); tried++) {
      const one = makeCase(seed, tried, largest);
      const failure = failureOf(one, patience);
      if (failure) throw new Error(`round ${tried}: ${JSON.stringify(one).slice(0, 5000)}`, { cause: failure.error });
    }
    assert.ok(tried >= 20);
  });

  it('is the same for the same seed', () => {
    for (const round of [1, 20, 300]) assert.deepEqual(makeCase(seed, round, largest), makeCase(seed, round, largest));
    assert.notDeepEqual(makeCase(seed, 1, largest), makeCase(seed + 1, 1, largest));
  });
});
