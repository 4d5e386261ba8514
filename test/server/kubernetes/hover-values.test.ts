import assert from 'node:assert/strict';
import { schema } from '../../../server/kubernetes/schema.ts';
import { apiVersionFacts, kindFacts, stabilityOf } from '../../../server/kubernetes/values/api-version.ts';
import { base64Facts, readBase64 } from '../../../server/kubernetes/values/base64.ts';
import { cidrFacts } from '../../../server/kubernetes/values/cidr.ts';
import { readCron } from '../../../server/kubernetes/values/cron.ts';
import { claimNameFacts, serviceNameFacts, statefulNameFacts } from '../../../server/kubernetes/values/dns-name.ts';
import { inSeconds, secondsFacts } from '../../../server/kubernetes/values/duration.ts';
import { modeFacts, readMode } from '../../../server/kubernetes/values/file-mode.ts';
import { idFacts } from '../../../server/kubernetes/values/ids.ts';
import { defaultPullPolicy, imageFacts, policyFacts } from '../../../server/kubernetes/values/image.ts';
import { backoffFacts, parallelFacts } from '../../../server/kubernetes/values/job.ts';
import { keyFacts } from '../../../server/kubernetes/values/labels.ts';
import { meaningFacts } from '../../../server/kubernetes/values/meanings.ts';
import { podMeanings } from '../../../server/kubernetes/values/meanings/pods.ts';
import { resourceMeanings } from '../../../server/kubernetes/values/meanings/resources.ts';
import { booleanFacts, plainTextFacts, readsAs } from '../../../server/kubernetes/values/plain-scalar.ts';
import { nodePortFacts, portFacts, targetFacts } from '../../../server/kubernetes/values/ports.ts';
import { probeFacts } from '../../../server/kubernetes/values/probe-timing.ts';
import { measureOf, numberOf, quantityFacts, readQuantity } from '../../../server/kubernetes/values/quantity.ts';
import { qosOf } from '../../../server/kubernetes/values/qos.ts';
import { apiGroupFacts, resourceFacts, verbFacts } from '../../../server/kubernetes/values/rbac.ts';
import { referenceFacts, referencesIn } from '../../../server/kubernetes/values/references.ts';
import { budgetFacts, partitionFacts, recreateFacts, rolloutFacts, scaled } from '../../../server/kubernetes/values/rollout.ts';
import type { Lines } from '../../../server/say.ts';
import { scheduleFacts } from '../../../server/kubernetes/values/schedule.ts';
import { selectorFacts } from '../../../server/kubernetes/values/selector.ts';
import { signalFacts } from '../../../server/kubernetes/values/signal.ts';
import { utilizationFacts } from '../../../server/kubernetes/values/utilization.ts';
import { parseImage } from '../../../server/image.ts';

/** Checks what is said, line by line, in both languages. */
function says(lines: Lines, ...expected: readonly (readonly [ko: string, en: string])[]): void {
  assert.deepEqual(
    lines.map(({ ko, en }) => [ko, en]),
    expected,
  );
}

/** Checks that something is said in both languages, with these words in it. */
function mentions(lines: Lines, ko: RegExp, en: RegExp): void {
  assert.match(lines.map((line) => line.ko).join('\n'), ko);
  assert.match(lines.map((line) => line.en).join('\n'), en);
}

