import assert from 'node:assert/strict';
import { schema } from '../../../../server/kubernetes/schema.ts';
import { apiVersionFacts, kindFacts, stabilityOf } from '../../../../server/kubernetes/values/api-version.ts';
import type { Lines } from '../../../../server/say.ts';
import { mentions, says } from './saying.ts';

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
