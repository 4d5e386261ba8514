import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../server', import.meta.url));

/** Modules of a door's own, and small ones without state, of which a copy costs less than loading the core early. */
const own = /^(?:cli\/.*|main\.\w+|api|[\w-]+\.node|describe|locale|nearest|text\/harmless)\.ts$/;

/**
 * Makes a door take from the core's bundle what that holds, instead of bundling it again: `server/core.ts`, and of the
 * protocol's library the part for all platforms, which its Node and browser parts import as well. Any other import of what lies
 * below the doors stops the build.
 * @param {string} core the expression that is the core at run time
 * @returns {import('esbuild').Plugin}
 */
export const fromCore = (core) => ({
  name: 'from-core',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, kind }) => {
      const module = relative(server, join(resolveDir, path)).split(sep).join('/');
      if (module === 'core.ts') return { path: core, namespace: 'core' };
      // The command line starts the server that lies beside it.
      if (module === 'main.node.ts' && kind === 'dynamic-import') return { path: './server.js', external: true };
      if (!own.test(module)) return { errors: [{ text: `A door takes values only from server/core.ts, not from server/${module}` }] };
      return undefined;
    });
    onResolve({ filter: /^\.\.\/common\/(?:api|server)$/ }, ({ importer }) =>
      /[/\\]node_modules[/\\]vscode-(?:jsonrpc|languageserver|languageserver-protocol)[/\\]lib[/\\](?:node|browser)[/\\]/.test(importer)
        ? { path: `${core}.languageServer`, namespace: 'core' }
        : undefined,
    );
    onLoad({ filter: /^/, namespace: 'core' }, ({ path }) => ({ contents: `module.exports = ${path};`, resolveDir: server }));
  },
});
