/**
 * Lets messages that have come in meanwhile be read, a cancellation among them. In Node the event loop reads its input between
 * one round of immediates and the next, so one round alone would read nothing.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(() => setImmediate(resolve));
    else setTimeout(resolve, 0);
  });
}
