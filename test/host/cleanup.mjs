/**
 * What has to end with this process: servers, temporary folders. Runs also when the process is interrupted; nothing can
 * run when it is killed with SIGKILL.
 */

/** @type {Set<() => void>} */
const pending = new Set();
let listening = false;

/**
 * @param {() => void} action synchronous
 * @returns {() => void} runs the action now, once, instead of at the end
 */
export function atExit(action) {
  listen();
  pending.add(action);
  return () => {
    if (pending.delete(action)) action();
  };
}

function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    // The last first: a server ends before its folders go.
    for (const action of [...pending].reverse()) {
      try {
        action();
      } catch (error) {
        console.error(String(error)); // the others still have to run
      }
    }
  });
  process.on('SIGHUP', () => process.exit(129));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
}
