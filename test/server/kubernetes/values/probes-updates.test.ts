import assert from 'node:assert/strict';
import { probeFacts } from '../../../../server/kubernetes/values/probe-timing.ts';
import { budgetFacts, partitionFacts, recreateFacts, rolloutFacts, scaled } from '../../../../server/kubernetes/values/rollout.ts';
import { mentions, says } from './saying.ts';

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
