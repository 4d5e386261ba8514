import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { officialText } from '../../../server/kubernetes/hover/official.ts';

describe('kubernetes hover: official texts', () => {
  it('are cut to whole sentences', () => {
    const sentence = 'A sentence of about forty characters, eh. ';
    const cut = officialText(sentence.repeat(30)) ?? '';
    assert.ok(cut.endsWith('eh\\.') && cut.length < 450);
    assert.equal(officialText('One. Two e.g. this.\n\nThree.'), 'One\\. Two e\\.g\\. this\\.');
    assert.match(officialText('word '.repeat(200)) ?? '', / …$/);
  });

  it('are nothing where there is nothing', () => {
    for (const text of [undefined, '', '  \n ']) assert.equal(officialText(text), undefined);
  });

  it('keep code and links to https pages, and nothing else of Markdown or HTML', () => {
    assert.equal(
      officialText(
        'Use `x<y` and [this](https://kubernetes.io/docs). More info: https://kubernetes.io/a/b. <b>no</b> ![i](https://e.com/i.png)',
      ),
      'Use `x<y` and [this](https://kubernetes.io/docs)\\. More info: [kubernetes\\.io/a/b](https://kubernetes.io/a/b)\\. \\<b\\>no\\</b\\> \\![i](https://e.com/i.png)',
    );
    assert.doesNotMatch(officialText('[a](http://e.com) [b](command:x) [c](javascript:1)') ?? '', /[^\\]\]\(/);
  });

  it('are safe for every text that ships', () => {
    const texts = JSON.parse(readFileSync('server/kubernetes/schema/descriptions.json', 'utf8')) as readonly string[];
    for (const text of texts) {
      const shown = officialText(text) ?? '';
      assert.ok(shown.length < 900, text);
      assert.doesNotMatch(shown.replace(/(`+)[^]*?\1/g, ''), /(?<!\\)[<>]|(?<!\\)!\[/, text);
    }
  });
});
