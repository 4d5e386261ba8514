import assert from 'node:assert/strict';
import { measureOf, numberOf, quantityFacts, readQuantity } from '../../../../server/kubernetes/values/quantity.ts';
import { mentions, says } from './saying.ts';

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
