import assert from 'node:assert/strict';
import { shipped, forGallery } from '../../client/package/shipped.mjs';
import { readZip, writeZip } from '../../client/package/zip.mjs';

describe('the archive of the package', () => {
  const entries = [
    { name: 'b.txt', data: Buffer.from('가'.repeat(1000)) },
    { name: 'a/한.bin', data: Buffer.from([0, 255, 7]) }, // too short to become smaller
    { name: 'a.txt', data: Buffer.alloc(0) },
  ];

  it('gives back what went in, in the order of names', async () =>
    assert.deepEqual(readZip(await writeZip(entries)), [entries[2], entries[1], entries[0]]));
  it('is the same whatever the order', async () => assert.deepEqual(await writeZip(entries.toReversed()), await writeZip(entries)));
  it('is smaller than what is in it where that can be, and says no time', async () => {
    const zip = await writeZip(entries);
    assert.ok(zip.length < 400, `${zip.length}`);
    assert.deepEqual([zip.readUInt16LE(10), zip.readUInt16LE(12)], [0, 0x21]);
  });
});

describe('what ships of a file', () => {
  const text = (name: string, content: string): string => shipped(name, Buffer.from(content)).toString();

  it('is of package.json what VS Code reads', () =>
    assert.equal(
      text('extension/package.json', '{\n  "name": "x",\n  "scripts": {},\n  "devDependencies": {},\n  "main": "y"\n}\n'),
      '{"name":"x","main":"y"}',
    ));
  it('is of other JSON all but the spaces', () =>
    assert.equal(text('extension/l10n/x.json', '{ "scripts": "a  b" }\n'), '{"scripts":"a  b"}'));
  it('is anything else as it is', () => assert.equal(text('extension/dist/x.js', ' { } \n'), ' { } \n'));
  it('is of the README what leads somewhere', () =>
    assert.equal(
      text(
        'extension/readme.md',
        '![A picture](docs/a.png)\n\n<!-- repository -->\n\nBuild it.\n\n<!-- /repository -->\n\nSee [this](docs/a.md#b), [that](https://example.com) and [below](#below).\n',
      ),
      'See this, [that](https://example.com) and [below](#below).\n',
    ));
  it('is of a README whose links were made whole everything', () => {
    const whole = '![A picture](https://example.com/a.png)\n\n[this](https://example.com/a.md)\n';
    assert.equal(forGallery(whole), whole);
  });
});