describe('kubernetes values: quantities', () => {
  it('are read exactly', () => {
    for (const [text, value] of [
      ['250m', 0.25],
      ['1', 1],
      ['1.5', 1.5],
      ['.5', 0.5],
      ['1Gi', 1024 ** 3],
      ['1.5Gi', 1.5 * 1024 ** 3],
      ['1G', 1e9],
      ['1k', 1000],
      ['1e3', 1000],
      ['1E3', 1000],
      ['1E', 1e18],
      ['1e-3', 0.001],
      ['100u', 0.0001],
      ['-2', -2],
      ['+2', 2],
    ] as const) {
      const quantity = readQuantity(text);
      assert.ok(quantity, text);
      assert.equal(numberOf(quantity), value, text);
    }
    for (const text of ['', 'm', '1K', '1GB', '1gi', '1 Gi', '1e', '1..2', 'abc', '1m5', '1e999', '9'.repeat(50), '０'])
      assert.equal(readQuantity(text), undefined, text);
  });

  it('of CPU are told in cores', () => {
    says(quantityFacts('250m', 'cpu'), ['`250m` = 0.25코어 (한 코어의 25 %)', '`250m` = 0.25 core (25 % of one)']);
    says(quantityFacts('0.1', 'cpu'), ['`0.1` = 0.1코어 (한 코어의 10 %) = `100m`', '`0.1` = 0.1 core (10 % of one) = `100m`']);
    says(quantityFacts('2', 'cpu'), ['`2` = 2코어 = `2000m`', '`2` = 2 cores = `2000m`']);
    mentions(quantityFacts('500', 'cpu'), /`500m`을 뜻하지 않았나요/, /Was `500m` meant/);
    mentions(quantityFacts('0.0005', 'cpu'), /잘게 나눌 수 없습니다/, /cannot be finer than `1m`/);
    says(quantityFacts('0', 'cpu'));
  });

  it('of memory are told in bytes, with what is likely a slip', () => {
    says(quantityFacts('1Gi', 'bytes'), ['`1Gi` = 1,073,741,824바이트 (1.07 GB)', '`1Gi` = 1,073,741,824 bytes (1.07 GB)']);
    says(
      quantityFacts('1G', 'bytes'),
      ['`1G` = 1,000,000,000바이트 (953.7 MiB)', '`1G` = 1,000,000,000 bytes (953.7 MiB)'],
      ['10의 거듭제곱이라 `1Gi`보다 7 % 작습니다.', 'A power of ten: 7 % less than `1Gi`.'],
    );
    says(quantityFacts('512m', 'bytes'), [
      '`m`은 1/1000이라 0.512바이트밖에 안 됩니다. `512Mi`를 뜻하지 않았나요?',
      '`m` is a thousandth: only 0.512 bytes. Was `512Mi` meant?',
    ]);
    mentions(quantityFacts('512', 'bytes'), /단위가 없어 바이트입니다/, /Without a unit it is bytes/);
    mentions(quantityFacts('512MB', 'bytes'), /`512M`처럼/, /Write `512M`/);
    mentions(quantityFacts('1gi', 'bytes'), /`1Gi`처럼/, /Write `1Gi`/);
    mentions(quantityFacts('lots', 'bytes'), /단위는/, /Units are/);
  });

  it('of counts are told only where a suffix hides the number', () => {
    says(quantityFacts('10', 'count'));
    says(quantityFacts('2k', 'count'), ['`2k` = 2,000', '`2k` = 2,000']);
  });

  it('are measured by the name of the resource', () => {
    for (const [name, measure] of [
      ['cpu', 'cpu'],
      ['requests.cpu', 'cpu'],
      ['limits.memory', 'bytes'],
      ['storage', 'bytes'],
      ['ephemeral-storage', 'bytes'],
      ['hugepages-2Mi', 'bytes'],
      ['gold.storageclass.storage.k8s.io/requests.storage', 'bytes'],
      ['pods', 'count'],
      ['count/jobs.batch', 'count'],
      ['nvidia.com/gpu', 'count'],
      ['services.nodeports', 'count'],
      ['toString', undefined],
    ] as const)
      assert.equal(measureOf(name), measure, name);
  });
});

