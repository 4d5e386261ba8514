import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mulgil, temporaryFolder } from './support.ts';

const compose = `services:
  web:
    image: nginx:1.29
    ports: ["80:80"]
    env_file: web.env
    depends_on: [db]
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: hunter2-hunter2 }
`;

describe('mulgil convert', () => {
  const folder = temporaryFolder();
  const run = (...args: readonly string[]) => mulgil(['convert', ...args], { cwd: folder.path });
  before(() =>
    folder.write({
      'compose.yaml': compose,
      'web.env': 'MODE=fast\n',
      'empty.yaml': 'services: {}\n',
      'compose.prod.yaml': 'services: { web: { image: "nginx:1.29.1" } }\n',
      'outside/compose.yaml': 'services: { a: { image: "a:1", env_file: ../../../etc/hostname } }\n',
    }),
  );

  it('prints manifests, with what does not translate above them', async () => {
    const { code, out, err } = await run('compose.yaml');
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.match(out, /^# Kubernetes manifests made from compose\.yaml/);
    assert.match(out, /# - web › depends_on: /);
    assert.match(out, /MODE: fast/);
    assert.ok(!out.includes('hunter2'));
  });
  it('lays later files over earlier ones', async () => {
    const { out } = await run('compose.yaml', 'compose.prod.yaml', '--language', 'ko');
    assert.match(out, /^# compose\.yaml \+ compose\.prod\.yaml에서 옮긴/);
    assert.match(out, /nginx:1\.29\.1/);
  });
  it('writes files, and never over others unless told to', async () => {
    const first = await run('compose.yaml', '--out', 'k8s');
    assert.equal(first.code, 0);
    assert.equal(first.out, 'made k8s/web.yaml\nmade k8s/db.yaml\nmade k8s/CONVERSION.md\n');
    assert.match(first.err, /^to decide: /m);
    const before = readFileSync(join(folder.path, 'k8s/web.yaml'), 'utf8');
    folder.write({ 'k8s/db.yaml': 'mine\n' });
    const second = await run('compose.yaml', 'compose.prod.yaml', '--out', 'k8s');
    assert.equal(second.code, 2);
    assert.match(second.err, /exists already; nothing is written/);
    assert.equal(readFileSync(join(folder.path, 'k8s/web.yaml'), 'utf8'), before);
    assert.equal(readFileSync(join(folder.path, 'k8s/db.yaml'), 'utf8'), 'mine\n');
    assert.equal((await run('compose.yaml', '--out', 'k8s', '--force')).code, 0);
    assert.notEqual(readFileSync(join(folder.path, 'k8s/db.yaml'), 'utf8'), 'mine\n');
  });
  it('writes docker run commands', async () => {
    const all = await run('compose.yaml', '--to', 'docker-run');
    assert.equal(all.out.match(/^docker run /gm)?.length, 2);
    const one = await run('compose.yaml', '--to', 'docker-run', '--service', 'db', '--out', 'sh');
    assert.equal(one.out, 'made sh/db.sh\n');
    assert.match(readFileSync(join(folder.path, 'sh/db.sh'), 'utf8'), /--env POSTGRES_PASSWORD \\\n {2}postgres:17\n$/);
  });
  it('reads nothing outside of the working folder', async () => {
    const { out } = await run('outside/compose.yaml');
    assert.match(out, /hostname could not be read|env_file/);
    assert.ok(!existsSync(join(folder.path, 'etc')));
  });
  it('tells what is wrong in one line', async () => {
    for (const [args, code, message] of [
      [[], 2, /name a Compose file/],
      [['gone.yaml'], 2, /cannot read gone\.yaml/],
      [['empty.yaml'], 1, /empty\.yaml has no services/],
      [['compose.yaml', '--to', 'helm'], 2, /--to must be kubernetes or docker-run/],
      [['compose.yaml', '--service', 'web'], 2, /--service goes with/],
      [['compose.yaml', '--to', 'docker-run', '--service', 'wbe'], 2, /there is no service "wbe"; there are "web", "db"/],
      [['compose.yaml', '--force'], 2, /--force goes with --out/],
    ] as const) {
      const outcome = await run(...args);
      assert.equal(outcome.code, code, args.join(' '));
      assert.match(outcome.err, message);
      assert.equal(outcome.err.trimEnd().split('\n').length, 1);
    }
  });
  it('helps in both languages', async () => {
    assert.match((await mulgil(['convert', '--help'])).out, /^Usage: mulgil convert/);
    assert.match((await mulgil(['convert', '--help'], { env: { LANG: 'ko_KR.UTF-8' } })).out, /^사용법: mulgil convert/);
  });
});
