import assert from 'node:assert/strict';
import { lint, type Finding } from '../../../server/api.ts';

/** What one rule alone says of a file, with others beside it; files that are not named are missing. */
async function said(rule: string, path: string, text: string, others: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> {
  const files = [{ path, text }, ...Object.entries(others).map(([other, content]) => ({ path: other, text: content }))];
  const findings = await lint(files, { preset: 'all', language: 'en' });
  return findings.filter((finding) => finding.path === path && finding.rule === `compose/${rule}`);
}

const edits = (findings: readonly Finding[]): unknown => findings[0]?.fix?.edits.map(({ path, newText }) => [path, newText]);

describe('rules for Compose files that look beyond their file', () => {
  it('name a project after its folder', async () => {
    const services = 'services:\n  web:\n    image: nginx:1.29\n';
    const named = await said('project-name', 'apps/My Shop/compose.yaml', `# shop\n${services}`);
    assert.deepEqual(edits(named), [['apps/My Shop/compose.yaml', 'name: myshop\n\n']]);
    assert.equal(named[0]?.fix?.edits[0]?.range.start.line, 1);
    assert.deepEqual(edits(await said('project-name', '2024/compose.yaml', services)), [['2024/compose.yaml', 'name: "2024"\n\n']]);
    assert.equal(edits(await said('project-name', '상점/compose.yaml', services)), undefined);
    assert.equal(edits(await said('project-name', 'shop/compose.yaml', `---\n${services}`)), undefined);
  });

  it('leave out what a file that is only laid over another one does not say', async () => {
    const part = 'services:\n  web:\n    image: nginx:1.29\nvolumes:\n  data:\n';
    const whole = { 'compose.yaml': 'services:\n  web:\n    volumes: ["data:/data"]\n' };
    assert.deepEqual(await said('project-name', 'compose.prod.yaml', part, whole), []);
    assert.deepEqual(await said('no-unused-definitions', 'compose.override.yaml', part, whole), []);
    assert.equal((await said('no-unused-definitions', 'compose.yaml', part)).length, 1);
  });

  it('keep secrets beside the file, and make only what is missing', async () => {
    const text = 'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: "a b"\n';
    const reference = '${POSTGRES_PASSWORD:?set it in .env}';
    const path = 'apps/shop/compose.yaml';
    const made = (findings: readonly Finding[]): unknown =>
      findings[0]?.fix?.edits.map((edit) => [edit.path, edit.newText.split('\n').at(-2) ?? edit.newText]);
    assert.deepEqual(made(await said('no-secret-value', path, text)), [
      [path, reference],
      ['apps/shop/.env', "POSTGRES_PASSWORD='a b'"],
      ['apps/shop/.gitignore', '.env'],
    ]);
    // the repository leaves something out already
    assert.deepEqual(made(await said('no-secret-value', path, text, { '.gitignore': '*.log\n' })), [
      [path, reference],
      ['apps/shop/.env', "POSTGRES_PASSWORD='a b'"],
    ]);
    for (const env of ['', 'OTHER=1\n', 'POSTGRES_PASSWORD="a b"\n'])
      assert.deepEqual(made(await said('no-secret-value', path, text, { 'apps/shop/.env': env })), [[path, reference]]);
    assert.deepEqual(
      made(await said('no-secret-value', path, text, { 'apps/shop/.env': 'POSTGRES_PASSWORD=x\nDB_POSTGRES_PASSWORD=y\n' })),
      undefined,
    );
  });

  it('offer no remedy for a secret that a file of variables could not hold', async () => {
    for (const value of ['"it\'s"', '"back\\\\"', '"two\\nlines"', '|\n        block']) {
      const text = `services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${value}\n`;
      const findings = await said('no-secret-value', 'compose.yaml', text);
      assert.equal(findings.length, 1, value);
      assert.equal(findings[0]?.fixable, false, value);
    }
  });

  it('expect no data to be kept by tests', async () => {
    const text = 'services:\n  db:\n    image: postgres:17\n';
    assert.equal((await said('keep-database-data', 'compose.yaml', text)).length, 1);
    assert.deepEqual(await said('keep-database-data', 'docker-compose.test.yml', text), []);
    assert.deepEqual(await said('keep-database-data', 'e2e/compose.yaml', text), []);
  });
});
