import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mulgil, temporaryFolder } from '../cli/support.ts';
import { hostileFiles } from './hostile-files.ts';
import { lineBreaks, mark, payloads } from './payloads.ts';

/** What a terminal obeys, or what hides or turns text around; line breaks are counted by the tests themselves. */
const dangerous = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const all = { ...payloads, 'line breaks': lineBreaks };
const withDangers = [
  'terminal escapes',
  'text that runs backwards',
  'hidden text',
  'a command to a log',
  'line breaks',
  'an image with a handler',
];

describe('a stranger’s files on the command line', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const cwd = folder.path;
  let count = 0;

  /** Writes files that hold a payload; answers the folder they are in. */
  function write(payload: string): string {
    const at = `p${++count}`;
    hostileFiles(payload, count, 10).forEach(({ language, path, text }, place) => {
      const name = language === 'dockerfile' ? 'Dockerfile' : path;
      folder.write({ [`${at}/${place}/${name}`]: text });
    });
    return at;
  }

  for (const what of withDangers) {
    it(`cannot speak to the terminal or to a log: ${what}`, async () => {
      const at = write((all as Readonly<Record<string, string>>)[what] ?? '');
      for (const isTerminal of [false, true]) {
        const { out, err } = await mulgil(['lint', '--preset', 'all', '--silenced', at], { cwd, isTerminal });
        assert.doesNotMatch(out.replace(/\x1b\[(?:1|2|22|3[1-6]|39)m/g, ''), dangerous);
        assert.doesNotMatch(err, dangerous);
        assert.doesNotMatch(out, new RegExp(`^(?:::|##\\[|\\[?${mark}|# ${mark})`, 'm'));
      }
      const { out: json } = await mulgil(['lint', '--preset', 'all', '--format', 'json', at], { cwd });
      assert.doesNotMatch(json, dangerous);
      const { out: sarif } = await mulgil(['lint', '--preset', 'all', '--format', 'sarif', at], { cwd });
      assert.doesNotMatch(sarif, dangerous);
      for (const text of [json, sarif]) JSON.parse(text);
      const { out: github } = await mulgil(['lint', '--preset', 'all', '--format', 'github', at], { cwd });
      assert.doesNotMatch(github, dangerous);
      for (const line of github.trim().split('\n')) assert.match(line, /^::(?:error|warning|notice) file=p\d+\/\d+\/[\w.-]+,line=/);
      const { out: patch } = await mulgil(['fix', '--dry-run', at], { cwd, isTerminal: true });
      assert.doesNotMatch(patch.replace(/\x1b\[(?:1|2|22|3[1-6]|39)m/g, ''), dangerous);
    });
  }

  it('cannot speak through names of files, options and topics', async () => {
    const name = 'a\u001b[31m\u202e\n::error::x';
    folder.write({ [`names/${name}/Dockerfile`]: 'FROM node:latest\n', [`names/${name}.yaml`]: 'a: 1\n' });
    const outcomes = [
      await mulgil(['lint', 'names'], { cwd }),
      await mulgil(['lint', `names/${name}.yaml`], { cwd }),
      await mulgil(['lint', '--format', 'github', 'names'], { cwd }),
      await mulgil(['lint', `nowhere${name}`], { cwd }),
      await mulgil(['lint', `--${name}`], { cwd }),
      await mulgil(['fix', 'names'], { cwd }),
      await mulgil(['explain', name], { cwd }),
      await mulgil(['cheatsheet', name], { cwd }),
      await mulgil(['convert', `names/${name}.yaml`], { cwd }),
      await mulgil([name], { cwd }),
    ];
    for (const { out, err } of outcomes)
      for (const text of [out, err]) {
        assert.doesNotMatch(text, dangerous);
        assert.doesNotMatch(text, /^::error::/m);
      }
  });

  it('is explained as text where it is the output of a tool', async () => {
    for (const payload of Object.values(all)) {
      const input = `NAME   READY   STATUS   RESTARTS   AGE\n${payload}   0/1   ${payload}   3   1d\nName: ${payload}\nEvents:\n  Warning  ${payload}  1m  kubelet  ${payload}\nError: ${payload} CrashLoopBackOff\n`;
      const { out, err } = await mulgil(['explain', '-'], { cwd, input });
      assert.doesNotMatch(out + err, dangerous);
      assert.doesNotMatch(out, /^::/m);
    }
  });

  describe('and paths', () => {
    const outside = temporaryFolder();
    const secret = 'OUTSIDE_SECRET=mulgil-was-here\n';
    before(() => {
      outside.write({
        '.env': secret,
        'common.yaml': `services:\n  base:\n    image: ${mark}:1\n`,
        Dockerfile: 'FROM node:24 # base\nADD a ./\n',
      });
      mkdirSync(join(cwd, 'links'));
      symlinkSync(outside.path, join(cwd, 'links/folder'));
      symlinkSync(join(outside.path, '.env'), join(cwd, 'links/.env'));
      symlinkSync(join(outside.path, 'common.yaml'), join(cwd, 'links/common.yaml'));
      symlinkSync(join(outside.path, 'Dockerfile'), join(cwd, 'links/Dockerfile'));
    });
    const compose = (file: string, env: string): string =>
      `include: ["${file}"]\nservices:\n  web:\n    image: "x:\${OUTSIDE_SECRET:-none}"\n    env_file: ["${env}"]\n    extends: { file: "${file}", service: base }\n    configs: [c]\nconfigs:\n  c: { file: "${env}" }\n`;

    for (const [what, file, env] of [
      ['climb', '../outside/common.yaml', '../outside/.env'],
      ['are absolute', '/OUT/common.yaml', '/OUT/.env'],
      ['go through a link to a folder', 'folder/common.yaml', 'folder/.env'],
      ['are links', 'common.yaml', '.env'],
    ] as const)
      it(`that ${what} are not followed out of the folder`, async () => {
        const real = (path: string): string =>
          path.replace('../outside', `../../${outside.path.split('/').at(-1) ?? ''}`).replace('/OUT', outside.path);
        folder.write({ 'links/compose.yaml': compose(real(file), real(env)) });
        for (const where of ['.', 'links']) {
          const path = where === '.' ? 'links/compose.yaml' : 'compose.yaml';
          for (const args of [
            ['convert', path],
            ['convert', '--to', 'docker-run', path],
            ['lint', '--preset', 'all', '--format', 'json', path],
          ]) {
            const { out, err } = await mulgil(args, { cwd: join(cwd, where) });
            assert.doesNotMatch(out + err, /mulgil-was-here/, args.join(' '));
            assert.ok(!out.includes(`${mark}:1`), args.join(' '));
          }
        }
      });

    it('of links in a folder are not mended where they lead outside', async () => {
      const { code } = await mulgil(['fix', 'links'], { cwd });
      assert.equal(code, 0);
      assert.equal(readFileSync(join(outside.path, 'Dockerfile'), 'utf8'), 'FROM node:24 # base\nADD a ./\n');
    });
  });
});
