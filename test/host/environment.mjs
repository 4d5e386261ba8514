/**
 * The environment variables that child processes get. A process started by `npm run`, by a test runner or in VS Code's
 * own terminal inherits variables that were meant for its parent; these functions leave them out.
 */

/** What an `npm run` hands down. It would turn a nested install into a dry, global or partial one. */
const fromNpm = /^npm_/i;

/** npm settings that say how to reach a registry: without them an install behind a proxy or a mirror fails. */
const npmNetwork = /^npm_config_(registry|.*proxy|cafile|ca|cert|key|strict_ssl|cache|userconfig|globalconfig|\/\/.*)$/i;

/** What changes the behaviour of code-server, VS Code or the Node they run on. */
const forEditor =
  /^(VSCODE_|ELECTRON_|CODE_SERVER_|CS_|XDG_|NODE_OPTIONS$|NODE_PATH$|PASSWORD$|HASHED_PASSWORD$|GITHUB_TOKEN$|PORT$|LOG_LEVEL$|EXTENSIONS_GALLERY$)/;

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv} for an npm started inside another npm
 */
export function npmEnvironment(env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !fromNpm.test(name) || npmNetwork.test(name));
  return without(Object.fromEntries(kept), /^(NODE_OPTIONS|NODE_PATH|NODE_ENV|INIT_CWD)$/);
}

/**
 * @param {string} home the folder that takes the place of the user's home
 * @param {NodeJS.ProcessEnv} [extra] added at the end
 * @returns {NodeJS.ProcessEnv} for code-server and the extension hosts it starts
 */
export function serverEnvironment(home, extra = {}) {
  return { ...without(without(process.env, fromNpm), forEditor), HOME: home, ...extra };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {RegExp} names
 * @returns {NodeJS.ProcessEnv}
 */
function without(env, names) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.test(name)));
}
