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
      keywords: ['파일', 'file'],
      diagram: 'layers',
    },
    'concepts/layer': {
      title: { ko: '레이어', en: 'Layer' },
      docs: { ko: 'https://docs.docker.com', en: 'https://docs.docker.com' },
      related: [],
      body: { ko: '층입니다.', en: 'A layer.' },
    },
  },
  sheets: [],
  troubles: [{ id: 'concepts/layer', matches: ['no space left'], states: [] }],
  checklists: [{ id: 'concepts/layer', title: { ko: '초급', en: 'Beginner' }, items: [] }],
};

describe('packed content', () => {
  it('comes out of the library as it was packed, in both languages', () => {
    const library = libraryOf(content);
    assert.deepEqual(library.ids(), Object.keys(content.notes));
    for (const [id, { title, docs, source, related, body, keywords = [], diagram }] of Object.entries(content.notes)) {
      for (const locale of ['ko', 'en'] as const) {
        const expected = { id, title: title[locale], docs: docs[locale], source, related, body: body[locale], keywords, diagram };
        assert.deepEqual({ ...library.note(id, locale) }, expected);
      }
    }
    assert.deepEqual(library.troubles(), content.troubles);
    assert.deepEqual(library.checklists(), content.checklists);
  });

  it('answers nothing about what is not there', () => {
    assert.equal(libraryOf(content).note('constructor', 'en'), undefined);
    assert.ok(!libraryOf(content).has('dockerfile/ADD'));
  });
});
