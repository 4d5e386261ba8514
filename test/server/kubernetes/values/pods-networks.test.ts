import assert from 'node:assert/strict';
import { cidrFacts } from '../../../../server/kubernetes/values/cidr.ts';
import { claimNameFacts } from '../../../../server/kubernetes/values/dns-name.ts';
import { policyFacts } from '../../../../server/kubernetes/values/image.ts';
import { backoffFacts, parallelFacts } from '../../../../server/kubernetes/values/job.ts';
import { qosOf } from '../../../../server/kubernetes/values/qos.ts';
import { mentions, says } from './saying.ts';

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