describe('kubernetes values: schedules', () => {
  const zone = 'Asia/Seoul';
  const words = (text: string): readonly [string, string] => {
    const [line] = scheduleFacts(text, zone);
    return [/\*\*(.*)\*\*/.exec(line?.ko ?? '')?.[1] ?? '', /\*\*(.*)\*\*/.exec(line?.en ?? '')?.[1] ?? ''];
  };

  for (const [text, ko, en] of [
    ['30 3 * * *', '매일 03:30', 'Every day at 03:30'],
    ['@daily', '매일 00:00', 'Every day at 00:00'],
    ['@midnight', '매일 00:00', 'Every day at 00:00'],
    ['@hourly', '매시 정각', 'Every hour on the hour'],
    ['@weekly', '매주 일요일 00:00', 'Every Sunday at 00:00'],
    ['@monthly', '매월 1일 00:00', 'On the 1st of every month at 00:00'],
    ['@yearly', '매년 1월 1일 00:00', 'On the 1st of January at 00:00'],
    ['* * * * *', '매분', 'Every minute'],
    ['*/10 * * * *', '10분마다', 'Every 10 minutes'],
    ['*/7 * * * *', '매시 0분부터 7분 간격', 'Every 7 minutes from minute 0 of each hour'],
    ['5/15 * * * *', '매시 5분, 20분, 35분, 50분', 'Every hour at minutes 5, 20, 35 and 50'],
    ['0,30 * * * *', '매시 0분, 30분', 'Every hour at minutes 0 and 30'],
    ['15 * * * *', '매시 15분', 'Every hour at minute 15'],
    ['0 */6 * * *', '00:00부터 6시간마다', 'Every 6 hours from 00:00'],
    ['0 9-17 * * *', '09:00부터 17:00까지 한 시간마다', 'Every hour from 09:00 to 17:00'],
    ['*/15 9-17 * * 1-5', '매주 월–금요일 09:00–17:59 사이 15분마다', 'Every 15 minutes between 09:00 and 17:59, Monday to Friday'],
    ['* 3 * * *', '03:00–03:59 사이 매분', 'Every minute between 03:00 and 03:59'],
    ['0 9 * * 1', '매주 월요일 09:00', 'Every Monday at 09:00'],
    ['0 9 * * MON,wed', '매주 월, 수요일 09:00', 'Every Monday and Wednesday at 09:00'],
    ['0 9 * * 0,6', '매주 토, 일요일 09:00', 'Every Saturday and Sunday at 09:00'],
    ['0 9 1,15 * *', '매월 1일, 15일 09:00', 'On the 1st and 15th of every month at 09:00'],
    ['0 2 */2 * *', '매월 1일부터 2일 간격 02:00', 'On every 2nd day from the 1st of every month at 02:00'],
    ['0 0 * 6 *', '매년 6월 매일 00:00', 'Every day in June at 00:00'],
    ['0 0 * 3-5 *', '3–5월 매일 00:00', 'Every day in March to May at 00:00'],
    ['0 9 * jan,jul 1', '1월, 7월의 월요일 09:00', 'Every Monday in January and July at 09:00'],
    ['0 8,12,18 * * *', '매일 08:00, 12:00, 18:00', 'Every day at 08:00, 12:00 and 18:00'],
    ['0 9 ? * ?', '매일 09:00', 'Every day at 09:00'],
  ] as const)
    it(`are put into words: ${text}`, () => assert.deepEqual(words(text), [ko, en]));

  it('go by their time zone, or by that of the controller', () => {
    says(scheduleFacts('30 3 * * *', zone), ['**매일 03:30** (`Asia/Seoul` 시간)', '**Every day at 03:30** (`Asia/Seoul` time)']);
    mentions(scheduleFacts('30 3 * * *', undefined), /kube-controller-manager의 시간대/, /time zone of kube-controller-manager/);
  });

  it('run when the day or the weekday matches', () => {
    mentions(
      scheduleFacts('0 0 1 * 1', zone),
      /매월 1일 또는 매주 월요일.*\n일과 요일을 함께/,
      /the 1st of every month or every Monday.*\nWith both/,
    );
  });

  it('leave out months that are too short', () => {
    mentions(scheduleFacts('0 0 31 * *', zone), /없는 달은 건너뜁니다/, /are left out/);
    mentions(scheduleFacts('0 0 30 2 *', zone), /실행되지 않습니다/, /never runs/);
    assert.equal(scheduleFacts('0 0 29 2 *', zone).length, 2);
    assert.equal(scheduleFacts('0 0 28 * *', zone).length, 1);
  });

  it('say what is wrong with them', () => {
    for (const [text, mistake] of [
      ['0 0 * * 7', 'weekday'],
      ['60 * * * *', 'minute'],
      ['0 24 * * *', 'hour'],
      ['0 0 0 * *', 'day'],
      ['0 0 * 13 *', 'month'],
      ['0 0 * * mo', 'weekday'],
      ['*/0 * * * *', 'minute'],
      ['5-1 * * * *', 'minute'],
      ['1-2-3 * * * *', 'minute'],
      ['0 0 * *', 'count'],
      ['0 0 0 * * *', 'count'],
      ['@reboot', 'count'],
      ['', 'count'],
      ['TZ=UTC 0 0 * * *', 'zone'],
      ['CRON_TZ=UTC 0 0 * * *', 'zone'],
    ] as const) {
      assert.equal(readCron(text), mistake, text);
      assert.equal(scheduleFacts(text, zone).length, 1, text);
    }
    says(scheduleFacts('@every 1h', zone));
    assert.equal(typeof readCron(`${'1,'.repeat(300)}1 * * * *`), 'string');
  });
});

