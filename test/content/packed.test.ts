import assert from 'node:assert/strict';
import { createLibrary, type ContentData } from '../../server/notes.ts';
import { noteAt, packContent } from '../../server/packed-content.ts';

const content: ContentData = {
  notes: {
    'dockerfile/COPY': {
      title: { ko: 'COPY', en: 'COPY' },
      docs: { ko: 'https://docs.docker.com/ko', en: 'https://docs.docker.com' },
      source: '스터디 가이드',
      related: ['dockerfile/ADD'],
      body: { ko: '복사합니다.', en: 'Copies.' },
    },
    'concepts/layer': {
      title: { ko: '레이어', en: 'Layer' },
      docs: { ko: 'https://docs.docker.com', en: 'https://docs.docker.com' },
      related: [],
      body: { ko: '층입니다.', en: 'A layer.' },
    },
  },
  sheets: [],
};

describe('packed content', () => {
  it('unpacks to what was packed', () => {
    const packed = packContent(content);
    assert.deepEqual(Object.fromEntries(packed.ids.map((id, at) => [id, noteAt(packed, at)])), content.notes);
  });

  it('is read by the library, in both languages', () => {
    const library = createLibrary(() => JSON.stringify(packContent(content)));
    assert.deepEqual(library.ids(), ['dockerfile/COPY', 'concepts/layer']);
    assert.equal(library.note('concepts/layer', 'ko')?.title, '레이어');
    assert.equal(library.note('dockerfile/COPY', 'en')?.title, 'COPY');
    assert.equal(library.note('constructor', 'en'), undefined);
    assert.ok(!library.has('dockerfile/ADD'));
  });
});
