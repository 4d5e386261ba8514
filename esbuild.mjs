// Builds everything into dist/: the core and its doors (language servers, command line, API), client, webview pages.
//   node esbuild.mjs                 development build
//   node esbuild.mjs --production    minified, without source maps
//   node esbuild.mjs --watch         builds again at each change of code (not of content)
//   node esbuild.mjs --tests         bundles the unit tests into dist-test/
//   node esbuild.mjs --generate      only makes what the code takes in as text
//   node esbuild.mjs --run FILE …    bundles a script and runs it
import { build, context } from 'esbuild';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fromCore } from './docs/from-core.mjs';
import { leanClient } from './docs/lean-client.mjs';
import { leanCore } from './docs/lean-core.mjs';
import { minify } from './docs/minify.mjs';
import { notices } from './docs/notices.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const args = process.argv.slice(2);
const production = args.includes('--production');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  define: { MULGIL_VERSION: JSON.stringify(version) },
};
// Bundled CommonJS packages ask for Node's modules by `require`, which ES modules do not have.
const requireBanner = "import { createRequire as mulgilRequire } from 'node:module'; const require = mulgilRequire(import.meta.url);";
// dockerfile-ast looks for a byte order mark with Node's Buffer.
const bufferBanner = 'globalThis.Buffer ??= { from: (text) => new TextEncoder().encode(text) };';

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  // One bundle for Node, where doors require it, and for the worker, where it is the script before the server's.
  core: {
    ...common,
    plugins: [leanCore(join(root, 'server'), writeTexts)],
    charset: 'ascii', // a script of one byte a character takes half the memory
    platform: 'browser',
    format: 'iife',
    globalName: 'mulgilCore',
    outfile: 'dist/core.cjs',
    entryPoints: ['server/core.ts'],
    alias: { 'vscode-languageserver-types': 'vscode-languageserver-types' }, // the project's own, also where a package brings another
    banner: { js: bufferBanner },
    footer: { js: "if (typeof module === 'object') module.exports = mulgilCore;" },
  },
  // Each door of Node is one file, so that a start reads two: the door and the core.
  node: {
    ...common,
    plugins: [fromCore("require('./core.cjs')")],
    external: ['./core.cjs', './server.js'],
    platform: 'node',
    format: 'esm',
    outdir: 'dist',
    entryPoints: { server: 'server/main.node.ts', cli: 'server/cli/main.ts', api: 'server/api.node.ts' },
    banner: { js: requireBanner },
  },
  serverWeb: {
    ...common,
    plugins: [fromCore('mulgilCore')],
    platform: 'browser',
    format: 'iife',
    outfile: 'dist/server.web.js',
    entryPoints: ['server/main.web.ts'],
  },
  // One bundle for both of VS Code's hosts; the browser's takes no second file, and no other ending than `.js`.
  client: {
    ...common,
    plugins: [leanClient],
    platform: 'node',
    conditions: ['browser'], // for the browser's part of the client's library, which has no other name
    format: 'cjs',
    external: ['vscode'],
    outfile: 'dist/client/extension.js',
    entryPoints: ['client/extension.ts'],
    mainFields: ['main'],
  },
  views: {
    ...common,
    platform: 'browser',
    format: 'iife',
    outdir: 'dist/views',
    entryPoints: {
      drawing: 'client/views/drawing/page.ts',
      'drawing-style': 'client/views/drawing/page.css',
      explain: 'client/views/explain/page.ts',
      'explain-style': 'client/views/explain/page.css',
      library: 'client/views/library/page.ts',
      'library-style': 'client/views/library/page.css',
      note: 'client/views/note/page.ts',
      'note-style': 'client/views/note/page.css',
      picture: 'client/views/drawing/page/picture.ts',
      renderer: 'client/views/renderer.ts',
    },
    alias: { entities: './client/views/note/entities.ts', 'linkify-it': './client/views/note/linkify.ts' },
  },
};

