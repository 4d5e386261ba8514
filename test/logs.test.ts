import assert from 'node:assert/strict';
import { failuresIn } from './logs.mjs';

describe('the logs of a test run', () => {
  it('tell of what nobody handled', () => {
    for (const line of [
      '[error] Uncaught (in promise) TypeError: x is undefined',
      '[warn] rejected promise not handled within 1 second: Error: Connection is disposed',
      '[error] [mulgil.mulgil] provider FAILED',
      '(node:1) UnhandledPromiseRejectionWarning: Error',
    ])
      assert.deepEqual(failuresIn(`[log] fine\n${line}\n`), [line]);
  });

  it('tell of nothing that is only called so', () => {
    for (const line of [
      '[log] ##test   ✔ Mulgil tells of an error in an unhandled case',
      '[error] Failed to load resource: the server responded with a status of 404 (Not Found)',
      '[10:02:18] writing /tmp/mulgil-host-LY500R/error.sock failed',
    ])
      assert.deepEqual(failuresIn(line), []);
  });
});
