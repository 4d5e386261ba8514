import assert from 'node:assert/strict';
import { bytesFacts } from '../../../server/compose/values/bytes-facts.ts';
import { commandFacts } from '../../../server/compose/values/command-facts.ts';
import { cpusFacts } from '../../../server/compose/values/cpus-facts.ts';
import { durationFacts, graceFacts } from '../../../server/compose/values/duration-facts.ts';
import { testFacts } from '../../../server/compose/values/health-test.ts';
import { defaultTiming, timingFacts } from '../../../server/compose/values/health-timing.ts';
import { imageFacts } from '../../../server/compose/values/image-facts.ts';
import { localhostFacts, localhostPort } from '../../../server/compose/values/localhost-facts.ts';
import { meaningFacts } from '../../../server/compose/values/meanings.ts';
import { networkMeanings } from '../../../server/compose/values/meanings/networks.ts';
import { serviceMeanings } from '../../../server/compose/values/meanings/services.ts';
import { parsePort } from '../../../server/compose/values/port.ts';
import { portFacts } from '../../../server/compose/values/port-facts.ts';
import { spellTime } from '../../../server/compose/values/time-words.ts';
import { tmpfsFacts } from '../../../server/compose/values/tmpfs-facts.ts';
import { userFacts } from '../../../server/compose/values/user-facts.ts';
import { variableFacts, withoutPassword } from '../../../server/compose/values/variable-facts.ts';
import { variablesIn } from '../../../server/compose/values/interpolation.ts';
import { volumeFacts } from '../../../server/compose/values/volume-facts.ts';
import { schema } from '../../../server/compose/schema.ts';
import type { Shape } from '../../../server/compose/schema/schema.ts';
import type { Lines } from '../../../server/say.ts';

/** Checks what is said, line by line, in both languages. */
function says(lines: Lines, ...expected: readonly (readonly [ko: string, en: string])[]): void {
  assert.deepEqual(
    lines.map(({ ko, en }) => [ko, en]),
    expected,
  );
}