describe('kubernetes values: times, modes, ids', () => {
  it('seconds become minutes, hours and days', () => {
    says(secondsFacts('86400'), ['`86400`초 = 1일', '`86400` seconds = 1 day']);
    says(secondsFacts('5400'), ['`5400`초 = 1시간 30분', '`5400` seconds = 1 hour 30 minutes']);
    for (const text of ['30', '0', '-60', 'x', '60.5', '9'.repeat(20)]) says(secondsFacts(text));
    assert.deepEqual(inSeconds(90), { ko: '90초(1분 30초)', en: '90 s (1 minute 30 seconds)' });
    assert.equal(inSeconds(30).ko, '30초');
  });

  it('file modes are told in octal and decimal, and slips between them', () => {
    says(modeFacts('420'), ['`420` = `rw-r--r--` (8진수로 `0644`)', '`420` = `rw-r--r--` (`0644` in octal)']);
    says(modeFacts('0644'), ['`0644` = `rw-r--r--` (10진수로 `420`)', '`0644` = `rw-r--r--` (`420` in decimal)']);
    says(modeFacts('0755'), ['`0755` = `rwxr-xr-x` (10진수로 `493`)', '`0755` = `rwxr-xr-x` (`493` in decimal)']);
    says(modeFacts('644'), ['`0644`(8진수)를 뜻하지 않았나요?', 'Was `0644`, the octal number, meant?']);
    mentions(modeFacts('400'), /`0400`\(8진수\)/, /`0400`, the octal/);
    assert.equal(modeFacts('256').length, 1);
    for (const text of ['416', '420', '432', '511']) assert.equal(modeFacts(text).length, 1, text);
    for (const text of ['440', '444', '600']) mentions(modeFacts(text), /뜻하지 않았나요/, /meant/);
    for (const text of ['512', '01000', 'x', '-1', '0888']) assert.equal(readMode(text), undefined, text);
    assert.equal(readMode('0o644'), 0o644);
  });

  it('ids tell root from others', () => {
    mentions(idFacts('runAsUser', '0'), /root\(UID 0\)/, /Runs as root/);
    mentions(idFacts('runAsUser', '1000'), /UID `1000`/, /user id `1000`/);
    mentions(idFacts('runAsGroup', '0'), /GID 0/, /group id 0/);
    mentions(idFacts('fsGroup', '2000'), /볼륨/, /volumes/);
    says(idFacts('runAsUser', 'root'));
    says(idFacts('supplementalGroups', '5'));
  });

  it('signals have names', () => mentions(signalFacts('SIGTERM'), /15번/, /number 15/));
});

describe('kubernetes values: probes and updates', () => {
  const usual = { initialDelay: 0, period: 10, failures: 3, successes: 1, grace: 30, afterStartup: false };

  it('a liveness probe restarts', () => {
    says(
      probeFacts('livenessProbe', { ...usual, initialDelay: 30, failures: 6 }),
      [
        '응답이 멈추면 **최대 60초(1분) 뒤에 재시작**합니다: 10초 × 6번.',
        'A container that stops answering is **restarted within 60 s (1 minute)**: 10 s × 6.',
      ],
      [
        '시작부터 응답이 없으면 최대 90초(1분 30초) 뒤: 30초 + 10초 × 6번. 끝내는 데 30초까지 더 걸릴 수 있습니다.',
        'If it never answers, within 90 s (1 minute 30 seconds) of its start: 30 s + 10 s × 6. Ending it may take 30 s more.',
      ],
    );
    mentions(
      probeFacts('livenessProbe', { ...usual, afterStartup: true }),
      /`startupProbe`가 성공한 뒤/,
      /when `startupProbe` has succeeded/,
    );
    assert.equal(probeFacts('livenessProbe', usual).length, 2);
  });

  it('a readiness probe takes traffic away, a startup probe gives time', () => {
    mentions(
      probeFacts('readinessProbe', { ...usual, successes: 2 }),
      /Service에서 빠집니다[^]*2번 이어서/,
      /out of its Services[^]*after 2 successes/,
    );
    says(probeFacts('startupProbe', { ...usual, initialDelay: 5, failures: 30 }), [
      '시작에 **최대 305초(5분 5초)**를 줍니다: 5초 + 10초 × 30번. 넘기면 재시작합니다.',
      'Gives the start **up to 305 s (5 minutes 5 seconds)**: 5 s + 10 s × 30. After that it restarts the container.',
    ]);
  });

  it('surge is rounded up and unavailable down', () => {
    assert.equal(scaled('25%', 3, 'up'), 1);
    assert.equal(scaled('25%', 3, 'down'), 0);
    assert.equal(scaled('30%', 10, 'up'), 3);
    assert.equal(scaled('2', 3, 'up'), 2);
    for (const text of ['x', '-1', '1.5', '', '%']) assert.equal(scaled(text, 3, 'up'), undefined, text);
    says(
      rolloutFacts({ replicas: 3, assumed: false, maxSurge: '25%', maxUnavailable: '25%' }),
      [
        '업데이트하는 동안 Pod는 **최대 4개**, 쓸 수 있는 Pod는 **최소 3개**입니다 (`replicas` 3개).',
        'During an update: **at most 4 Pods**, **at least 3 available** (3 replicas).',
      ],
      [
        '`maxSurge` `25%` → 1 (올림), `maxUnavailable` `25%` → 0 (내림)',
        '`maxSurge` `25%` → 1, rounded up; `maxUnavailable` `25%` → 0, rounded down',
      ],
    );
    // Both at nothing: one Pod goes all the same.
    mentions(rolloutFacts({ replicas: 2, assumed: false, maxSurge: '0%', maxUnavailable: '10%' }), /최소 1개/, /at least 1 available/);
    mentions(rolloutFacts({ replicas: 1, assumed: true, maxSurge: '0', maxUnavailable: '1' }), /하나도 없는 때/, /none may be available/);
    says(rolloutFacts({ replicas: 3, assumed: false, maxSurge: 'x', maxUnavailable: '1' }));
    mentions(recreateFacts(), /서비스가 멈춥니다/, /is down/);
  });

  it('a partition keeps Pods back', () => {
    mentions(partitionFacts('2', 3), /`-2`인 Pod만/, /Only the Pods `-2`/);
    mentions(partitionFacts('3', 3), /하나도/, /none/);
    mentions(partitionFacts('0', 3), /모든/, /All/);
    says(partitionFacts('x', 3));
  });

  it('a budget is rounded up', () => {
    says(budgetFacts('minAvailable', '50%', 'Deployment/web', 3), [
      '`Deployment/web`의 Pod 3개 가운데 한 번에 **1개**까지 내보낼 수 있습니다 (`50%` → 2).',
      'Of the 3 Pods of `Deployment/web`, **1** may be evicted at a time (`50%` → 2).',
    ]);
    mentions(budgetFacts('minAvailable', '1', 'Deployment/web', 1), /막힙니다/, /is blocked/);
    mentions(budgetFacts('maxUnavailable', '30%', 'Deployment/web', 3), /\*\*1개\*\*/, /\*\*1\*\*/);
  });
});

