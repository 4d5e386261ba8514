import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRemarks } from '../../../server/convert/conversion.ts';
import { asMap, asText, below, createTags, isList, toPlain, type Plain } from '../../../server/convert/plain.ts';
import { readProject } from '../../../server/convert/read/project.ts';
import { fromRun, serviceAsFile } from '../../../server/convert/run/from-run.ts';
import { toRun } from '../../../server/convert/run/to-run.ts';
import { toShell } from '../../../server/convert/run/word.ts';
import { splitCommand } from '../../../server/convert/shell/words.ts';
import { writeYaml } from '../../../server/convert/write/yaml.ts';
import { parseYamlFile } from '../../../server/yaml/parse.ts';

/** The command for a service, without the comments above it. */
function commandOf(service: string, name = 'web', more = ''): string {
  const text = `services:\n  ${name}:\n${service.replace(/^/gm, '    ')}\n${more}`;
  const project = readProject({ files: [{ path: 'compose.yaml', text }], read: () => null }, createRemarks('en'));
  const [file] = toRun(project, name, 'en')?.files ?? [];
  return (file?.text ?? '').replace(/^#.*\n/gm, '').trim();
}

function serviceOf(command: string): Plain | undefined {
  const read = fromRun(command, 'en');
  assert.ok('service' in read, 'problem' in read ? read.problem : '');
  const [document] = parseYamlFile(writeYaml(serviceAsFile(read))).documents;
  return below(document && toPlain(document.source.ast, createTags()), 'services', read.name);
}

describe('a service as docker run', () => {
  it('writes names that are too long to stand before their value', () => {
    const network = 'n'.repeat(2_000);
    const read = fromRun(`docker run --name web --network ${network} a`, 'en');
    assert.ok('service' in read);
    const [document] = parseYamlFile(writeYaml(serviceAsFile(read))).documents;
    assert.deepEqual(document?.source.ast.errors, []);
    assert.ok(document.source.ast.hasIn(['networks', network]));
  });

  it('is one command, flag by flag', () =>
    assert.equal(
      commandOf(`image: nginx:1.29
restart: unless-stopped
ports: ["8080:80", { target: 443, published: 8443, host_ip: 127.0.0.1 }]
environment: { GREETING: "it's $$5", TZ: Asia/Seoul }
volumes: ["./html:/usr/share/nginx/html:ro", "cache:/var/cache"]
command: nginx -g "daemon off;"`),
      `docker run \\
  --detach \\
  --name web \\
  --restart unless-stopped \\
  --publish 8080:80 \\
  --publish 127.0.0.1:8443:443 \\
  --env GREETING='it'\\''s $5' \\
  --env TZ=Asia/Seoul \\
  --volume ./html:/usr/share/nginx/html:ro \\
  --volume cache:/var/cache \\
  nginx:1.29 \\
  nginx -g 'daemon off;'`,
    ));
  it('leaves secret values out, and variables to the shell', () => {
    const command = commandOf('image: mysql:8.4\nenvironment: { MYSQL_PASSWORD: hunter2, ROOT: "${ROOT:-a b}" }');
    assert.ok(!command.includes('hunter2'));
    assert.match(command, /--env MYSQL_PASSWORD \\\n {2}--env ROOT="\$\{ROOT:-a b\}"/);
  });
  it('knows limits, health checks, networks and secrets', () => {
    const command = commandOf(
      `image: app:1
entrypoint: ["/entry.sh", "--fast"]
command: ["serve"]
deploy: { resources: { limits: { cpus: "0.5", memory: 512M } } }
healthcheck: { test: ["CMD", "curl", "-f", "http://localhost/it's"], interval: 5s, retries: 2 }
networks: { back: { aliases: [db] } }
secrets: [key]
stop_grace_period: 1m30s
ulimits: { nofile: { soft: 1, hard: 2 } }
gpus: all`,
      'web',
      'networks: { back: {} }\nsecrets: { key: { file: ./key.txt } }',
    );
    for (const flag of [
      '--entrypoint /entry.sh',
      'app:1 \\\n  --fast serve',
      '--cpus 0.5',
      '--memory 512M',
      `--health-cmd 'curl -f '\\''http://localhost/it'\\''\\'\\'''\\''s'\\'''`,
      '--health-interval 5s',
      '--network back',
      '--network-alias db',
      '--volume ./key.txt:/run/secrets/key:ro',
      '--stop-timeout 90',
      '--ulimit nofile=1:2',
      '--gpus all',
    ])
      assert.ok(command.includes(flag), `${flag}\n${command}`);
  });
});

describe('docker run as a service', () => {
  it('takes flags in every form', () =>
    assert.deepEqual(
      JSON.parse(
        JSON.stringify(
          serviceOf(`$ sudo docker run -dit --rm --name=my-db -p8080:80 -p 127.0.0.1:5432:5432/tcp -e A=1 --env "B=two words" -e C \\
  -v "$(pwd)/data":/data -v pg:/var/lib/pg --net host --memory=512m --cpus .5 --health-cmd 'pg_isready -U "$USER"' --health-retries 3 \\
  --mount type=bind,src=./x,dst=/x,readonly --ulimit nofile=1024:2048 --log-opt max-size=10m postgres:17 -c 'shared_buffers=1GB' # comment`),
        ),
      ),
      {
        image: 'postgres:17',
        command: ['-c', 'shared_buffers=1GB'],
        environment: ['A=1', 'B=two words', 'C'],
        ports: ['8080:80', '127.0.0.1:5432:5432/tcp'],
        volumes: ['./data:/data', 'pg:/var/lib/pg', { type: 'bind', source: './x', target: '/x', read_only: true }],
        network_mode: 'host',
        stdin_open: true,
        tty: true,
        mem_limit: '512m',
        cpus: '.5',
        logging: { options: { 'max-size': '10m' } },
        ulimits: { nofile: { soft: 1024, hard: 2048 } },
        healthcheck: { test: ['CMD-SHELL', 'pg_isready -U "$$USER"'], retries: 3 },
      },
    ));
  it('keeps variables and says what it cannot know', () => {
    const read = fromRun('docker run -e HOME -e X=$X -e Y="${Y:-z}" -e NOW=$(date) --bogus alpine:3.22 sh -c "echo $Z" && rm -rf x', 'en');
    assert.ok('service' in read);
    const text = writeYaml(read.service);
    assert.match(text, /- "X=\$\{X\}"\n {2}- "Y=\$\{Y:-z\}"\n {2}- NOW=replace-me/);
    assert.match(text, /command: \["sh", "-c", "echo \$\{Z\}"\]/);
    const told = read.remarks.map(({ key }) => key);
    assert.deepEqual(told, ['--bogus', '&& rm -rf x', '$(…)']);
  });
  it('refuses what is none', () => {
    for (const text of ['', 'docker ps', 'ls', 'docker run', 'docker run --name x', '#']) assert.ok('problem' in fromRun(text, 'ko'), text);
  });
});

describe('there and back', () => {
  const services: readonly string[] = [
    'image: nginx:1.29',
    'image: a:1\nports: ["80:80", "53:53/udp"]\nenvironment: { A: "1", B: "x y", C: "", D: "q\\"uote", E: "new\\nline" }',
    'image: a:1\ncommand: ["sh", "-c", "echo \\"$$HOME\\" && ls | wc -l; `x` \\\\ \'y\'"]\nentrypoint: ["/tini"]',
    'image: a:1\nuser: "1000:1000"\nread_only: true\ncap_drop: [ALL]\ncap_add: [NET_ADMIN]\nsecurity_opt: ["no-new-privileges:true"]\ntmpfs: ["/tmp:size=64m"]',
    'image: a:1\nmem_limit: 512m\ncpus: 0.5\nshm_size: 1g\npids_limit: 100\nulimits: { nofile: 1024, core: { soft: 0, hard: 1 } }',
    'image: a:1\nhealthcheck: { test: ["CMD-SHELL", "curl -f http://x || exit 1"], interval: 5s, timeout: 3s, retries: 2, start_period: 1m }',
    'image: a:1\nlogging: { driver: json-file, options: { max-size: 10m } }\nrestart: on-failure:3\nstop_grace_period: 30s\nstop_signal: SIGINT',
    'image: a:1\nlabels: { com.example.a: "b c" }\nhostname: h\nworking_dir: /srv/a b\ninit: true\ndns: [1.1.1.1]\nextra_hosts: ["a:1.2.3.4"]',
    'image: a:1\nvolumes: ["./a:/a:ro", "data:/data", { type: bind, source: /x, target: /y, read_only: true, bind: { propagation: rshared } }]',
    'image: "a:${TAG:-1}"\nenvironment: { URL: "http://${HOST}:${PORT:-80}/", P: "${A:?is missing}" }',
    'image: a:1\nnetwork_mode: host\npid: host\nipc: host\ndevices: ["/dev/a:/dev/b"]\nprivileged: true\ngpus: all',
    'image: a:1\nnetworks: { back: { aliases: [db], ipv4_address: 10.0.0.2 } }',
  ];
  for (const service of services)
    it(`loses nothing: ${service.split('\n').slice(1).join('; ').slice(0, 60)}`, () => {
      const once = commandOf(service);
      const read = fromRun(once, 'en');
      assert.ok('service' in read);
      const again = commandOf(writeYaml(read.service), read.name);
      assert.equal(again, once);
    });
});

const hostile: readonly string[] = [
  "a'b",
  'a"b',
  '$(touch /tmp/x)',
  '`touch /tmp/x`',
  '\\',
  'a\nb',
  '*',
  '~',
  '!x',
  '#x',
  '',
  ' ',
  '-x',
  '$$HOME',
  '$HOME'.replace('$', '$$$$'),
  '&& rm -rf /',
  '한글 값',
  '\u2028',
  '🙂',
  '${X:-a"b$$(c)}`d}',
  '${UNSET:-$$(touch /tmp/x)}',
  "${UNSET:-it's}",
];

describe('what a shell makes of it', () => {
  it('is the text as Compose reads it', function () {
    if (process.platform === 'win32') this.skip();
    const literal = hostile.filter((text) => !text.includes('${'));
    const line = `printf '%s\\0' ${literal.map(toShell).join(' ')}`;
    const { stdout, status } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.deepEqual(
      stdout.split('\0').slice(0, -1),
      literal.map((text) => text.replaceAll('$$', '$')),
    );
  });
  it('runs nothing in defaults', function () {
    if (process.platform === 'win32') this.skip();
    const { stdout } = spawnSync('sh', ['-c', `printf '%s' ${toShell('${UNSET_HERE:-$$(echo ran) `echo ran` "q"}')}`], {
      encoding: 'utf8',
      env: {},
    });
    assert.equal(stdout, '$(echo ran) `echo ran` "q"');
  });
  it('is what our own reading says', () => {
    for (const text of hostile.filter((each) => !each.includes('${'))) {
      const { words, rest } = splitCommand(toShell(text));
      assert.equal(rest, '');
      assert.deepEqual(words, [{ parts: [text.replaceAll('$$', '$')] }], text);
    }
  });
});

describe('hostile text', () => {
  it('never throws, and never becomes another flag', () => {
    for (const text of hostile) {
      const service = `image: ${JSON.stringify(text)}\nenvironment: [${JSON.stringify(`A=${text}`)}]\ncommand: [${JSON.stringify(text)}]`;
      const project = readProject(
        { files: [{ path: 'c.yaml', text: `services: {web: {\n${service.replaceAll('\n', ',\n')}}}` }], read: () => null },
        createRemarks('en'),
      );
      assert.equal(project.services.size, 1, text);
      const file = toRun(project, 'web', 'ko')?.files[0]?.text ?? '';
      const read = fromRun(file.replace(/^#.*\n/gm, ''), 'en');
      assert.ok('service' in read || text.trim() === '' || text.startsWith('-'), text);
    }
  });
  it('of any kind is a service or a reason', () => {
    let seed = 4711;
    const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const pieces = [
      'docker',
      'run',
      '-e',
      '--env=',
      '-p',
      '-v',
      "'",
      '"',
      '$(',
      ')',
      '${',
      '}',
      '\\',
      '\n',
      '`',
      ' ',
      'x',
      '=',
      ':',
      '--mount',
      '--ulimit',
      '--',
      '#',
      '|',
      '\0',
      '한',
      '-',
      'a:1',
      ',',
    ];
    for (let round = 0; round < 3000; round++) {
      const text = 'docker run ' + Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join(random(2) ? ' ' : '');
      const read = fromRun(text, 'en');
      if ('service' in read) {
        const [document] = parseYamlFile(writeYaml(serviceAsFile(read))).documents;
        const service = asMap(below(document && toPlain(document.source.ast, createTags()), 'services', read.name));
        assert.ok(service && !isList(service['image']) && asText(service['image']) !== undefined, text);
      }
    }
  });
  it('takes time that grows with its length only', () => {
    for (const piece of ["'", '"', '$(', '${', '\\', '`', ' -e A=', '-v a:b ', '$x'])
      for (const text of [`docker run ${piece.repeat(30_000)}`, `docker run a ${piece.repeat(30_000)}`]) {
        const start = performance.now();
        fromRun(text, 'en');
        assert.ok(performance.now() - start < 2000, piece);
      }
  });
});
