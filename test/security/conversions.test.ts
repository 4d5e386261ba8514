import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, isScalar, parseAllDocuments, type Node } from 'yaml';
import { composeServices, toDockerRun } from '../../server/convert/doors.ts';
import { toKubernetes } from '../../server/convert/kubernetes/convert.ts';
import { asFiles, asOneFile } from '../../server/convert/kubernetes/present.ts';
import { temporaryFolder } from '../cli/support.ts';
import { hostileFiles } from './hostile-files.ts';
import { lineBreaks, mark, payloads } from './payloads.ts';

const all = { ...payloads, 'line breaks': lineBreaks };

/** The names of all keys that stand at the beginning of a line of its own making. */
function keysOf(node: unknown): readonly string[] {
  if (isMap(node)) return node.items.flatMap(({ key, value }) => [isScalar(key) ? String(key.value) : '', ...keysOf(value)]);
  return isSeq(node) ? node.items.flatMap(keysOf) : [];
}

describe('a stranger’s Compose file in other words', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();

  for (const [what, payload] of Object.entries(all)) {
    const files = hostileFiles(payload, 7, 60).filter(({ language }) => language === 'compose');

    it(`becomes manifests in which it is a value: ${what}`, () => {
      for (const { path, text } of files) {
        const source = { files: [{ path, text }], read: () => null };
        const conversion = toKubernetes(source, 'en');
        for (const made of asFiles(conversion, { name: path }, 'ko')) {
          assert.match(made.path, /^[\w./-]+$/, made.path);
          assert.doesNotMatch(made.path, /^\/|(?:^|\/)\.\.(?:\/|$)/);
        }
        for (const document of parseAllDocuments(asOneFile(conversion, { name: payload }, 'en'))) {
          assert.deepEqual(document.errors, []);
          const { contents } = document as { contents: Node | null };
          for (const key of keysOf(contents)) assert.ok(key !== mark, `a key in ${text.slice(0, 2000)}`);
          const kind: unknown = isMap(contents) ? contents.get('kind') : 'none';
          assert.ok(contents === null || typeof kind === 'string');
        }
      }
    });

    it(`becomes commands in which it is a word: ${what}`, () => {
      for (const { path, text } of files) {
        const source = { files: [{ path, text }], read: () => null };
        const services = composeServices(source);
        for (const service of services) {
          const [command] = toDockerRun(source, service, 'en')?.files ?? [];
          // A shell in which docker does nothing runs what was written.
          const { stderr } = spawnSync('/bin/sh', ['-s'], {
            cwd: folder.path,
            env: { PATH: '/usr/bin:/bin' },
            encoding: 'utf8',
            input: `docker() { :; }\n${command?.text ?? ''}\n`,
          });
          assert.doesNotMatch(stderr, /not found|syntax|unexpected/i, `${command?.text.slice(0, 2000) ?? ''}\n${stderr.slice(0, 2000)}`);
        }
        assert.ok(!existsSync(join(folder.path, mark)));
      }
    });
  }
});
