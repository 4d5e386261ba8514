import assert from 'node:assert/strict';
import { isPlaceholder, passwordIn } from '../../../../server/kubernetes/security/secret-value.ts';
import { looksSecret } from '../../../../server/secret-values.ts';

describe('looksSecret', () => {
  it('knows private keys, tokens and passwords in addresses', () => {
    const values = [
      '-----BEGIN PRIVATE KEY-----\nMIIE',
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      'id = AKIAIOSFODNN7EXAMPLE',
      `ghp_${'a1'.repeat(18)}`,
      'Authorization: Bearer abcdefghijklmnopqrstuvwxyz',
      'mongodb+srv://shop:s3cret@db.example.com/shop',
    ];
    for (const value of values) assert.ok(looksSecret(value), value);
  });

  it('leaves public things alone', () => {
    const values = [
      '-----BEGIN CERTIFICATE-----',
      '-----BEGIN PUBLIC KEY-----',
      'postgres://db:5432/shop',
      'postgres://shop@db/shop',
      'postgres://shop:$(DB_PASSWORD)@db/shop',
      'postgres://shop:${DB_PASSWORD}@db/shop',
      'http://a/b:c@d',
      'secretsquirrels',
    ];
    for (const value of values) assert.ok(!looksSecret(value), value);
  });
});

describe('passwordIn', () => {
  it('finds passwords in files of settings', () => {
    assert.equal(passwordIn('a=b\nspring.datasource.password=1234\n'), 'spring.datasource.password');
    assert.equal(passwordIn('db:\r\n  password: "s3cret"\r\n'), 'password');
    assert.equal(passwordIn('{\n  "apiKey": "abcdef",\n}'), 'apiKey');
  });

  it('passes over placeholders, switches and files', () => {
    for (const line of [
      'password=${P}',
      'password: ',
      'password = true',
      'password: /run/p',
      'password_file=abc',
      '# no password: here',
      'PASSWORD=`cat p`',
      'PASSWORD=$(cat p)',
      'secretKey: tls.key',
    ])
      assert.equal(passwordIn(line), undefined, line);
  });
});

describe('isPlaceholder', () => {
  it('knows what something else fills in', () => {
    for (const value of ['$(A)', '${A}', '$A', '<password>']) assert.ok(isPlaceholder(value), value);
    for (const value of ['pa$$word', 'abc', '1<2>3']) assert.ok(!isPlaceholder(value), value);
  });
});
