// Dockerfiles: Mulgil beside dockerfile-language-server-nodejs, the same documents and requests, in turn.
import { start } from './client.mjs';
import { median, table, time } from './measure.mjs';

const neighbour = 'dockerfile-language-server-nodejs 0.15.0';

/** @type {readonly import('./client.mjs').Server[]} */
const servers = [
  { name: 'Mulgil', command: [process.execPath, 'dist/server.js', '--stdio'] },
  { name: neighbour, command: [process.execPath, 'bench/node_modules/dockerfile-language-server-nodejs/bin/docker-langserver', '--stdio'] },
];

const uri = 'file:///bench/Dockerfile';

/**
 * A Dockerfile of about this many lines: stages of twenty lines as people write them.
 * @param {number} lines
 */
export function dockerfile(lines) {
  const stages = [];
  for (let i = 0; i < Math.max(1, Math.round(lines / 20)); i++) {
    stages.push(
      `FROM node:24-alpine AS stage${i}`,
      'ARG VERSION=1.0.0',
      'ENV NODE_ENV=production \\',
      '    PORT=3000',
      'WORKDIR /app',
      'COPY package.json package-lock.json ./',
      'RUN --mount=type=cache,target=/root/.npm \\',
      '    npm ci --omit=dev \\',
      '    && npm cache clean --force',
      '# the sources',
      `COPY --from=stage${Math.max(0, i - 1)} /app/dist ./dist`,
      'COPY . .',
      'RUN apk add --no-cache curl=8.14.1-r2 && echo "$VERSION" > version.txt',
      'LABEL org.opencontainers.image.title="bench"',
      'EXPOSE 3000',
      'USER node',
      'HEALTHCHECK --interval=30s --timeout=3s CMD curl -f http://localhost:3000/ || exit 1',
      'STOPSIGNAL SIGTERM',
      'CMD ["node", "dist/server.js"]',
      '',
    );
  }
  return stages.slice(0, lines).join('\n') + '\n';
}

/** @returns {Promise<string>} Markdown */
export async function benchDockerfile() {
  const parts = [table('Dockerfile: start', await startUp(), neighbour)];
  for (const lines of [10, 100, 1_000, 10_000])
    parts.push(table(`Dockerfile: ${lines.toLocaleString('en')} lines`, await editing(lines), neighbour));
  return parts.join('\n');
}

async function startUp() {
  const text = dockerfile(100);
  const taken = await Promise.all(servers.map(() => /** @type {number[]} */ ([])));
  for (let round = 0; round < 7; round++) {
    for (const [index, server] of servers.entries()) {
      const started = performance.now();
      const client = await start(server);
      await client.open(uri, 'dockerfile', text);
      taken[index]?.push(performance.now() - started);
      await client.stop();
    }
  }
  const [ours = NaN, theirs = NaN] = taken.map((times) => median(times.slice(1)));
  return [{ what: 'start to first diagnostics of 100 lines', unit: 'ms', ours, theirs }];
}

/** @param {number} lines */
async function editing(lines) {
  const text = dockerfile(lines);
  const times = lines >= 10_000 ? 8 : 30;
  const clients = await Promise.all(servers.map(start));
  const middle = Math.floor(Math.min(lines, text.split('\n').length) / 2);
  // A line in the middle that nothing continues: typing there adds comments, which change nothing else.
  const place = text.split('\n').findIndex((line, index) => index >= middle - 1 && line.startsWith('WORKDIR')) + 1 || 1;
  const rows = [];
  for (const client of clients) await client.open(uri, 'dockerfile', text);

  /** @type {readonly [string, (client: import('./client.mjs').Client) => Promise<unknown>][]} */
  const measured = [
    ['diagnostics after a keystroke', async (client) => (client.type(uri, place, '# typed\n'), client.diagnostics(uri))],
    [
      'hover right after a keystroke',
      async (client) => (client.type(uri, place, '# typed\n'), client.ask('textDocument/hover', uri, 0, 2)),
    ],
    ['hover at rest', (client) => client.ask('textDocument/hover', uri, 0, 2)],
    ['completion', (client) => client.ask('textDocument/completion', uri, place, 0)],
  ];
  for (const [what, action] of measured) {
    const taken = [];
    for (const client of clients) {
      taken.push(await time(times, () => action(client)));
      await client.diagnostics(uri); // what is still to come does not count for the next
    }
    const [ours = NaN, theirs = NaN] = taken;
    rows.push({ what, unit: 'ms', ours, theirs });
  }
  const [ours = NaN, theirs = NaN] = clients.map((client) => client.memory());
  rows.push({ what: 'memory after that', unit: 'MB', ours, theirs });
  for (const client of clients) await client.stop();
  return rows;
}
