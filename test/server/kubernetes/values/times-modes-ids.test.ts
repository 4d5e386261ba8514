import assert from 'node:assert/strict';
import { inSeconds, secondsFacts } from '../../../../server/kubernetes/values/duration.ts';
import { modeFacts, readMode } from '../../../../server/kubernetes/values/file-mode.ts';
import { idFacts } from '../../../../server/kubernetes/values/ids.ts';
import { signalFacts } from '../../../../server/kubernetes/values/signal.ts';
import { mentions, says } from './saying.ts';

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
