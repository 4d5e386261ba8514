// Measures Mulgil beside its neighbours, prints Markdown tables and keeps them in docs/performance.md. Compare ratios: both sides ran
// on the same machine at the same time.
//   npm run bench                     everything
//   npm run bench -- compose growth   only these parts, which are printed and not kept
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchCommandLine } from './command-line.mjs';
import { benchCompose } from './compose.mjs';
import { benchDockerfile } from './dockerfile.mjs';
import { benchGrowth } from './growth.mjs';
import { benchKubernetes } from './kubernetes.mjs';

const page = 'docs/performance.md';
const marks = { start: '<!-- measured -->', end: '<!-- /measured -->' };
const parts = {
  dockerfile: benchDockerfile,
  kubernetes: benchKubernetes,
  compose: benchCompose,
  growth: benchGrowth,
  'command-line': benchCommandLine,
};

const { dependencies } = JSON.parse(readFileSync('bench/package.json', 'utf8'));
if (!Object.keys(dependencies).every((name) => existsSync(`bench/node_modules/${name}`)))
  spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: 'bench', stdio: 'inherit' });

const wanted = process.argv.slice(2);
const printed = [`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}.\n`];
console.log(printed[0]);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const table = await measure();
  printed.push(table);
  console.log(table);
}
if (wanted.length === 0) keep(printed.join('\n'));

/** @param {string} measured Markdown */
function keep(measured) {
  const text = readFileSync(page, 'utf8');
  const [start, end] = [text.indexOf(marks.start) + marks.start.length, text.indexOf(marks.end)];
  writeFileSync(page, `${text.slice(0, start)}\n\n${measured.trim()}\n\n${text.slice(end)}`);
}
