import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { atExit } from './cleanup.mjs';

/**
 * @typedef {object} ProcessGroup
 * @property {(pattern: RegExp, seconds: number) => Promise<RegExpExecArray>} output resolves when what follows on stdout matches
 * @property {Promise<never>} died rejects when the process ends without `stop`
 * @property {() => Promise<void>} stop kills it and all its children
 */

/**
 * Starts a process that ends, with every process it started, no later than this one.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.name for error messages
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.log the file that gets stdout and stderr
 * @returns {ProcessGroup}
 */
export function startGroup(command, args, { name, env, log }) {
  // `detached` makes the process the leader of a group of its own.
  const leader = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = atExit(() => {
    try {
      if (leader.pid) process.kill(-leader.pid, 'SIGKILL');
    } catch {
      // It is gone.
    }
  });
  const file = createWriteStream(log);
  leader.stdout.pipe(file, { end: false });
  leader.stderr.pipe(file, { end: false });

  let stopping = false;
  /** @type {Promise<string>} why it ended */
  const closed = new Promise((resolve) => {
    leader.once('error', (error) => resolve(error.message));
    leader.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `exit code ${code}`}`));
  });
  /** @type {Promise<never>} */
  const died = new Promise((_, reject) => {
    closed.then((reason) => stopping || reject(new Error(`${name} is gone: ${reason}; see ${log}`)));
  });
  died.catch(() => {}); // whoever waits for it gets the error; nobody has to wait

  const explain = (/** @type {Error} */ { message }) => Promise.reject(new Error(`${name}: ${message}; see ${log}`));
  return {
    died,
    output: (pattern, seconds) => Promise.race([died, found(leader.stdout, pattern, seconds).catch(explain)]),
    stop: async () => {
      stopping = true;
      kill();
      await closed;
      file.end();
    },
  };
}

/**
 * @param {NodeJS.ReadableStream} stream
 * @param {RegExp} pattern
 * @param {number} seconds
 * @returns {Promise<RegExpExecArray>}
 */
function found(stream, pattern, seconds) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${seconds} s`)), seconds * 1000);
    let text = '';
    const look = (/** @type {Buffer} */ chunk) => {
      text += chunk;
      const match = pattern.exec(text);
      if (!match) return;
      clearTimeout(timer);
      stream.off('data', look);
      resolve(match);
    };
    stream.on('data', look);
  });
}