/** Bundles a script of the project and imports it; what it needs from packages stays outside. */
async function run(entry, scriptArgs = []) {
  const outfile = join(root, 'dist-test/scripts', `${entry.replaceAll(/[/\\]/g, '-')}.mjs`);
  await build({ ...common, minify: false, platform: 'node', format: 'esm', packages: 'external', entryPoints: [entry], outfile });
  process.argv = [process.argv[0], entry, ...scriptArgs];
  await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/** Makes what the bundles take in as text: the compiled content, and the schemas unless they are newer than what they are made from. */
async function generate() {
  for (const schema of ['server/kubernetes/schema', 'server/compose/schema']) {
    const folder = join(root, schema);
    const sources = [
      join(root, 'package-lock.json'),
      join(folder, 'generate.mts'),
      ...(await readdir(join(folder, 'generate'), { recursive: true })).map((file) => join(folder, 'generate', file)),
    ];
    if (!(await isFresh(join(folder, 'structure.json'), sources))) await run(`${schema}/generate.mts`);
  }
  await run('content/compile.mts');
  await run('server/kubernetes/schema/ship.mts');
}

async function isFresh(made, sources) {
  const time = async (file) => (await stat(file)).mtimeMs;
  try {
    const newest = Math.max(...(await Promise.all(sources.map(time))));
    return (await time(made)) > newest;
  } catch {
    return false;
  }
}

async function buildAll() {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await mkdir(join(root, 'dist'), { recursive: true });
  await mkdir(join(root, 'dist/client'));
  await writeFile(join(root, 'dist/package.json'), '{ "type": "module" }\n');
  await writeFile(join(root, 'dist/client/package.json'), '{ "type": "commonjs" }\n');
  await mkdir(join(root, 'dist/data'));
  await generate();
  const built = await Promise.all(Object.values(bundles).map((options) => build({ ...options, metafile: true })));
  await writeFile(
    join(root, 'dist/THIRD_PARTY_NOTICES.txt'),
    await notices(
      built.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
      root,
    ),
  );
  if (production) await minify(join(root, 'dist'));
  await run('docs/schema.mts');
  await cp(join(root, 'content/compiled-index.json'), join(root, 'dist/data/notes.json'));
  await cp(join(root, 'server/kubernetes/schema/structure.json'), join(root, 'dist/data/kubernetes.json'));
  await cp(join(root, 'server/compose/schema/structure.json'), join(root, 'dist/data/compose.json'));
  await cp(join(root, 'client/media'), join(root, 'dist/media'), { recursive: true });
}

/** Writes what the core's code leaves out, and with it all other texts, as packed as server/unpack.ts reads them. */
async function writeTexts({ finding, word }) {
  const data = join(root, 'dist/data');
  const parts = [
    await readFile(join(root, 'content/compiled.json'), 'utf8'),
    await readFile(join(root, 'server/kubernetes/schema/shipped.json'), 'utf8'),
    JSON.stringify(word),
  ];
  await mkdir(join(root, 'dist-test'), { recursive: true });
  await Promise.all([
    writeFile(join(data, 'findings.ko.json'), JSON.stringify(finding.ko)),
    writeFile(join(data, 'findings.en.json'), JSON.stringify(finding.en)),
    writeFile(join(root, 'dist-test/texts'), parts.join('\0')),
  ]);
  await run('docs/pack-texts.mts', ['dist-test/texts', join(data, 'texts.bwt')]);
}

async function buildTests() {
  await rm(join(root, 'dist-test/unit'), { recursive: true, force: true });
  await generate();
  const files = await readdir(join(root, 'test'), { recursive: true });
  const entryPoints = files
    .filter((file) => (file.endsWith('.test.ts') && !file.startsWith('editor')) || file === 'setup.ts')
    .map((file) => join(root, 'test', file));
  await build({
    ...common,
    minify: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    splitting: true,
    entryPoints,
    outbase: 'test',
    outdir: 'dist-test/unit',
    outExtension: { '.js': '.mjs' },
  });
}

if (args.includes('--run')) await run(args[args.indexOf('--run') + 1], args.slice(args.indexOf('--run') + 2));
else if (args.includes('--generate')) await generate();
else if (args.includes('--tests')) await buildTests();
else if (args.includes('--watch')) {
  await buildAll();
  for (const options of Object.values(bundles)) await (await context(options)).watch();
} else await buildAll();
