import assert from 'node:assert/strict';
import { lintWorkspace } from '../../server/api.ts';
import { library } from '../../server/library.ts';

/** The examples of notes that are whole files: what Mulgil teaches must pass what Mulgil checks. Snippets have tests of their own. */
const examples = library
  .ids()
  .filter((id) => !id.startsWith('snippets/'))
  .flatMap((id) =>
    [...(library.note(id, 'en')?.body ?? '').matchAll(/^```(dockerfile|yaml)\n([\s\S]*?)^```/gm)]
      .map(([, language, text = '']) => ({ id, path: language === 'dockerfile' ? 'Dockerfile' : 'manifest.yaml', text }))
      .filter(({ path, text }) => (path === 'Dockerfile' ? /^FROM /m.test(text) : /^kind:/m.test(text))),
  );

/** Stands beside every example, as it should beside every Dockerfile. */
const ignoreFile = { path: '.dockerignore', text: '.git\n.env\nnode_modules\n' };

/** What an example that shows one thing may leave out. */
const leftOut: ReadonlySet<string> = new Set(['dockerfile/non-root-user', 'kubernetes/resources']);

describe('the examples of notes', () => {
  it('are there', () => assert.ok(examples.length >= 10, String(examples.length)));
  for (const { id, path, text } of examples) {
    it(`${id}: has no finding`, () => {
      const findings = lintWorkspace([{ path, text }, ignoreFile])
        .files.flatMap((file) => file.findings)
        .filter(({ rule }) => !leftOut.has(rule));
      assert.deepEqual(
        findings.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        text,
      );
    });
  }
});
