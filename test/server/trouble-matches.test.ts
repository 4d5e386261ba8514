import assert from 'node:assert/strict';
import { library } from '../../server/library.ts';
import { troubleMatcher } from '../../server/trouble-matches.ts';

describe('states and errors in a line of a terminal', () => {
  const match = troubleMatcher([
    { id: 'troubleshooting/crash', matches: ['CrashLoopBackOff', 'Back-off restarting failed container'], states: [] },
    { id: 'troubleshooting/137', matches: ['exit code 137', 'exited with code 137', 'Exited (137)'], states: [] },
    { id: 'troubleshooting/1', matches: ['exit code: 1'], states: [] },
    { id: 'troubleshooting/port', matches: ['port is already allocated', '<unknown>/'], states: [] },
  ]);
  const found = (line: string) => match(line).map(({ id, start, text }) => [id.split('/')[1], start, text]);

  it('are found where they stand', () => {
    assert.deepEqual(found('web-1   0/1   CrashLoopBackOff   5'), [['crash', 14, 'CrashLoopBackOff']]);
    assert.deepEqual(found('Init:CrashLoopBackOff.'), [['crash', 5, 'CrashLoopBackOff']]);
    assert.deepEqual(found('Bind for :80 failed: port is already allocated.'), [['port', 21, 'port is already allocated']]);
    assert.deepEqual(found('cpu: <unknown>/80%'), [['port', 5, '<unknown>/']]);
  });
  it('are phrases in any case, with a colon and any space between their words', () => {
    for (const text of ['exit code 137', 'Exit Code:    137', 'EXIT CODE: 137']) assert.deepEqual(found(text), [['137', 0, text]]);
    assert.deepEqual(found('web-1 exited with code 137'), [['137', 6, 'exited with code 137']]);
    assert.deepEqual(found('Exited (137) 3 minutes ago'), [['137', 0, 'Exited (137)']]);
  });
  it('are whole words, and states in their own case: names are none', () => {
    for (const line of [
      'exit code 1370',
      'exit code 13',
      'XCrashLoopBackOff',
      'crashloopbackoff-demo',
      'CrashLoopBackOff-x',
      'CrashLoopBackOffs',
      'my_CrashLoopBackOff',
    ])
      assert.deepEqual(found(line), [], line);
  });
  it('are several in a line, and the longer one where two begin together', () => {
    assert.deepEqual(
      found('CrashLoopBackOff: Back-off restarting failed container, exit code 137').map(([id]) => id),
      ['crash', 'crash', '137'],
    );
    assert.deepEqual(found('exit code 1'), [['1', 0, 'exit code 1']]);
  });
  it('are looked for no farther than anyone reads', () => {
    assert.deepEqual(found(`${'x '.repeat(5000)}CrashLoopBackOff`), []);
    assert.equal(match('exit '.repeat(200_000)).length, 0);
  });
  it('are none without entries', () => assert.deepEqual(troubleMatcher([])('CrashLoopBackOff'), []));
  it('lead to notes that exist, and each match finds its entry', () => {
    const troubles = library.troubles();
    const all = troubleMatcher(troubles);
    assert.ok(troubles.length > 20);
    for (const { id, matches } of troubles) {
      assert.ok(library.has(id), id);
      for (const text of matches) assert.ok(all(text).length > 0, `${id}: ${text}`);
    }
  });
});
