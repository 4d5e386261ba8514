import assert from 'node:assert/strict';
import { lint } from '../../../server/api.ts';

const deployment = (namespace: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: ${namespace}}\nspec:\n  replicas: 1\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web, tier: front}}\n    spec:\n      containers:\n        - {name: web, image: 'shop/web:1.0', ports: [{containerPort: 80}]}\n`;
const service = (selector: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  selector: ${selector}\n  ports: [{port: 80}]\n`;
const autoscaler = (name: string): string =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web, namespace: shop}\nspec:\n  minReplicas: 2\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}\n`;

/** Whether one rule speaks in `web.yaml`, and for which checks of kube-score. */
async function said(rule: string, files: Readonly<Record<string, string>>): Promise<readonly string[] | undefined> {
  const findings = await lint(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { preset: 'all' },
  );
  const found = findings.find((finding) => finding.rule === `kubernetes/${rule}` && finding.path === 'web.yaml');
  return found?.equivalents.filter((id) => id.startsWith('kube-score:'));
}

describe('what stands beside a workload', () => {
  it('counts a Service that sends traffic to it, in its file or in another', async () => {
    const web = deployment('shop');
    assert.deepEqual(await said('use-readiness-probe', { 'web.yaml': web }), []);
    const both = `${web}---\n${service('{app: web, tier: front}')}`;
    assert.deepEqual(await said('use-readiness-probe', { 'web.yaml': both }), ['kube-score:pod-probes']);
    assert.deepEqual(await said('use-readiness-probe', { 'web.yaml': web, 'service.yaml': service('{tier: front}') }), [
      'kube-score:pod-probes',
    ]);
  });

  it('does not count a Service that chooses other Pods, or none, or those of another namespace', async () => {
    for (const selector of ['{app: api}', '{app: web, tier: back}', '{}'])
      assert.deepEqual(await said('use-readiness-probe', { 'web.yaml': deployment('shop'), 'service.yaml': service(selector) }), []);
    assert.deepEqual(await said('use-readiness-probe', { 'web.yaml': deployment('test'), 'service.yaml': service('{app: web}') }), []);
  });

  it('leaves the number of replicas to an autoscaler', async () => {
    const web = deployment('shop');
    assert.deepEqual(await said('use-several-replicas', { 'web.yaml': web }), []);
    assert.deepEqual(await said('use-several-replicas', { 'web.yaml': web, 'hpa.yaml': autoscaler('api') }), []);
    assert.equal(await said('use-several-replicas', { 'web.yaml': web, 'hpa.yaml': autoscaler('web') }), undefined);
  });
});