describe('kubernetes values: images', () => {
  const policy = (text: string): string | undefined => {
    const image = parseImage(text);
    return image && defaultPullPolicy(image);
  };
  it('are pulled by their tag', () => {
    assert.equal(policy('nginx'), 'Always');
    assert.equal(policy('nginx:latest'), 'Always');
    assert.equal(policy('nginx:1.30'), 'IfNotPresent');
    assert.equal(policy(`nginx@sha256:${'a'.repeat(64)}`), 'IfNotPresent');
  });
  it('are taken apart', () => {
    says(
      imageFacts('ghcr.io/o/app:1.2', undefined),
      ['`ghcr.io`의 `o/app`, 태그 `1.2`', '`o/app` of `ghcr.io`, tag `1.2`'],
      ['`imagePullPolicy`가 없어 `IfNotPresent`', 'No `imagePullPolicy`, so `IfNotPresent`'],
    );
    mentions(imageFacts('node:16-alpine', undefined), /2023-09-11에 끝났습니다/, /ended on 2023-09-11/);
    mentions(imageFacts('nginx', 'IfNotPresent'), /옛 `latest`/, /old `latest`/);
    says(imageFacts('$(IMAGE)', undefined));
  });
});

describe('kubernetes values: kinds', () => {
  const both = (apiVersion: string, kind: string): Lines => [
    ...apiVersionFacts(apiVersion, schema.resourceKind(apiVersion, kind)),
    ...kindFacts(schema.resourceKind(apiVersion, kind)),
  ];
  it('have a group, a version and a scope', () => {
    says(
      both('apps/v1', 'Deployment'),
      ['그룹 `apps`, 버전 `v1` (안정 버전)', 'Group `apps`, version `v1` (stable)'],
      ['네임스페이스에 속합니다 · `kubectl get deployments`', 'Lives in a namespace · `kubectl get deployments`'],
    );
    mentions(both('v1', 'Node'), /코어 그룹[^]*클러스터 전체/, /Core group[^]*whole cluster/);
    assert.deepEqual(
      [stabilityOf('a/v1'), stabilityOf('a/v1beta2'), stabilityOf('v1alpha1'), stabilityOf('a/x')],
      ['stable', 'beta', 'alpha', undefined],
    );
  });
  it('may be gone', () => {
    mentions(
      both('extensions/v1beta1', 'Ingress'),
      /1\.22에서 없어졌습니다.*`networking.k8s.io\/v1 Ingress`/,
      /Removed in Kubernetes 1\.22.*Use `networking/,
    );
  });
  it('may be on their way out', () => {
    const kind = {
      apiVersion: 'a/v1beta1',
      kind: 'X',
      type: 'a/v1beta1/X',
      deprecatedIn: '1.40',
      removedIn: '1.43',
      replacement: { apiVersion: 'a/v1', kind: 'X' },
    };
    says(kindFacts(kind), [
      '**Kubernetes 1.40부터 폐기 예정입니다.** 1.43에서 없어집니다. 대신 쓸 것: `a/v1 X`',
      '**Deprecated since Kubernetes 1.40.** It goes in 1.43. Use `a/v1 X`.',
    ]);
  });
});

describe('kubernetes values: names, labels, words', () => {
  it('a Service has names in DNS', () => {
    const service = { name: 'web', namespace: 'shop', type: undefined, isHeadless: false, externalName: undefined };
    mentions(serviceNameFacts(service), /`web\.shop\.svc\.cluster\.local` → 가상 IP 하나/, /→ one virtual IP/);
    mentions(
      serviceNameFacts({ ...service, namespace: undefined, isHeadless: true }),
      /web\.<namespace>\.svc.*Pod들의 IP/,
      /IPs of its Pods/,
    );
    mentions(
      serviceNameFacts({ ...service, type: 'ExternalName', externalName: 'db.example.com' }),
      /CNAME `db\.example\.com`/,
      /CNAME `db/,
    );
    mentions(statefulNameFacts('db', 'db-headless', 'shop'), /`db-0\.db-headless\.shop\.svc\.cluster\.local`/, /`db-0/);
  });

  it('well-known keys are known', () => {
    mentions(keyFacts('app.kubernetes.io/name'), /이름/, /name/);
    mentions(keyFacts('topology.kubernetes.io/zone'), /영역/, /zone/);
    assert.equal(keyFacts('pod-security.kubernetes.io/enforce').length, 1);
    mentions(keyFacts('pod-security.kubernetes.io/enforce', 'restricted'), /`restricted` — /, /`restricted` — /);
    mentions(keyFacts('pod-security.kubernetes.io/warn-version'), /버전/, /version/);
    for (const key of ['app', 'constructor', 'pod-security.kubernetes.io/toString']) says(keyFacts(key));
  });

  it('words of fields are explained', () => {
    mentions(meaningFacts('PersistentVolumeClaimSpec#accessModes', 'ReadWriteOnce'), /`RWO`/, /`RWO`/);
    mentions(meaningFacts('HostPathVolumeSource#type', ''), /`""` —/, /`""` —/);
    says(meaningFacts('PodSpec#restartPolicy', 'toString'));
    says(meaningFacts('Nope#field', 'x'));
  });

  it('explain only fields and values that the schema has', () => {
    const kinds = schema.kindsOf().flatMap(({ type }) => schema.type(type) ?? []);
    const types = new Map<string, (typeof kinds)[number][]>();
    const seen = new Set<string>();
    const visit = (type: (typeof kinds)[number]): void => {
      if (seen.has(type.id)) return;
      seen.add(type.id);
      types.set(type.name, [...(types.get(type.name) ?? []), type]);
      for (const field of schema.fieldsOf(type)) {
        const inner = schema.typeOf(field);
        if (inner) visit(inner);
      }
    };
    kinds.forEach(visit);
    for (const [place, values] of Object.entries({ ...podMeanings, ...resourceMeanings })) {
      const [type = '', field = ''] = place.split('#');
      const fields = (types.get(type) ?? []).flatMap((candidate) => schema.field(candidate, field) ?? []);
      assert.ok(fields.length > 0, place);
      const allowed = fields.flatMap((each) => {
        const inner = schema.valueOf(each);
        return inner.kind === 'object' ? [] : (inner.enum ?? []);
      });
      if (allowed.length > 0 && !place.includes('Operator') && type !== 'LabelSelectorRequirement')
        for (const value of Object.keys(values)) assert.ok(allowed.includes(value), `${place}: ${value}`);
    }
  });

  it('ports are known by number, by name, and by who has them', () => {
    mentions(portFacts('5432'), /PostgreSQL/, /usually PostgreSQL/);
    says(portFacts('12345'));
    const declared = [
      { owner: 'Deployment/web', name: 'http', port: '8080' },
      { owner: 'Deployment/web', name: 'metrics', port: '9090' },
    ];
    says(targetFacts('http', declared), ['`http` = `Deployment/web`의 포트 `8080`', '`http` = port `8080` of `Deployment/web`']);
    says(targetFacts('9090', declared), ['`Deployment/web`의 포트 `9090`', 'Port `9090` of `Deployment/web`']);
    mentions(targetFacts('https', declared), /있는 이름: `http`, `metrics`/, /There is `http`, `metrics`/);
    says(targetFacts('1', declared));
    says(targetFacts('http', []));
    mentions(nodePortFacts('30080'), /모든 노드/, /every node/);
    mentions(nodePortFacts('80'), /30000–32767/, /30000–32767/);
  });

  it('selectors say what they select', () => {
    const candidates = [{ name: 'Deployment/web', labels: new Map([['app', 'web']]) }];
    const test = (value: string): { isEmpty: boolean; matches(labels: ReadonlyMap<string, string>): boolean } => ({
      isEmpty: false,
      matches: (labels) => labels.get('app') === value,
    });
    says(selectorFacts(test('web'), candidates), ['지금 고르는 것: `Deployment/web`', 'Selects now: `Deployment/web`']);
    mentions(selectorFacts(test('api'), candidates), /맞는 것이 없습니다/, /not the one candidate/);
    says(selectorFacts(test('api'), []));
    mentions(selectorFacts({ isEmpty: true, matches: () => true }, candidates), /모두 고릅니다/, /everything/);
    mentions(selectorFacts({ isEmpty: true, matches: () => true }, candidates, 'nothing'), /아무 Pod도/, /no Pods/);
  });

  it('rules of RBAC are explained', () => {
    const kinds = schema.kindsOf();
    mentions(verbFacts('*'), /모든 동작/, /Everything/);
    says(verbFacts('toString'));
    mentions(apiGroupFacts('', kinds), /코어 그룹/, /core group/);
    mentions(apiGroupFacts('v1', kinds), /버전을 적지 않습니다/, /no version/);
    mentions(apiGroupFacts('apps', kinds), /`Deployment`/, /`Deployment`/);
    says(resourceFacts('pods', [''], kinds), ['`pods` — `Pod`', '`pods` — `Pod`']);
    mentions(resourceFacts('pods/exec', [''], kinds), /명령을 실행/, /Commands inside/);
    mentions(resourceFacts('deployments', [''], kinds), /필요한 것: `apps`/, /needs `apps`/);
    mentions(resourceFacts('Deployment', ['apps'], kinds), /`deployments`/, /`deployments`/);
    says(resourceFacts('widgets', ['example.com'], kinds));
  });

  it('a target in per cent is worked out', () => {
    mentions(utilizationFacts('70', 'cpu', [{ container: 'app', request: '200m' }]), /`140m`/, /`140m` a Pod/);
    mentions(utilizationFacts('50', 'memory', [{ container: 'app', request: '1Gi' }]), /`512Mi`/, /`512Mi`/);
    mentions(utilizationFacts('70', 'cpu', [{ container: 'app', request: undefined }]), /계산할 수 없습니다/, /cannot be worked out/);
    assert.equal(utilizationFacts('70', 'cpu', undefined).length, 1);
    says(utilizationFacts('x', 'cpu', undefined));
  });
});

describe('kubernetes values: texts', () => {
  it('references to variables are followed', () => {
    assert.deepEqual(referencesIn('$(A)/$$(B)/$(C)$(A)'), ['A', 'C']);
    const variables = new Map<string, string | undefined>([
      ['A', 'foo'],
      ['S', undefined],
      ['E', ''],
    ]);
    says(referenceFacts('$(A)', { variables, isOpen: false }), ['`$(A)` → `foo`', '`$(A)` → `foo`']);
    mentions(referenceFacts('$(S)$(E)', { variables, isOpen: false }), /의 값\n.*빈 문자열/, /the value of `S`\n.*an empty text/);
    mentions(referenceFacts('$(X)', { variables, isOpen: false }), /그대로 남습니다/, /stays as it is/);
    mentions(referenceFacts('$(X)', { variables, isOpen: true }), /`envFrom`/, /`envFrom`/);
    mentions(referenceFacts('$$(A)', { variables, isOpen: true }), /글자로 남습니다/, /becomes the text/);
    says(referenceFacts('$(WEB_SERVICE_HOST)', { variables, isOpen: false }));
  });

  it('base64 is measured, never decoded for show', () => {
    assert.deepEqual(readBase64('aGVsbG8='), { length: 5, endsInLineBreak: false });
    assert.deepEqual(readBase64('aGVsbG8K'), { length: 6, endsInLineBreak: true });
    assert.deepEqual(readBase64('Cg=='), { length: 1, endsInLineBreak: true });
    assert.deepEqual(readBase64('YQo='), { length: 2, endsInLineBreak: true });
    for (const text of ['hello', 'a', '====', 'aGVsbG8', 'aGVs bG8=', 'aG-_']) assert.equal(readBase64(text), undefined, text);
    mentions(base64Facts('c2VjcmV0'), /6바이트[^]*암호화가 아니라/, /6 bytes[^]*not encryption/);
    assert.ok(!JSON.stringify(base64Facts('c2VjcmV0')).includes('secret'));
    mentions(base64Facts('plain text'), /`stringData`/, /`stringData`/);
    mentions(base64Facts(''), /비어/, /empty/);
  });

  it('plain scalars that YAML reads as something else are told', () => {
    for (const [text, type] of [
      ['yes', 'boolean'],
      ['ON', 'boolean'],
      ['y', undefined],
      ['8080', 'number'],
      ['1.0', 'number'],
      ['1e3', 'number'],
      ['0x1F', 'number'],
      ['1.2.3', undefined],
      ['~', 'null'],
      ['v1', undefined],
    ] as const)
      assert.equal(readsAs(text), type, text);
    says(plainTextFacts('8080'), [
      '따옴표가 없어 숫자로 읽히고 거부됩니다. `"8080"`처럼 적으세요.',
      'Without quotes it is a number, and refused: write `"8080"`.',
    ]);
    mentions(booleanFacts('yes'), /`true`/, /`true`/);
    says(booleanFacts('true'));
  });

  it('what a file says is shown as code, cut where it is long', () => {
    const [line] = targetFacts('`[x](http://evil)`', [{ owner: 'a`b', name: '`[x](http://evil)`', port: '1' }]);
    assert.ok(line && !/[^`]\[x\]/.test(line.en.replace(/`+ [^]*? `+/g, '')));
    assert.ok((referenceFacts('$(A)', { variables: new Map([['A', 'x'.repeat(5000)]]), isOpen: false })[0]?.en.length ?? 0) < 200);
  });
});

describe('kubernetes values: Pods and networks', () => {
  it('the class of a Pod goes by all its containers', () => {
    const of = (
      requests: Readonly<Record<string, string>>,
      limits: Readonly<Record<string, string>>,
    ): Parameters<typeof qosOf>[0][number] => ({
      requests: new Map(Object.entries(requests)),
      limits: new Map(Object.entries(limits)),
    });
    const full = of({ cpu: '1000m' }, { cpu: '1', memory: '1Gi' });
    assert.equal(qosOf([full]), 'Guaranteed');
    assert.equal(qosOf([full, of({}, {})]), 'Burstable');
    assert.equal(qosOf([of({ cpu: '500m' }, { cpu: '1', memory: '1Gi' })]), 'Burstable');
    assert.equal(qosOf([of({ 'nvidia.com/gpu': '1' }, {})]), 'BestEffort');
    assert.equal(qosOf([]), 'BestEffort');
  });

  it('Jobs try again and run side by side', () => {
    mentions(backoffFacts('6'), /6번까지.*10초, 20초, 40초 … 최대 6분/, /6 times.*10 s, 20 s, 40 s … at most 6 minutes/);
    mentions(backoffFacts('1'), /1번까지.*10초입니다/, /1 time, after 10 s\./);
    mentions(backoffFacts('0'), /다시 시도하지 않습니다/, /No second try/);
    mentions(parallelFacts(5, 2), /Pod 5개.*2개까지/, /5 successful Pods.*2 at a time/);
    mentions(parallelFacts(undefined, 0), /멈춰/, /paused/);
    says(parallelFacts(1, 1));
  });

  it('blocks of addresses are counted', () => {
    mentions(cidrFacts('10.0.0.0/8'), /`10\.0\.0\.0` – `10\.255\.255\.255` \(주소 16,777,216개\)/, /16,777,216 addresses/);
    mentions(cidrFacts('192.168.1.7/32'), /`192\.168\.1\.7` \(주소 1개\)/, /\(1 address\)/);
    mentions(cidrFacts('0.0.0.0/0'), /모든 IPv4/, /every IPv4/);
    for (const text of ['10.0.0.0', '10.0.0.0/33', '300.0.0.0/8', 'fe80::/10', 'x']) says(cidrFacts(text));
  });

  it('policies are compared with the default', () => {
    mentions(policyFacts('Always', 'nginx'), /적지 않아도/, /default for `nginx` too/);
    mentions(policyFacts('Always', 'nginx:1.30'), /적지 않으면 `IfNotPresent`/, /gets `IfNotPresent`/);
    mentions(claimNameFacts('data', 'db'), /`data-db-0`/, /`data-db-0`/);
  });
});
