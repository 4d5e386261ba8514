import assert from 'node:assert/strict';
import type { ContentData } from '../../server/notes.ts';
import { libraryOf } from '../library-of.ts';

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
  it('comes out of the library as it was packed, in both languages', () => {
    const library = libraryOf(content);
    assert.deepEqual(library.ids(), Object.keys(content.notes));
    for (const [id, { title, docs, source, related, body }] of Object.entries(content.notes)) {
      for (const locale of ['ko', 'en'] as const) {
        const expected = { id, title: title[locale], docs: docs[locale], source, related, body: body[locale] };
        assert.deepEqual({ ...library.note(id, locale) }, expected);
      }
    }
  });

  it('answers nothing about what is not there', () => {
    assert.equal(libraryOf(content).note('constructor', 'en'), undefined);
    assert.ok(!libraryOf(content).has('dockerfile/ADD'));
  });
});