describe('compose values: explained', () => {
  it('times', () => {
    for (const [milliseconds, ko, en] of [
      [0, '0초', '0 seconds'],
      [500, '0.5초', '0.5 seconds'],
      [1000, '1초', '1 second'],
      [90_000, '1분 30초', '1 minute 30 seconds'],
      [3_600_000, '1시간', '1 hour'],
      [90_061_001, '1일 1시간 1분 1.001초', '1 day 1 hour 1 minute 1.001 seconds'],
    ] as const)
      assert.deepEqual(spellTime(milliseconds), { ko, en });
    says(durationFacts('1h30m'), ['`1h30m` = 1시간 30분', '`1h30m` = 1 hour 30 minutes']);
    says(durationFacts('10'), ['단위가 없어 거부됩니다. `10s`처럼 적으세요.', 'Refused for want of a unit: write `10s`.']);
    for (const text of ['10s', '0s', '', 'soon', '-5s']) says(durationFacts(text));
    says(graceFacts('0s'), ['기다리지 않고 바로 강제 종료합니다.', 'Kills at once, without waiting.']);
  });

  it('sizes and processors', () => {
    says(bytesFacts('512m'), ['`512m` = 536,870,912바이트 (512 MiB)', '`512m` = 536,870,912 bytes (512 MiB)']);
    says(bytesFacts('1.5gb'), ['`1.5gb` = 1,610,612,736바이트 (1.5 GiB)', '`1.5gb` = 1,610,612,736 bytes (1.5 GiB)']);
    says(bytesFacts('100'), ['`100` = 100바이트', '`100` = 100 bytes']);
    says(bytesFacts('-1'), ['제한 없음', 'No limit']);
    says(bytesFacts('many'));
    says(cpusFacts('1'), ['`1` = 코어 1개만큼', '`1` = as much as 1 core']);
    says(cpusFacts('0'), ['제한 없음', 'No limit']);
    says(cpusFacts('half'));
  });

  it('ports', () => {
    const facts = (text: string): Lines => {
      const port = parsePort(text);
      return 'problem' in port ? [] : portFacts(port, undefined);
    };
    says(facts('127.0.0.1:5432:5432'), [
      '호스트 `127.0.0.1:5432` → 컨테이너 `5432`. 이 컴퓨터에서만 접속할 수 있습니다.',
      'Host `127.0.0.1:5432` → container `5432`. Only this computer can connect.',
    ]);
    says(facts('[::1]:80:80'), [
      '호스트 `[::1]:80` → 컨테이너 `80`. 이 컴퓨터에서만 접속할 수 있습니다.',
      'Host `[::1]:80` → container `80`. Only this computer can connect.',
    ]);
    says(facts('8000-8010:80'), [
      '호스트 `8000-8010` 가운데 빈 포트 → 컨테이너 `80`',
      'A free port of `8000-8010` on the host → container `80`',
    ]);
    says(facts('10.0.0.1::80'), [
      '호스트 `10.0.0.1`의 빈 포트 → 컨테이너 `80`. 어느 포트인지는 `docker compose ps`에 나옵니다.',
      'A free port of the host’s `10.0.0.1` → container `80`. `docker compose ps` tells which.',
    ]);
    says(facts('99999:80'));
  });

  it('mounts', () => {
    const mount = { type: 'bind', source: './a', target: '/a', options: ['ro', 'cached'], readOnly: true };
    says(
      volumeFacts(mount),
      ['호스트 `./a` → `/a`. 읽기 전용입니다.', 'Host `./a` → `/a`. Read-only.'],
      ['`cached` — 예전 Docker Desktop의 옵션이며, 이제 효과가 없습니다.', '`cached` — of old Docker Desktop, without effect today'],
    );
    assert.match(volumeFacts({ ...mount, type: 'image', source: 'a:1' })[0]?.en ?? '', /Files of the image `a:1`/);
    assert.match(volumeFacts({ ...mount, type: 'npipe' })[0]?.ko ?? '', /파이프/);
    assert.match(volumeFacts({ ...mount, source: undefined })[0]?.ko ?? '', /^호스트 경로/);
    says(tmpfsFacts('/run'), [
      '메모리의 임시 파일 시스템 → `/run`. 크기를 적지 않아 호스트 메모리의 절반까지 커질 수 있습니다.',
      'Temporary file system in memory → `/run`. Without a size it may grow to half of the host’s memory.',
    ]);
    says(tmpfsFacts('run'));
  });

  it('images and users', () => {
    says(imageFacts('ghcr.io/a/b@sha256:0', undefined, false), [
      '`ghcr.io`의 `a/b`, 다이제스트로 고정',
      '`a/b` of `ghcr.io`, pinned by digest',
    ]);
    assert.equal(imageFacts('nginx', undefined, false).length, 2);
    assert.equal(imageFacts('nginx', 'always', false).length, 1);
    says(imageFacts('${A}', undefined, false));
    assert.match(userFacts('0:0')[0]?.ko ?? '', /root로 실행/);
    assert.match(userFacts('node')[0]?.en ?? '', /must have that name/);
    says(userFacts(''));
  });

  it('health checks', () => {
    says(
      timingFacts({ ...defaultTiming, interval: 10_000, timeout: 5000, startPeriod: 60_000, startInterval: 2000 }),
      [
        '고장 나면 **약 30초 뒤 `unhealthy`**: 10초 × 3번. 응답 없이 멈추면 최대 45초.',
        'When it breaks it is **`unhealthy` after about 30 seconds**: 10 seconds × 3. If it hangs, within 45 seconds.',
      ],
      [
        '시작하고 1분 동안의 실패는 세지 않습니다. 그동안은 2초마다 검사하고, 성공하면 바로 `healthy`입니다.',
        'Failures in the first 1 minute do not count. Until then it is checked every 2 seconds, and `healthy` at the first success.',
      ],
    );
    for (const words of [[], ['CMD'], ['CMD-SHELL']]) says(testFacts({ words }));
    assert.match(testFacts({ text: 'redis-cli ping' })[1]?.ko ?? '', /비밀번호/);
    assert.match(testFacts({ words: ['CMD-SHELL', 'echo $$A'] })[0]?.ko ?? '', /`echo \$A`/);
  });

  it('commands', () => {
    assert.match(commandFacts('a | b')[0]?.ko ?? '', /`\|`/);
    assert.match(commandFacts('echo $$HOME')[0]?.en ?? '', /not filled in/);
    for (const text of ['npm start', "sh -c 'a && b'", '/bin/bash -lc x && y', 'a --b=c|d', 'run "a && b"']) says(commandFacts(text));
  });

  it('localhost', () => {
    for (const [text, port] of [
      ['localhost', 0],
      ['http://localhost:8080/x', 8080],
      ['postgres://a:b@127.0.0.1:5432/x', 5432],
      ['a,localhost:1,b', 1],
      ['http://[::1]:9', 9],
      ['localhost.example.com', undefined],
      ['mylocalhost', undefined],
      ['127.0.0.11', undefined],
    ] as const)
      assert.equal(localhostPort(text), port, text);
    const published = [
      { service: 'a', host: 80, container: 8080 },
      { service: 'b', host: 8080, container: 80 },
    ];
    assert.match(localhostFacts('localhost:8080', published)[1]?.en ?? '', /`b:80`/);
    says(localhostFacts('db:5432', published));
  });

  it('variables', () => {
    const use = (text: string): Parameters<typeof variableFacts>[0] => variablesIn(text)[0] ?? assert.fail();
    says(variableFacts(use('${A}'), { state: 'set', value: 'x' }), ['`A` = `x` (`.env`)', '`A` = `x` (`.env`)']);
    says(variableFacts(use('${A-x}'), { state: 'set', value: '' }), ['`A` = `""` (`.env`)', '`A` = `""` (`.env`)']);
    assert.match(variableFacts(use('${A:-x}'), { state: 'set', value: '' })[0]?.ko ?? '', /비어 있습니다.*기본값 `x`/);
    assert.match(variableFacts(use('${A_PASSWORD:-hunter2}'), { state: 'unset' })[0]?.ko ?? '', /여기 적힌 기본값/);
    assert.ok(!JSON.stringify(variableFacts(use('${A:-hunter2}'), { state: 'unset' }, true)).includes('hunter2'));
    assert.equal(withoutPassword('a://u:secret@h/x b://v:other@i'), 'a://u:•••@h/x b://v:•••@i');
    assert.equal(withoutPassword('http://h:80/a@b'), 'http://h:80/a@b');
  });

  it('words, for all that the schema lists', () => {
    says(meaningFacts('service#restart', 'always'), [
      '`always` — 끝나면 늘 다시 시작합니다. 직접 멈춘 것도 Docker가 다시 시작되면 살아납니다.',
      '`always` — always started again; when Docker restarts, even what you stopped',
    ]);
    says(meaningFacts('service#pid', 'service:db'), [
      '서비스 `db`의 프로세스 네임스페이스를 함께 씁니다.',
      'Shares the process namespace of the service `db`.',
    ]);
    says(meaningFacts('service#restart', 'toString'));
    says(meaningFacts('constructor', 'name'));
    const lists: readonly Shape[] = ['service', 'network', 'deploy', 'develop'].flatMap((name) => schema.shape(name) ?? []);
    assert.ok(lists.length === 4);
    const missing = lists
      .flatMap(({ map }) => [...(map?.keys ?? [])].map(([key, shape]) => ({ name: `${map?.name ?? ''}#${key}`, shape })))
      .filter(({ name }) => Object.hasOwn(serviceMeanings, name) || Object.hasOwn(networkMeanings, name))
      .flatMap(({ name, shape }) => (shape.enum ?? shape.known ?? []).map((value) => ({ name, value })))
      .filter(({ name, value }) => meaningFacts(name, value).length === 0)
      .map(({ name, value }) => `${name} ${value}`);
    assert.deepEqual(
      missing,
      ['service#logging etwlogs'].filter((name) => missing.includes(name)),
    );
  });
});
