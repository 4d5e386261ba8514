import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Api from '../server/api.ts';
import { dist } from './cli/support.ts';

describe('the API (dist/api.js)', function () {
  this.timeout(30_000);
  let api: typeof Api;
  before(async () => {
    assert.ok(existsSync(join(dist, 'api.js')), 'the bundles are built: npm run build');
    api = (await import(pathToFileURL(join(dist, 'api.js')).href)) as typeof Api;
  });

  it('gives findings as the contract says', async () => {
    const findings = await api.lint([
      { path: 'app/Dockerfile', text: 'FROM node:24 AS build\nFROM eclipse-temurin:latest\nSTOPSIGNAL SIGKILL\n' },
    ]);
    const latest = findings.find(({ rule }) => rule === 'dockerfile/no-latest-tag');
    assert.ok(latest);
    const { message, why, url, ...rest } = latest;
    assert.deepEqual(rest, {
      path: 'app/Dockerfile',
      rule: 'dockerfile/no-latest-tag',
      severity: 'warning',
      range: { start: { line: 1, character: 5 }, end: { line: 1, character: 27 } },
      equivalents: ['hadolint:DL3007'],
      resource: 'stage/1',
      note: 'dockerfile/FROM',
      fixable: false,
    });
    assert.ok(message.includes(':latest') && why !== '' && url?.startsWith('https://'));
    const signal = findings.find(({ rule }) => rule === 'dockerfile/no-kill-stopsignal');
    assert.equal(signal?.fixable, true);
    assert.deepEqual(signal.fix?.edits, [
      { path: 'app/Dockerfile', range: { start: { line: 2, character: 11 }, end: { line: 2, character: 18 } }, newText: 'SIGTERM' },
    ]);
    assert.ok(signal.fix.title);
  });

  it('speaks both languages', async () => {
    const files = [{ path: 'Dockerfile', text: 'FROM nginx:latest\n' }];
    assert.match((await api.lint(files, { language: 'ko' }))[0]?.message ?? '', /[가-힣]/);
    assert.doesNotMatch((await api.lint(files, { language: 'en' }))[0]?.message ?? '', /[가-힣]/);
    assert.doesNotMatch((await api.lint(files))[0]?.message ?? '', /[가-힣]/);
    const korean = { path: '.mulgil.yaml', text: 'language: ko\n' };
    assert.match((await api.lint([korean, ...files]))[0]?.message ?? '', /[가-힣]/);
    assert.doesNotMatch((await api.lint([korean, ...files], { language: 'en' }))[0]?.message ?? '', /[가-힣]/);
  });

  it('counts options over config over .mulgil.yaml over .hadolint.yaml', async () => {
    const text = 'FROM nginx:latest\nUSER nginx\n';
    const severities = async (own: string, options?: Api.LintOptions): Promise<readonly string[]> =>
      (
        await api.lint(
          [
            { path: './.mulgil.yaml', text: own },
            { path: '.hadolint.yaml', text: 'override: {error: [DL3007]}' },
            { path: 'Dockerfile', text },
          ],
          options,
        )
      )
        .filter(({ rule }) => rule === 'dockerfile/no-latest-tag')
        .map(({ severity }) => severity);
    const rule = (setting: string): string => `rules: {dockerfile/no-latest-tag: ${setting}}\n`;
    assert.deepEqual(await severities(''), ['error']);
    assert.deepEqual(await severities(rule('info')), ['info']);
    assert.deepEqual(await severities(rule('off')), []);
    assert.deepEqual(await severities(rule('off'), { config: { rules: { 'dockerfile/no-latest-tag': 'hint' } } }), ['hint']);
    assert.deepEqual(await severities('ignore: ["*file"]'), []);
    assert.deepEqual(await severities('preset: all', { preset: 'recommended' }), ['error']);
  });

  it('judges API versions by the version of the cluster that is set', async () => {
    const text = 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: report\n';
    const rulesFor = async (files: readonly { path: string; text: string }[], config?: object): Promise<readonly string[]> =>
      (await api.lint([{ path: 'job.yaml', text }, ...files], { ...(config ? { config } : {}) }))
        .filter(({ rule }) => /api-versions/.test(rule))
        .map(({ rule, severity }) => `${rule} ${severity}`);
    const old = { path: '.mulgil.yaml', text: 'kubernetes: {version: "1.24"}\n' };
    assert.deepEqual(await rulesFor([]), ['kubernetes/served-api-versions error']);
    assert.deepEqual(await rulesFor([old]), ['kubernetes/no-deprecated-api-versions warning']);
    assert.deepEqual(await rulesFor([old], { kubernetes: { version: '1.31' } }), ['kubernetes/served-api-versions error']);
  });

  it('stays silent on files that are none of ours', async () => {
    const texts = ['a: 1\n', 'name: ci\non: push\njobs: {}\n', '', '# Dockerfile\nFROM node:latest\n'];
    for (const text of texts)
      for (const path of ['values.yaml', 'README.md', 'Dockerfile.md', 'x'])
        assert.deepEqual(await api.lint([{ path, text }], { preset: 'all' }), []);
  });

  it('answers odd options with what is usual', async () => {
    const odd = { language: 'fr', preset: 'strict', config: [1] } as unknown as Api.LintOptions;
    assert.ok((await api.lint([{ path: 'Dockerfile', text: 'FROM nginx:latest\n' }], odd)).length > 0);
  });
});
