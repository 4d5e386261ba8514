import assert from 'node:assert/strict';
import { isScalar, parseDocument } from 'yaml';
import { isSchedule } from '../../../../server/kubernetes/validation/cron.ts';
import { isCIDR, isIP } from '../../../../server/kubernetes/validation/ip.ts';
import { compareQuantities, nearestQuantity, parseQuantity } from '../../../../server/kubernetes/validation/quantity.ts';
import { integerOf, jsonTypeOf } from '../../../../server/kubernetes/validation/scalar-type.ts';
import { isBase64 } from '../../../../server/kubernetes/validation/base64.ts';
import { isDnsName, isLabelValue, isPortName, isQualifiedName } from '../../../../server/kubernetes/validation/names.ts';

const each = (fits: (text: string) => boolean, right: readonly string[], wrong: readonly string[]): void => {
  for (const text of right) assert.equal(fits(text), true, `${text} is right`);
  for (const text of wrong) assert.equal(fits(text), false, `${text} is wrong`);
};

describe('kubernetes values', () => {
  it('reads schedules', () => {
    const right = ['* * * * *', '*/15 8-18/2 1,15 jan-JUN MON-FRI', '0 0 ? * 0', '@daily', '@every 1h30m', '5/10 * * * *', ' 0 3 * * 1 '];
    const wrong = [
      '',
      '* * * *',
      '0 * * * * *',
      '60 * * * *',
      '* 24 * * *',
      '* * 0 * *',
      '* * * 13 *',
      '* * * * 7',
      '*/0 * * * *',
      '5-1 * * * *',
      '@dayly',
      'a b c d e',
      '*, * * * *',
    ];
    each(isSchedule, right, wrong);
  });

  it('reads addresses and blocks', () => {
    each(
      isIP,
      ['10.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', '2001:db8::8a2e:370:7334', '::ffff:10.0.0.1'],
      ['', '10.0.0', '10.0.0.256', '010.0.0.1', '10.0.0.1.', '1::2::3', 'a', '12345::', '1:2:3:4:5:6:7:8:9'],
    );
    each(
      isCIDR,
      ['0.0.0.0/0', '10.0.0.0/8', '2001:db8::/32', '::/0'],
      ['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '/8', '::/129', '10.0.0.0/08'],
    );
  });

  it('reads quantities exactly', () => {
    each(
      (text) => parseQuantity(text) !== undefined,
      ['0', '1', '0.5', '.5', '5.', '250m', '1Gi', '1.5Gi', '1e3', '1E3', '1E', '12e-3', '-1', '+1', '128974848', '100n'],
      ['', '.', 'm', '1gi', '1 Gi', '512MB', '1GB', '1K', '0x10', '1e', 'a'],
    );
    assert.equal(compareQuantities('1000m', '1'), 0);
    assert.equal(compareQuantities('1Gi', '1G'), 1);
    assert.equal(compareQuantities('1024Mi', '1Gi'), 0);
    assert.equal(compareQuantities('0.1', '100m'), 0);
    assert.equal(compareQuantities('250m', '1'), -1);
    assert.equal(compareQuantities('250x', '1'), undefined);
    assert.deepEqual(['512MB', '512mb', '1gi', '10 Mi', '1KiB', '1kb', '5'].map(nearestQuantity), [
      '512M',
      '512M',
      '1Gi',
      '10Mi',
      '1Ki',
      '1k',
      undefined,
    ]);
  });

  it('reads names', () => {
    each(isDnsName, ['a', 'a-b.c', '1', 'a'.repeat(253)], ['', 'A', '-a', 'a-', 'a..b', 'a_b', 'a.', 'a'.repeat(254)]);
    each(isQualifiedName, ['app', 'app.kubernetes.io/name', 'A_b.c'], ['', '/a', 'a/', 'a/b/c', 'A.b/c', 'a b', 'a'.repeat(64)]);
    each(isLabelValue, ['', 'a', 'A_b.c-1'], ['-a', 'a-', 'a b', 'a/b', 'a'.repeat(64)]);
    each(isPortName, ['http', 'a1', 'web-2'], ['', '80', '-a', 'a-', 'a--b', 'HTTP', 'longer-than-15-c']);
    each(isBase64, ['', 'YQ==', 'aHVudGVyMiE=', 'YWJj\nZGVm\n'], ['a', 'YQ', 'hunter2!', 'YQ=', 'YQ== YQ==']);
  });

  it('takes scalars as kubectl does', () => {
    const types: Readonly<Record<string, string>> = {
      a: 'string',
      yes: 'boolean',
      Off: 'boolean',
      y: 'boolean',
      TRUE: 'boolean',
      tRUE: 'string',
      null: 'null',
      '~': 'null',
      '1': 'integer',
      '-1': 'integer',
      '0777': 'integer',
      '0o17': 'integer',
      '0x1F': 'integer',
      '1_000': 'integer',
      '08': 'float',
      '1.0': 'float',
      '1e3': 'float',
      '.5': 'float',
      '.inf': 'float',
      '10.0.0.1': 'string',
      '1.2.3': 'string',
      '2026-01-31': 'string',
      '"1"': 'string',
      "'yes'": 'string',
      '!!str 1': 'string',
      '${A}': 'other',
      '"a-${A}"': 'other',
      '1m': 'string',
    };
    for (const [text, type] of Object.entries(types)) {
      const node = parseDocument(text).contents;
      assert.ok(isScalar(node));
      assert.equal(jsonTypeOf(node), type, text);
    }
    const numbers: Readonly<Record<string, number | undefined>> = {
      '10': 10,
      '010': 8,
      '0x10': 16,
      '1.0': 1,
      '1.5': undefined,
      '-3': -3,
      '1e3': 1000,
      a: undefined,
      '08': 8,
    };
    for (const [text, number] of Object.entries(numbers)) assert.equal(integerOf(parseDocument(text).contents ?? undefined), number, text);
  });
});
