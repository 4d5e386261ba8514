import assert from 'node:assert/strict';
import { explain } from '../../server/explain/explain.ts';
import type { Explanation } from '../../server/explain/explanation.ts';
import { schema } from '../../server/kubernetes/schema.ts';
import { allRules } from '../../server/languages.ts';
import { library } from '../../server/library.ts';

/** What a topic leads to, in short. */
function found(topic: string): string | readonly string[] {
  const explanation: Explanation = explain(topic, { library, schema, rules: allRules, locale: 'en' });
  switch (explanation.kind) {
    case 'rule':
      return explanation.rule.id;
    case 'note':
      return explanation.id;
    case 'schema':
      return `schema ${explanation.title}`;
    case 'choices':
      return explanation.topics;
    case 'unknown':
      return '?';
  }
}

describe('explain', () => {
  const topics: readonly (readonly [topic: string, id: string])[] = [
    ['livenessProbe', 'kubernetes/Container#livenessProbe'],
    ['livenessprobe', 'kubernetes/Container#livenessProbe'],
    ['Deployment', 'kubernetes/Deployment'],
    ['Deployment.spec.strategy', 'kubernetes/DeploymentSpec#strategy'],
    ['deployments.spec.strategy', 'kubernetes/DeploymentSpec#strategy'],
    ['Pod.spec.containers.image', 'kubernetes/Container#image'],
    ['Pod.spec.containers[0].resources.limits.memory', 'kubernetes/ResourceRequirements#limits.memory'],
    ['spec.replicas', 'kubernetes/DeploymentSpec#replicas'],
    ['Container.livenessProbe', 'kubernetes/Container#livenessProbe'],
    ['Ingress.spec.tls', 'kubernetes/IngressSpec#tls'],
    ['COPY', 'dockerfile/COPY'],
    ['copy', 'dockerfile/COPY'],
    ['CMD vs ENTRYPOINT', 'comparisons/cmd-and-entrypoint'],
    ['ADD VS. COPY', 'comparisons/copy-and-add'],
    ['requests vs limits', 'comparisons/requests-and-limits'],
    ['liveness vs readiness', 'comparisons/liveness-readiness-startup'],
    ['Docker vs VM', 'comparisons/container-and-vm'],
    ['COPY --from', 'dockerfile/COPY#--from'],
    ['COPY  --from=build', 'dockerfile/COPY#--from'],
    ['RUN --mount=type=cache', 'dockerfile/RUN#--mount'],
    ['FROM AS', 'dockerfile/FROM#AS'],
    ['HEALTHCHECK', 'dockerfile/HEALTHCHECK'],
    ['HEALTHCHECK NONE', 'dockerfile/HEALTHCHECK#NONE'],
    ['STOPSIGNAL', 'dockerfile/STOPSIGNAL'],
    ['dockerfile/COPY#--from', 'dockerfile/COPY#--from'],
    ['dockerfile/copy', 'dockerfile/COPY'],
    ['service.depends_on', 'compose/service#depends_on'],
    ['depends_on condition', 'compose/depends_on#condition'],
    ['services.web.healthcheck.interval', 'compose/healthcheck#interval'],
    ['dockerfile/no-latest-tag', 'dockerfile/no-latest-tag'],
    ['DL3007', 'dockerfile/no-latest-tag'],
    ['hadolint:dl3007', 'dockerfile/no-latest-tag'],
    ['EnvVarSource.fileKeyRef', 'schema EnvVarSource.fileKeyRef'],
    ['FlowSchema', 'schema FlowSchema'],
    ['hostnameOverride', 'schema PodSpec.hostnameOverride'],
    ['CrashLoopBackOff', 'troubleshooting/CrashLoopBackOff'],
    ['exit code 137', 'troubleshooting/exit-code-137'],
    ['종료 코드 137', 'troubleshooting/exit-code-137'],
    ['레이어', 'glossary/layer'],
    ['롤링 업데이트', 'glossary/rolling-update'],
    ['초급', 'checklists/beginner'],
    ['왜 latest', 'questions/why-not-latest'],
  ];
  for (const [topic, id] of topics) it(topic, () => assert.equal(found(topic), id));

  it('lets one choose where a name means several things, owners first', () => {
    const healthcheck = found('healthcheck');
    assert.deepEqual(healthcheck.slice(0, 2), ['compose/healthcheck', 'dockerfile/HEALTHCHECK']);
    assert.ok(healthcheck.includes('compose/service#healthcheck'));
    const user = found('user');
    assert.ok(user.includes('dockerfile/USER') && user.includes('compose/service#user'));
  });

  it('finds every topic it offers, and every id', () => {
    for (const topic of ['healthcheck', 'name', 'image', 'exec form'].flatMap(found)) assert.notEqual(found(topic), '?', topic);
    for (const id of library.ids()) assert.equal(found(id), id);
    for (const id of allRules.keys()) assert.equal(found(id), id);
  });

  it('knows what it does not know', () => {
    for (const topic of [
      '',
      ' ',
      '.',
      '...',
      '#',
      'constructor',
      '__proto__',
      'Pod.spec.nothing.here',
      'x y z',
      'a'.repeat(1000),
      '\u0000',
    ])
      assert.equal(found(topic), '?', topic);
    const explanation = explain('stopsignl', { library, schema, rules: allRules, locale: 'en' });
    assert.deepEqual(explanation.kind === 'unknown' && explanation.nearest[0], 'STOPSIGNAL');
  });

  it('takes linear time', () => {
    const started = performance.now();
    for (const topic of ['-'.repeat(1_000_000), 'a.'.repeat(500_000), ' '.repeat(1_000_000), '['.repeat(1_000_000)]) found(topic);
    assert.ok(performance.now() - started < 3000);
  });
});
