// Dockerfiles: Mulgil beside dockerfile-language-server-nodejs, the same documents and requests, in turn.
import { measureEditing, measureStart } from './editing.mjs';
import { table } from './measure.mjs';
import { benchTyping } from './typing.mjs';

const neighbour = 'dockerfile-language-server-nodejs 0.15.0';

/** @type {readonly import('./client.mjs').Server[]} */
const servers = [
  { name: 'Mulgil', command: [process.execPath, 'dist/server.js', '--stdio'] },
  { name: neighbour, command: [process.execPath, 'bench/node_modules/dockerfile-language-server-nodejs/bin/docker-langserver', '--stdio'] },
];

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
  const start = { what: 'start to first diagnostics of 100 lines', unit: 'ms', ...(await measureStart(servers, opened(100))) };
  const parts = [table('Dockerfile: start', [start], neighbour)];
  for (const lines of [10, 100, 1_000, 10_000])
    parts.push(table(`Dockerfile: ${lines.toLocaleString('en')} lines`, await editing(lines), neighbour));
  parts.push(await benchTyping('Dockerfile, 100 lines', servers, edited(100)));
  return parts.join('\n');
}

/** @param {number} lines */
const opened = (lines) => ({ uri: 'file:///bench/Dockerfile', languageId: 'dockerfile', text: dockerfile(lines) });

/** @param {number} lines */
function editing(lines) {
  return measureEditing(servers, edited(lines), lines >= 10_000 ? 8 : 30);
}

/** @param {number} lines */
function edited(lines) {
  const document = opened(lines);
  const written = document.text.split('\n');
  const middle = Math.floor(Math.min(lines, written.length) / 2);
  // A line in the middle that nothing continues: typing there adds comments, which change nothing else.
  const line = written.findIndex((text, index) => index >= middle - 1 && text.startsWith('WORKDIR')) + 1 || 1;
  return { ...document, line, typed: '# typed\n', hover: { line: 0, character: 2 } };
}
