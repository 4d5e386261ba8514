import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { lintWorkspace } from '../../server/api.ts';
import { expand, type Snippet } from './expand.ts';

/** Where a snippet that is no whole file is meant to be inserted; `▮` marks the place, its column the indentation. */
const frames: readonly { readonly file: string; readonly whole: RegExp; readonly frame: (body: string, name: string) => string }[] = [
  { file: 'dockerfile', whole: /^FROM /m, frame: (body) => insert(`FROM debian:13-slim\nWORKDIR /app\n▮\nUSER 10001\n${/^CMD /m.test(body) ? '' : 'CMD ["app"]\n'}`, body) },
  {
    file: 'compose',
    whole: /^services:/m,
    frame: (body) => (/^healthcheck:/.test(body) ? insert('services:\n  db:\n    image: example/db:1.0.0\n    ▮\n', body) : insert('services:\n  ▮\n', body)),
  },
  { file: 'kubernetes', whole: /^apiVersion:/m, frame: (body, name) => insert(podFrame(name), body) },
];

/** A Pod whose container has all that the recommended rules ask for, except what the snippet brings. */
function podFrame(name: string): string {
  const resources = ['resources:', '  requests: { cpu: 100m, memory: 128Mi }', '  limits: { memory: 256Mi }'].map((line) => `      ${line}\n`).join('');
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.0.0\n${/resources/i.test(name) ? '' : resources}      ▮\n`;
}

function insert(frame: string, body: string): string {
  const line = frame.split('\n').find((text) => text.includes('▮')) ?? '';
  return frame.replace('▮', body.replaceAll('\n', `\n${' '.repeat(line.indexOf('▮'))}`));
}

/** Stands beside every file, as it should beside every Dockerfile. */
const ignoreFile = { path: '.dockerignore', text: '.git\n.env\nnode_modules\n' };

const pathOf = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'manifest.yaml' } as Record<string, string>;

for (const { file, whole, frame } of frames) {
  describe(`snippets/${file}.json`, () => {
    const snippets = Object.entries(JSON.parse(readFileSync(`snippets/${file}.json`, 'utf8')) as Record<string, Snippet>);

    for (const [name, snippet] of snippets) {
      it(`${name}: expands, parses, and is quiet under the recommended rules`, () => {
        const body = expand(snippet);
        const text = whole.test(body) ? body : frame(body, name);
        if (file !== 'dockerfile') for (const document of parseAllDocuments(text)) assert.deepEqual((document as { errors: unknown[] }).errors, [], text);
        const { files } = lintWorkspace([{ path: pathOf[file] ?? '', text }, ignoreFile], {}, (message) => assert.fail(message));
        assert.equal(files.length, 1, `recognised: ${text}`);
        assert.deepEqual(files[0]?.findings.map(({ rule, message }) => `${rule}: ${message}`), [], text);
      });
      it(`${name}: is described in both languages`, () => assert.match(snippet.description, /[가-힣].* \/ [^가-힣]+$/));
    }

    it('gives every prefix to one snippet only', () => {
      const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
      assert.deepEqual(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index), []);
    });
  });
}
