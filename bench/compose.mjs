// Compose files: Mulgil beside Microsoft's compose-language-service, the same documents and requests, in turn.
import { measureEditing, measureStart } from './editing.mjs';
import { table } from './measure.mjs';
import { benchTyping } from './typing.mjs';

const neighbour = '@microsoft/compose-language-service 1.0.0';

/** @type {readonly import('./client.mjs').Server[]} */
const servers = [
  { name: 'Mulgil', command: [process.execPath, 'dist/server.js', '--stdio'] },
  {
    name: neighbour,
    command: [process.execPath, 'bench/node_modules/@microsoft/compose-language-service/bin/docker-compose-langserver', '--stdio'],
  },
];

/**
 * A Compose file with this many services, as people write them.
 * @param {number} services
 */
export function composeFile(services) {
  const lines = ['name: bench', 'services:'];
  for (let i = 0; i < services; i++) {
    lines.push(
      `  web${i}:`,
      '    image: nginx:1.30',
      '    restart: unless-stopped',
      '    ports:',
      `      - "127.0.0.1:${10_000 + i}:80"`,
      '    environment:',
      '      LEVEL: info',
      `      NEXT: http://web${(i + 1) % services}`,
      '    volumes:',
      `      - data${i}:/var/lib/data`,
      '    healthcheck:',
      '      test: ["CMD", "curl", "-f", "http://localhost/"]',
      '      interval: 10s',
      '    networks: [inside]',
      ...(i === 0 ? [] : ['    depends_on:', `      web${i - 1}:`, '        condition: service_healthy']),
    );
  }
  lines.push('networks:', '  inside: {}', 'volumes:', ...Array.from({ length: services }, (_, i) => `  data${i}: {}`));
  return `${lines.join('\n')}\n`;
}

/** @returns {Promise<string>} Markdown */
export async function benchCompose() {
  const start = { what: 'start to first diagnostics of 10 services', unit: 'ms', ...(await measureStart(servers, opened(10))) };
  const parts = [table('Compose: start', [start], neighbour)];
  for (const services of [1, 20, 200]) parts.push(table(`Compose: ${services} services`, await editing(services), neighbour));
  parts.push(await benchTyping('Compose, 20 services', servers, edited(20)));
  return parts.join('\n');
}

/** @param {number} services */
const opened = (services) => ({ uri: 'file:///bench/compose.yaml', languageId: 'dockercompose', text: composeFile(services) });

/** @param {number} services */
function editing(services) {
  return measureEditing(servers, edited(services), services >= 200 ? 8 : 12);
}

/** @param {number} services */
function edited(services) {
  const document = opened(services);
  const written = document.text.split('\n');
  const line = written.indexOf(`  web${Math.floor(services / 2)}:`) + 1; // below a service in the middle
  const hover = { line: written.indexOf('    image: nginx:1.30'), character: 6 };
  return { ...document, line, typed: '    # typed\n', hover };
}
