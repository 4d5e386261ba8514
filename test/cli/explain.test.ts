import assert from 'node:assert/strict';
import { describePod, dockerPs, getPods } from '../server/output/samples.ts';
import { mulgil } from './support.ts';

describe('mulgil explain', () => {
  const explain = (...args: string[]) => mulgil(['explain', ...args]);

  it('explains what a topic names', async () => {
    for (const [topic, id] of [
      ['livenessProbe', 'kubernetes/Container#livenessProbe'],
      ['Deployment.spec.strategy', 'kubernetes/DeploymentSpec#strategy'],
      ['COPY --from', 'dockerfile/COPY#--from'],
      ['STOPSIGNAL', 'dockerfile/STOPSIGNAL'],
    ] as const) {
      const { code, out } = await explain(...topic.split(' '));
      assert.equal(code, 0);
      assert.ok(out.split('\n')[0]?.endsWith(id), out);
      assert.match(out, /\nOfficial documentation: https:\/\/\S+\n/);
    }
  });

  it('speaks both languages', async () => {
    assert.match((await explain('STOPSIGNAL', '--language', 'ko')).out, /공식 문서: https:/);
    assert.match((await mulgil(['explain', 'STOPSIGNAL'], { env: { LANG: 'ko_KR.UTF-8' } })).out, /습니다/);
  });

  it('explains rules, by our id and by those of other linters', async () => {
    for (const topic of ['dockerfile/no-latest-tag', 'DL3007', 'hadolint:DL3007']) {
      const { code, out } = await explain(topic);
      assert.equal(code, 0);
      assert.match(out, /^dockerfile\/no-latest-tag {2}warning/);
      assert.match(out, /hadolint:DL3007/);
    }
  });

  it('lets the reader choose between several', async () => {
    const { code, out } = await explain('healthcheck');
    assert.equal(code, 0);
    assert.match(out, /mulgil explain 'dockerfile\/HEALTHCHECK'/);
    assert.match(out, /mulgil explain 'compose\/service#healthcheck'/);
  });

  it('exits with 1 on an unknown topic and gives the nearest names', async () => {
    const { code, out, err } = await explain('livenesProb');
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.match(err, /"livenesProb".*\n.*livenessProbe/);
    assert.doesNotMatch((await explain('\u001b[31mx\u009b')).err, /[\u001b\u009b]/);
    assert.equal((await explain('x'.repeat(100_000))).code, 1);
  });

  it('exits with 2 without a topic or with a wrong language', async () => {
    assert.equal((await explain()).code, 2);
    assert.equal((await explain('COPY', '--language', 'fr')).code, 2);
    assert.equal((await explain('COPY', '--language')).code, 2);
  });

  it('sets text off on a terminal', async () => {
    const { out } = await mulgil(['explain', 'STOPSIGNAL'], { isTerminal: true });
    assert.match(out, /\u001b\[1mSTOPSIGNAL\u001b\[22m/);
    assert.doesNotMatch(out, /\*\*/);
  });
});

describe('mulgil explain -', () => {
  const explain = (input: string | Uint8Array, ...args: string[]) => mulgil(['explain', '-', ...args], { input });

  it('explains output that comes in, and names the topics to ask about next', async () => {
    const { code, out } = await explain(getPods);
    assert.equal(code, 0);
    assert.match(out, /^What this output says\n\n5 of 7 need a look\.\n/);
    assert.match(out, /^ {4}kubectl logs web-6d4cf56db6-9xk2l --previous$/m);
    assert.match(out, /^ {2}mulgil explain 'troubleshooting\/CrashLoopBackOff'$/m);
    assert.equal((await mulgil(['explain', 'troubleshooting/CrashLoopBackOff'])).code, 0);
  });
  it('speaks both languages', async () => {
    assert.match((await explain(describePod, '--language', 'ko')).out, /컨테이너 `cart`: 기다리는 중/);
    assert.match((await explain(dockerPs, '--language', 'en')).out, /Exit code 137: SIGKILL/);
  });
  it('exits with 1 where there is nothing to explain', async () => {
    for (const input of ['', 'hello', new Uint8Array([0xff, 0xfe, 0x00])]) {
      const { code, out, err } = await explain(input);
      assert.deepEqual({ code, out }, { code: 1, out: '' });
      assert.match(err, /kubectl get pods/);
    }
  });
  it('gives a terminal nothing to obey', async () => {
    const { out } = await explain(`${getPods}evil\u0007\u009b31m-x   0/1     Pending   0          1d\n`);
    assert.doesNotMatch(out, /[\u0007\u009b]/);
  });
});
