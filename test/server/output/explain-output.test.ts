import assert from 'node:assert/strict';
import { library } from '../../../server/library.ts';
import { explainOutput } from '../../../server/output/explain-output.ts';
import { composeError, composePs, describePod, dockerPs, getEvents, getPods, getPodsWide } from './samples.ts';

const explain = (text: string, locale: 'ko' | 'en' = 'en') => {
  const page = explainOutput(text, { library, locale });
  assert.ok(page, 'it can be explained');
  return page;
};
const leadsTo = (text: string) => explain(text).related.map(({ id }) => id.split('/')[1]);

describe('kubectl get pods, explained', () => {
  it('tells of each state once, and of those in it', () => {
    const { body } = explain(getPods);
    assert.match(body, /^5 of 7 need a look\./);
    assert.deepEqual(body.match(/^## .*$/gm), ['## `CrashLoopBackOff`', '## `ImagePullBackOff`', '## `Running 0/1`', '## `Init:0/2`']);
    assert.match(body, /`web-6d4cf56db6-9xk2l`.*\n.*restarted 12 times \(last: `2m3s` ago\)/);
    assert.match(body, /Fine: `api-7c9d8f6b5-x2k4p`, `migrate-x`$/);
  });
  it('says in Korean how long ago', () => assert.match(explain(getPods, 'ko').body, /다시 시작했습니다\(마지막: `2분 3초` 전\)/));
  it('leads to the entries', () =>
    assert.deepEqual(leadsTo(getPods), ['CrashLoopBackOff', 'ImagePullBackOff', 'running-not-ready', 'init-container-hangs']));
  it('knows columns of -A and -o wide, and names the namespace in commands', () => {
    const { body } = explain(getPodsWide);
    assert.match(body, /kubectl logs cart-1 -n shop --previous/);
    assert.match(body, /kubectl describe pod pay-1 -n shop\n```/);
    assert.deepEqual(leadsTo(getPodsWide), ['OOMKilled', 'Pending']);
  });
  it('reads a table whose spaces were lost, and prompts around it', () => {
    const collapsed = getPods.replace(/ {2,}/g, ' ');
    assert.equal(explain(collapsed).body, explain(getPods).body);
    assert.match(explain(`$ kubectl get pods\n${getPods}$ `).body, /^5 of 7/);
    assert.match(explain(getPods.replaceAll('\n', '\r\n')).body, /^5 of 7/);
    assert.match(explain(getPods.replaceAll('CrashLoopBackOff', '\u001b[31mCrashLoopBackOff\u001b[0m')).body, /^5 of 7/);
  });
  it('reads rows that were copied without their heading', () => {
    assert.match(explain('web-1   0/1   CrashLoopBackOff   12 (2m ago)   40m\n').body, /\*\*`web-1`\*\*\n.*12 times \(last: `2m` ago\)/);
    assert.match(explain('shop   web-1   0/1   Pending   0   40m   <none>   node-1').body, /kubectl describe pod web-1 -n shop/);
  });
  it('takes the last row of a Pod that is watched', () => {
    const { body } = explain(
      'NAME   READY   STATUS    RESTARTS   AGE\na      0/1     Pending   0          1s\na      0/1     Error     0          2s\n',
    );
    assert.doesNotMatch(body, /Pending/);
    assert.match(body, /^## `Error`/);
  });
  it('says when all is well', () =>
    assert.equal(explain('NAME   READY   STATUS    RESTARTS   AGE\na      1/1     Running   0          1d\n').body, 'All 1 are fine.'));
  it('shows some of many in one state, and tells how many there are', () => {
    const rows = Array.from({ length: 500 }, (_, at) => `web-${at}   0/1     CrashLoopBackOff   5          1d`);
    const { body } = explain(['NAME    READY   STATUS             RESTARTS   AGE', ...rows].join('\n'));
    assert.match(body, /488 more are in the same state/);
    assert.ok(body.length < 5000);
  });
});

describe('kubectl describe pod, explained', () => {
  it('tells state, end, restarts and warnings of the container in need', () => {
    const { body } = explain(describePod);
    assert.match(body, /Container `cart` waits: `CrashLoopBackOff`\. Before that it ended with `OOMKilled, exit code 137`\. Restarts: 5\./);
    assert.match(body, /Liveness probe failed.*\n +→ The liveness probe fails/);
    assert.doesNotMatch(body, /wait-db|Scheduled/);
    assert.match(body, /kubectl logs cart-1 -n shop --previous/);
  });
  it('leads to what killed it rather than to its waiting', () => {
    assert.deepEqual(leadsTo(describePod), ['OOMKilled']);
    const failed = describePod.replace('Reason:       OOMKilled', 'Reason:       Error');
    assert.deepEqual(leadsTo(failed), ['liveness-restarts']);
    assert.deepEqual(leadsTo(failed.replace(/.*Liveness probe failed.*\n/, '').replace('137', '127')), ['exit-code-127']);
  });
  it('names the cause that an event names', () => {
    const pulled = describePod
      .replace(/Last State:[\s\S]*?Ready:/, 'Ready:')
      .replace('CrashLoopBackOff', 'ImagePullBackOff')
      .replace(/Warning {2}Unhealthy.*/, 'Warning  Failed     2m   kubelet   Failed to pull image "x:1": pull access denied for x');
    assert.match(explain(pulled).body, /→ The registry refused/);
    assert.deepEqual(leadsTo(pulled), ['image-not-found']);
  });
});

describe('events and containers, explained', () => {
  it('tells of warnings and what they mean', () => {
    const { body } = explain(getEvents);
    assert.match(body, /`pod\/pay-1`.*\n.*\n +→ No node has as much left/);
    assert.match(body, /→ The registry refused/);
    assert.deepEqual(leadsTo(getEvents), ['Pending', 'image-not-found']);
  });
  it('reads docker ps -a and docker compose ps', () => {
    const { body } = explain(dockerPs);
    assert.match(body, /^3 of 5 need a look/);
    assert.match(body, /docker inspect --format '\{\{\.State\.OOMKilled\}\}' api/);
    assert.match(body, /Fine: `web`, `job`$/);
    assert.deepEqual(leadsTo(dockerPs), ['exit-code-137', 'unhealthy-container', 'exit-code-1']);
    assert.match(explain(composePs).body, /`shop-api-1`/);
  });
  it('finds known errors in other lines', () => {
    assert.deepEqual(leadsTo(composeError), ['unhealthy-container', 'port-already-in-use']);
    assert.match(explain('curl: (7) Failed to connect to db port 5432: Connection refused').body, /nothing listens on the port/);
  });
  it('reads several outputs after one another', () =>
    assert.deepEqual(leadsTo(`${getPodsWide}\n${describePod}\n${dockerPs}`).slice(0, 3), ['OOMKilled', 'Pending', 'exit-code-137']));
});

describe('output of any kind', () => {
  it('is explained in both languages, with the same sections', () => {
    for (const text of [getPods, getPodsWide, describePod, getEvents, dockerPs, composePs, composeError]) {
      const [ko, en] = [explain(text, 'ko'), explain(text, 'en')];
      assert.match(ko.body, /[가-힣]/);
      assert.doesNotMatch(en.body, /[가-힣]/);
      assert.deepEqual(
        ko.related.map(({ id }) => id),
        en.related.map(({ id }) => id),
      );
      assert.equal(ko.body.match(/^## /gm)?.length, en.body.match(/^## /gm)?.length);
      for (const { body } of [ko, en]) assert.doesNotMatch(body, /\{\w+\}(?!\})/, 'no value is missing');
    }
  });
  it('is nothing where there is nothing to explain', () => {
    for (const text of ['', 'hello', 'NAME READY', 'Name: x\n', '\n\n\n'])
      assert.equal(explainOutput(text, { library, locale: 'en' }), undefined);
  });
  it('is shown as code, and never gets into a command', () => {
    const name = 'x`[a](https://evil)$(reboot)';
    const { body } = explain(
      `NAME                              READY   STATUS    RESTARTS   AGE\n${name.padEnd(34)}0/1     Pending   0          1d\n`,
    );
    assert.ok(body.includes('``x`[a](https://evil)$(reboot)``'), body);
    assert.match(body, /kubectl describe pod <pod>\n/);
    assert.doesNotMatch(body, /describe pod .*reboot/);
  });
});
