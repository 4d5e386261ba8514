import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintWorkspace } from '../../../server/lint-workspace.ts';

const folder = 'test/server/dockerfile/stacks';

/** The day on which the images were chosen: what was supported then need not be later. */
const config = { rules: { 'dockerfile/no-end-of-life-base': ['warning', { asOf: '2026-11-20' }] } };

/** Stands beside each Dockerfile, as it does in a project of that kind. */
const ignoreFile = {
  path: '.dockerignore',
  text: '.git\n.env\n*.log\nDockerfile\ncompose*.yaml\nnode_modules\n.venv\n__pycache__\nvendor\n_build\n.next\n',
};

/** Dockerfiles as careful engineers write them for the stacks that people use. A finding on one of them is a false alarm. */
describe('Dockerfiles of well-known stacks', () => {
  const names = readdirSync(folder);

  it('are many', () => assert.ok(names.length >= 30));

  for (const name of names) {
    it(`${name} gives nothing under the recommended rules`, () => {
      const file = { path: 'Dockerfile', text: readFileSync(join(folder, name), 'utf8') };
      const { files } = lintWorkspace([file, ignoreFile], { preset: 'recommended', config }, (message) => assert.fail(message));
      assert.deepEqual(
        files.flatMap(({ findings }) => findings.map(({ rule, range, message }) => `${range.start.line + 1}: ${rule}: ${message}`)),
        [],
      );
    });
  }
});
