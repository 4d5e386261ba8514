import assert from 'node:assert/strict';
import { base64Facts, readBase64 } from '../../../../server/kubernetes/values/base64.ts';
import { booleanFacts, plainTextFacts, readsAs } from '../../../../server/kubernetes/values/plain-scalar.ts';
import { targetFacts } from '../../../../server/kubernetes/values/ports.ts';
import { referenceFacts, referencesIn } from '../../../../server/kubernetes/values/references.ts';
import { mentions, says } from './saying.ts';

describe('kubernetes values: texts', () => {
  it('references to variables are followed', () => {
    assert.deepEqual(referencesIn('$(A)/$$(B)/$(C)$(A)'), ['A', 'C']);
    const variables = new Map<string, string | undefined>([
      ['A', 'foo'],
      ['S', undefined],
      ['E', ''],
    ]);
    says(referenceFacts('$(A)', { variables, isOpen: false }), ['`$(A)` → `foo`', '`$(A)` → `foo`']);
    mentions(referenceFacts('$(S)$(E)', { variables, isOpen: false }), /의 값\n.*빈 문자열/, /the value of `S`\n.*an empty text/);
    mentions(referenceFacts('$(X)', { variables, isOpen: false }), /그대로 남습니다/, /stays as it is/);
    mentions(referenceFacts('$(X)', { variables, isOpen: true }), /`envFrom`/, /`envFrom`/);
    mentions(referenceFacts('$$(A)', { variables, isOpen: true }), /글자로 남습니다/, /becomes the text/);
    says(referenceFacts('$(WEB_SERVICE_HOST)', { variables, isOpen: false }));
  });

  it('base64 is measured, never decoded for show', () => {
    assert.deepEqual(readBase64('aGVsbG8='), { length: 5, endsInLineBreak: false });
    assert.deepEqual(readBase64('aGVsbG8K'), { length: 6, endsInLineBreak: true });
    assert.deepEqual(readBase64('Cg=='), { length: 1, endsInLineBreak: true });
    assert.deepEqual(readBase64('YQo='), { length: 2, endsInLineBreak: true });
    for (const text of ['hello', 'a', '====', 'aGVsbG8', 'aGVs bG8=', 'aG-_']) assert.equal(readBase64(text), undefined, text);
    mentions(base64Facts('c2VjcmV0'), /6바이트[^]*암호화가 아니라/, /6 bytes[^]*not encryption/);
    assert.ok(!JSON.stringify(base64Facts('c2VjcmV0')).includes('secret'));
    mentions(base64Facts('plain text'), /`stringData`/, /`stringData`/);
    mentions(base64Facts(''), /비어/, /empty/);
  });

  it('plain scalars that YAML reads as something else are told', () => {
    for (const [text, type] of [
      ['yes', 'boolean'],
      ['ON', 'boolean'],
      ['y', undefined],
      ['8080', 'number'],
      ['1.0', 'number'],
      ['1e3', 'number'],
      ['0x1F', 'number'],
      ['1.2.3', undefined],
      ['~', 'null'],
      ['v1', undefined],
    ] as const)
      assert.equal(readsAs(text), type, text);
    says(plainTextFacts('8080'), [
      '따옴표가 없어 숫자로 읽히고 거부됩니다. `"8080"`처럼 적으세요.',
      'Without quotes it is a number, and refused: write `"8080"`.',
    ]);
    mentions(booleanFacts('yes'), /`true`/, /`true`/);
    says(booleanFacts('true'));
  });

  it('what a file says is shown as code, cut where it is long', () => {
    const [line] = targetFacts('`[x](http://evil)`', [{ owner: 'a`b', name: '`[x](http://evil)`', port: '1' }]);
    assert.ok(line && !/[^`]\[x\]/.test(line.en.replace(/`+ [^]*? `+/g, '')));
    assert.ok((referenceFacts('$(A)', { variables: new Map([['A', 'x'.repeat(5000)]]), isOpen: false })[0]?.en.length ?? 0) < 200);
  });
});
