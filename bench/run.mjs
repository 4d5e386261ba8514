// Measures Mulgil beside its neighbours and prints Markdown tables. Compare ratios: both sides ran on the same machine at the same time.
//   npm run bench
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchCommandLine } from './command-line.mjs';
import { benchCompose } from './compose.mjs';
import { benchDockerfile } from './dockerfile.mjs';
import { benchKubernetes } from './kubernetes.mjs';

const { dependencies } = JSON.parse(readFileSync('bench/package.json', 'utf8'));
if (!Object.keys(dependencies).every((name) => existsSync(`bench/node_modules/${name}`)))
  spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: 'bench', stdio: 'inherit' });

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}\n`);
for (const part of [benchDockerfile, benchKubernetes, benchCompose, benchCommandLine]) console.log(await part());
