import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { dist, mulgilBundle, temporaryFolder } from './support.ts';

const dockerfile = 'FROM node:24-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm ci\nUSER node\nSTOPSIGNAL SIGKILL\n';
const compose = 'services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n';
const manifest = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {app: web}\n  ports: [{port: 80}]\n';
const template = '{{- if .Values.web.enabled }}\napiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n{{- end }}\n';

/** What lies in a project of 2,000 files, a hundred times over. */
const kinds: Readonly<Record<string, string | Uint8Array>> = {
  Dockerfile: dockerfile,
  'dev/Dockerfile.dev': dockerfile,
  'compose.yaml': compose,
  'k8s/a.yaml': manifest,
  'k8s/b.yml': `${manifest}---\n${manifest}`,
  'k8s/broken.yaml': 'apiVersion: v1\nkind: Service\nmetadata: [\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml': 'web: {enabled: true}\n',
  'chart/templates/service.yaml': template,
  'chart/templates/all.yaml': `{{- range .Values.all }}\n---\n${manifest}{{- end }}\n`,
  'ci/.github.yaml': 'on: push\njobs: {}\n',
  'data/list.yaml': '- 1\n- 2\n',
  'data/empty.yaml': '',
  'data/latin.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a]),
  'bin/Dockerfile': new Uint8Array([0x46, 0x52, 0, 0xff, 0xfe]),
  'bin/image.yaml': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
  'README.md': '# Hi\n',
  'src/index.js': '1;\n',
  'node_modules/a/Dockerfile': dockerfile,
};
const copies = 105;

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
const line = [process.execPath, join(dist, 'cli.js'), 'lint', '.'].map(quoted).join(' ');

describe('a project of 2,000 files', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const cwd = folder.path;
  const hasTerminals = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout);

  /** Runs a line of shell in a terminal of its own; answers what the terminal got. */
  function inTerminal(shell: string, env: Readonly<Record<string, string>> = {}): { readonly shown: string; readonly code: number | null } {
    const { NO_COLOR: _no, FORCE_COLOR: _force, LC_ALL: _all, ...rest } = process.env;
    const { stdout, status } = spawnSync('script', ['-qec', shell, '/dev/null'], {
      cwd,
      env: { ...rest, LANG: 'C.UTF-8', TERM: 'xterm', ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 100_000_000,
    });
    return { shown: stdout, code: status };
  }

  let json = '';
  before(() => {
    for (let copy = 0; copy < copies; copy++)
      folder.write(Object.fromEntries(Object.entries(kinds).map(([path, content]) => [`project-${copy}/${path}`, content])));
    symlinkSync('loop.yaml', join(cwd, 'project-0/loop.yaml'));
    symlinkSync('nowhere', join(cwd, 'project-0/Dockerfile.gone'));
    symlinkSync('..', join(cwd, 'project-0/up'));
  });

  it('is checked, each file as what it is', () => {
    const { code, out, err } = mulgilBundle(['lint', '--format', 'json', '.'], { cwd });
    assert.equal(code, 1);
    json = out;
    const { files, summary } = JSON.parse(out) as { files: { path: string; language: string }[]; summary: { files: number } };
    const count = (language: string): number => files.filter((file) => file.language === language).length;
    assert.deepEqual([count('dockerfile'), count('compose')], [2 * copies, copies]);
    assert.ok(count('kubernetes') >= 4 * copies);
    assert.equal(files.length, summary.files);
    assert.ok(files.every(({ path }) => !/node_modules|README|src\/|data\/|bin\/|values|Chart/.test(path)));
    const told = err.trim().split('\n');
    assert.equal(told.length, 2 * copies, 'binary files are told of');
    assert.ok(told.every((line) => /^mulgil: project-\d+\/bin\/\S+ is not checked: holds NUL bytes, so it is no UTF-8 text$/.test(line)));
  });

  it('tells on a terminal how far it is, on a line that is taken away, and nowhere else', function () {
    if (!hasTerminals) {
      console.log('      script of util-linux is not installed: skipped');
      this.skip();
    }
    const { shown, code } = inTerminal(`${line} --format json > out.json`);
    assert.equal(code, 1);
    assert.match(shown, /\r\u001b\[2Kchecked \d+ of \d+ files/);
    // What a terminal shows in the end: each piece after the last time its line was wiped.
    const left = shown.split('\r\n').map((piece) => piece.slice(piece.lastIndexOf('\u001b[2K') + 4));
    assert.ok(
      left.every((piece) => piece === '' || / is not checked: /.test(piece)),
      'nothing of it stays',
    );
    assert.equal(readFileSync(join(cwd, 'out.json'), 'utf8'), json);
    const quiet = inTerminal(`${line} --format json 2> err.txt > out.json`);
    assert.deepEqual([quiet.shown, quiet.code], ['', 1]);
    assert.doesNotMatch(readFileSync(join(cwd, 'err.txt'), 'utf8'), /[\r\u001b]|checked \d/);
  });

  it('is told in colours on a terminal, and not where that is refused', function () {
    if (!hasTerminals) this.skip();
    const small = `${line.slice(0, -"'.'".length)}project-1/Dockerfile`;
    const colours = /\u001b\[\d+m/;
    assert.match(inTerminal(small).shown, /\u001b\[33mwarning\u001b\[39m/);
    assert.doesNotMatch(inTerminal(small, { NO_COLOR: '1' }).shown, colours);
    assert.doesNotMatch(inTerminal(small, { FORCE_COLOR: '0' }).shown, colours);
    assert.doesNotMatch(inTerminal(small, { TERM: 'dumb' }).shown, colours);
    assert.doesNotMatch(inTerminal(`${small} | cat`).shown, colours);
    assert.match(inTerminal(`${small} | cat`, { FORCE_COLOR: '1' }).shown, colours);
    for (const format of ['json', 'sarif', 'github'])
      assert.doesNotMatch(inTerminal(`${small} --format ${format}`, { FORCE_COLOR: '1' }).shown, colours, format);
  });
});
