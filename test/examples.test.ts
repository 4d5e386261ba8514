import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lint } from '../server/api.ts';

/**
 * What the preset `recommended` finds in each file of examples/: the rules' ids in the order of their places, each once for each finding.
 * Files in good/ give nothing; those in poor/ hold each mistake that their comments promise.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  'good/Dockerfile': [],
  'good/go/Dockerfile': [],
  'good/node/Dockerfile': [],
  'good/compose.yaml': [],
  'good/k8s/app.yaml': [],
  'good/k8s/kafka.yaml': [],
  'good/k8s/mysql.yaml': [],
  'good/k8s/namespace.yaml': [],
  'good/k8s/redis.yaml': [],
  'good/k8s/secrets.yaml': [],
  'poor/Dockerfile': [
    'dockerfile/no-latest-tag',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-trailing-comment',
    'dockerfile/copy-not-add',
    'dockerfile/cache-friendly-copy',
    'dockerfile/use-dockerignore',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-ignored-failure',
    'dockerfile/no-latest-tag',
    'dockerfile/non-root-user',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-maintainer',
    'dockerfile/absolute-workdir',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-secret-variable',
    'dockerfile/cache-friendly-copy',
    'dockerfile/workdir-before-copy',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-package-cache',
    'dockerfile/no-install-recommends',
    'dockerfile/non-interactive-install',
    'dockerfile/copy-not-add',
    'dockerfile/no-trailing-comment',
    'dockerfile/workdir-before-copy',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-trailing-comment',
    'dockerfile/no-kill-stopsignal',
    'dockerfile/no-overridden-instruction',
    'dockerfile/no-trailing-comment',
    'dockerfile/exec-form',
  ],
  'poor/compose.yaml': [
    'compose/no-version-field',
    'compose/no-secret-value',
    'compose/use-service-name',
    'compose/no-secret-value',
    'compose/wait-until-healthy',
    'compose/keep-database-data',
    'compose/no-latest-tag',
    'compose/bind-to-localhost',
    'compose/no-secret-value',
    'compose/no-latest-tag',
    'compose/bind-to-localhost',
  ],
  'poor/k8s/deployment.yaml': [
    'kubernetes/field-types',
    'kubernetes/no-secret-in-config-map',
    'kubernetes/use-namespace',
    'kubernetes/selector-matches-labels',
    'kubernetes/resources',
    'kubernetes/no-latest-tag',
    'kubernetes/probes-differ',
    'kubernetes/use-startup-probe',
    'kubernetes/single-database',
    'kubernetes/selector-matches-labels',
    'kubernetes/resources',
    'kubernetes/no-latest-tag',
    'kubernetes/no-secret-value',
    'kubernetes/probes-differ',
  ],
  'poor/k8s/ingress.yaml': ['kubernetes/backend-exists'],
  'poor/k8s/service.yaml': ['kubernetes/service-selects-pods'],
};

const folder = 'examples';
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));

describe('the examples', () => {
  for (const [path, rules] of Object.entries(expected)) {
    it(`${path} gives ${rules.length === 0 ? 'nothing' : `${rules.length} findings`}`, async () => {
      assert.ok(
        files.some((file) => file.path === path),
        'the file exists',
      );
      const findings = await lint(files, { preset: 'recommended', language: 'en' });
      assert.deepEqual(
        findings.filter((finding) => finding.path === path).map(({ rule }) => rule),
        rules,
      );
    });
  }
});
