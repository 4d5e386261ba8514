import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { hostileFiles } from '../security/hostile-files.ts';
import { payloads } from '../security/payloads.ts';
import { mulgil, temporaryFolder } from './support.ts';

/** The official schema of SARIF 2.1.0, as the SDK of its makers carries it. */
function officialSchema(): object {
  const index = createRequire(import.meta.url).resolve('@microsoft/sarif-matcher-utils');
  const schema = JSON.parse(readFileSync(index.replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
  // It is written in a draft that the validator has left behind; what it uses of it means the same in later ones.
  return { ...schema, $schema: undefined, id: undefined };
}

describe('mulgil lint --format sarif', () => {
  const folder = temporaryFolder();
  const cwd = folder.path;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (formats as unknown as (validator: Ajv) => void)(ajv);
  const validate = ajv.compile(officialSchema());

  async function check(...args: readonly string[]): Promise<readonly { readonly results: readonly unknown[] }[]> {
    const { out } = await mulgil(['lint', '--format', 'sarif', ...args], { cwd });
    const report = JSON.parse(out) as { readonly runs: readonly { readonly results: readonly unknown[] }[] };
    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    return report.runs;
  }

  it('is what the schema of SARIF 2.1.0 says, for the examples', async () => {
    const { out } = await mulgil(['lint', '--format', 'sarif', '--preset', 'all', '--silenced', 'examples']);
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3)));
  });

  it('is so for nothing, and for files with odd names and texts', async () => {
    folder.write({ 'clean/Dockerfile': 'FROM nginx:1.30\nUSER nginx\n', '한글 #%&?[x]/a b:c/Dockerfile': 'FROM node:latest\n' });
    assert.equal((await check('clean'))[0]?.results.length, 0);
    assert.ok(((await check('--language', 'ko', '한글 #%&?[x]'))[0]?.results.length ?? 0) > 0);
    Object.values(payloads).forEach((payload, seed) => {
      hostileFiles(payload, seed + 1, 2).forEach(({ path, language, text }, at) =>
        folder.write({ [`odd/${seed}/${at}/${language === 'dockerfile' ? 'Dockerfile' : path}`]: text }),
      );
    });
    assert.ok(((await check('--preset', 'all', 'odd'))[0]?.results.length ?? 0) > 100);
  });

  it('would not be if anything were wrong with it', () => {
    assert.ok(!validate({ version: '2.1.0' }));
    assert.ok(!validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] }));
  });
});
