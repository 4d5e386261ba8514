import assert from 'node:assert/strict';
import { library } from '../../../server/library.ts';
import { commandId, type ContentData, type NoteData } from '../../../server/notes.ts';
import { entryKinds, type EntryKind } from '../../../server/search/entry.ts';
import { createSearch } from '../../../server/search/search.ts';
import { libraryOf } from '../../library-of.ts';

const docs = { ko: 'https://docs.docker.com/', en: 'https://docs.docker.com/' };
const note = (title: readonly [string, string], body: readonly [string, string], more: Partial<NoteData> = {}): NoteData => ({
  title: { ko: title[0], en: title[1] },
  docs,
  related: [],
  body: { ko: body[0], en: body[1] },
  ...more,
});
const command = (text: string, ko: string, en: string, more: object = {}) => ({ command: text, text: { ko, en }, ...more });

const content: ContentData = {
  notes: {
    'concepts/rolling-update': note(
      ['롤링 업데이트', 'Rolling update'],
      ['새 버전으로 **차례로** 바꿉니다.\n\n둘째 문단.', 'Replaces Pods [one by one](note:x).\n\nMore.'],
    ),
    'comparisons/strategies': note(['배포 방법의 비교', 'Ways to roll out'], ['롤링과 카나리.', 'Rolling and canary.']),
    'kubernetes/Deployment': note(['Deployment', 'Deployment'], ['애플리케이션을 배포합니다.', 'Deploys.']),
    'kubernetes/Container#livenessProbe': note(['livenessProbe', 'livenessProbe'], ['살아 있는지 묻습니다.', 'Asks whether it lives.']),
    'troubleshooting/CrashLoopBackOff': note(['CrashLoopBackOff', 'CrashLoopBackOff'], ['되풀이해 죽습니다.', 'It dies again and again.'], {
      keywords: ['재시작 반복', 'exit code 1'],
    }),
    'glossary/container': note(['컨테이너 (container)', 'container (컨테이너)'], ['격리된 프로세스.', 'An isolated process.']),
    'checklists/beginner': note(['초급', 'Beginner'], ['할 수 있는 것.', 'What one can do.']),
  },
  sheets: [
    {
      id: 'kubectl-deploy',
      tool: 'kubectl',
      title: { ko: '배포', en: 'Deploying' },
      source: 's',
      docs: docs.en,
      entries: [command('kubectl apply -f <file>', '매니페스트를 적용합니다.', 'Applies a manifest.', { keywords: ['만들기'] })],
    },
    {
      id: 'docker-run',
      tool: 'docker',
      title: { ko: '컨테이너 실행', en: 'Running' },
      source: 's',
      docs: docs.en,
      entries: [
        command('docker run --rm -it <image> sh', '셸을 엽니다.', 'Opens a shell.', {
          options: [{ flag: '--rm', ko: '끝나면 지웁니다.', en: 'Removes it at the end.' }],
          docs: 'https://docs.docker.com/reference/cli/docker/container/run/',
        }),
        command('docker logs -f <container>', '로그를 따라갑니다.', 'Follows the logs.', {
          danger: { ko: '길 수 있습니다.', en: 'It may be long.' },
        }),
      ],
    },
  ],
  checklists: [
    {
      id: 'checklists/beginner',
      title: { ko: '초급', en: 'Beginner' },
      items: [{ id: 'run', text: { ko: '실행해 봤다', en: 'I ran one' }, note: 'glossary/container', docs: docs.en }],
    },
  ],
};
const search = createSearch(libraryOf(content));
const found = (query: string, locale: 'ko' | 'en' = 'ko', kinds?: readonly EntryKind[]): string[] =>
  search.find({ query, limit: 50, ...(kinds ? { kinds } : {}) }, locale).entries.map(({ id }) => id);

describe('searching the library', () => {
  it('finds Korean within words, by first consonants and half typed', () => {
    for (const query of ['배포', 'ㅂㅍ', '뱊', '배ㅍ'])
      assert.deepEqual(found(query), ['comparisons/strategies', 'cheatsheets/kubectl-apply-f-file', 'kubernetes/Deployment'], query);
    assert.deepEqual(found('테이너'), [
      'glossary/container',
      'cheatsheets/docker-logs-f-container',
      'cheatsheets/docker-run-rm-it-image-sh',
    ]);
  });
  it('finds English names as Korean spells them, also among other words', () => {
    assert.deepEqual(found('디플로이먼트'), ['kubernetes/Deployment']);
    assert.deepEqual(found('도커 로그'), ['cheatsheets/docker-logs-f-container']);
  });
  it('finds options as they are written, also folded ones', () => {
    assert.deepEqual(found('--rm'), ['cheatsheets/docker-run-rm-it-image-sh']);
    assert.deepEqual(found('-f'), ['cheatsheets/kubectl-apply-f-file', 'cheatsheets/docker-logs-f-container']);
    assert.deepEqual(found('끝나면'), ['cheatsheets/docker-run-rm-it-image-sh']);
  });
  it('finds by the name in the other language, and by key words', () => {
    assert.deepEqual(found('rolling update'), ['concepts/rolling-update']);
    assert.deepEqual(found('롤링 업데이트', 'en'), ['concepts/rolling-update']);
    assert.deepEqual(found('재시작 반복', 'en'), ['troubleshooting/CrashLoopBackOff']);
  });
  it('finds texts in the language on show only', () => {
    assert.deepEqual(found('셸을'), ['cheatsheets/docker-run-rm-it-image-sh']);
    assert.deepEqual(found('셸을', 'en'), []);
  });
  it('asks for every word, in any order', () => {
    assert.deepEqual(found('로그 docker'), ['cheatsheets/docker-logs-f-container']);
    assert.deepEqual(found('로그 kubectl'), []);
  });
  it('finds what was typed as separate letters', () => assert.ok(found('배포'.normalize('NFD')).includes('kubernetes/Deployment')));
  it('gets over letters in an order that no syllable of the other keyboard has', () => {
    for (const query of ['e/Hor', 'ㅗㅐㄱㅏㅘ', 'hHkOrR', 'rkㅏㅏhlㄳ'])
      assert.equal(createSearch(library).find({ query, limit: 5 }, 'ko').total, 0, query);
  });

  it('reads a query that finds nothing as if typed on the other keyboard', () => {
    const { readAs, entries, marks } = search.find({ query: 'qovh', limit: 50 }, 'ko');
    assert.equal(readAs, '배포');
    assert.equal(entries.length, 3);
    assert.match('배포', new RegExp(marks[0] ?? ''));
    assert.equal(search.find({ query: 'ㅣㅐㅎㄴ', limit: 50 }, 'en').readAs, 'logs');
    assert.deepEqual(search.find({ query: 'zzzz', limit: 50 }, 'ko'), { entries: [], counts: {}, total: 0, marks: ['zzzz'] });
  });
  it('counts kinds whether they are asked for or not, and keeps to the limit', () => {
    const { entries, counts, total } = search.find({ query: '배포', kinds: ['command'], limit: 50 }, 'ko');
    assert.deepEqual([entries.length, total, counts], [1, 1, { comparison: 1, command: 1, reference: 1 }]);
    const { entries: few, total: all } = search.find({ query: '배포', limit: 2 }, 'ko');
    assert.deepEqual([few.length, all], [2, 3]);
  });
  it('takes hostile queries for words', () => {
    for (const query of ['.*', '[', '\\', '__proto__', 'a'.repeat(100_000), '벼 '.repeat(10_000)])
      assert.deepEqual(found(query), [], query.slice(0, 20));
  });
});

describe('the order of what was found', () => {
  const ordered = createSearch(
    libraryOf({
      notes: {
        'questions/text': note(['ㄱ', 'Other'], ['가', 'The image is a file.']),
        'questions/keyword': note(['ㄴ', 'Another'], ['가', 'Text.'], { keywords: ['image'] }),
        'questions/inside': note(['ㄷ', 'Reimaged'], ['가', 'Text.']),
        'questions/word': note(['ㄹ', 'What an image is'], ['가', 'Text.']),
        'questions/prefix': note(['ㅁ', 'Image layers'], ['가', 'Text.']),
        'questions/exact': note(['ㅂ', 'Image'], ['가', 'Text.']),
        'compose/service#image': note(['image', 'image'], ['가', 'Text.']),
      },
      sheets: [
        {
          id: 's',
          tool: 't',
          title: { ko: '시트', en: 'Sheet' },
          source: 's',
          docs: docs.en,
          entries: [command('docker image ls', '가', 'Lists.')],
        },
      ],
    }),
  );
  it('is: exact name, beginning of the name, word of it, part of it, key word, command, text', () => {
    const ids = ordered
      .find({ query: 'image', kinds: ['question'], limit: 9 }, 'en')
      .entries.map(({ id }) => id.slice('questions/'.length));
    assert.deepEqual(
      ids.filter((id) => id !== 'inside'),
      ['exact', 'prefix', 'word', 'keyword', 'text'],
    );
    assert.ok(ids.indexOf('inside') > ids.indexOf('word') && ids.indexOf('inside') < ids.indexOf('text'));
  });
  it('gives each kind its turn', () => {
    const kinds = ordered.find({ query: 'image', limit: 5 }, 'en').entries.map(({ kind }) => kind);
    assert.deepEqual(new Set(kinds), new Set(['question', 'reference', 'command']));
  });
});

describe('listing the library', () => {
  it('tells its sections in the language on show, tools as they are learned', () => {
    assert.deepEqual(search.sections('ko'), [
      { kind: 'troubleshooting', group: '', count: 1 },
      { kind: 'comparison', group: '', count: 1 },
      { kind: 'concept', group: '', count: 1 },
      { kind: 'command', group: 'docker-run', tool: 'docker', title: '컨테이너 실행', count: 2 },
      { kind: 'command', group: 'kubectl-deploy', tool: 'kubectl', title: '배포', count: 1 },
      { kind: 'checklist', group: '', count: 1 },
      { kind: 'term', group: '', count: 1 },
      { kind: 'reference', group: 'kubernetes', title: 'Kubernetes', count: 1 },
    ]);
  });
  it('lists a section as its count says; fields are found, not listed', () => {
    for (const { kind, group, count } of search.sections('en')) {
      const { entries, total } = search.find({ query: ' ', kinds: [kind], group, limit: 50 }, 'en');
      assert.deepEqual([entries.length, total], [count, count], `${kind} ${group}`);
    }
    assert.ok(!found('').includes('kubernetes/Container#livenessProbe'));
    assert.ok(found('liveness').includes('kubernetes/Container#livenessProbe'));
  });
  it('shows an entry on one line, with what its kind has', () => {
    const [concept, field, run, logs, checklist] = search.byId(
      [
        'concepts/rolling-update',
        'kubernetes/Container#livenessProbe',
        'cheatsheets/docker-run-rm-it-image-sh',
        'cheatsheets/docker-logs-f-container',
        'checklists/beginner',
      ],
      'en',
    );
    assert.deepEqual(concept, {
      kind: 'concept',
      id: 'concepts/rolling-update',
      title: 'Rolling update',
      text: 'Replaces Pods one by one.',
    });
    assert.equal(field?.place, 'Kubernetes · Container');
    assert.deepEqual(run, {
      kind: 'command',
      id: 'cheatsheets/docker-run-rm-it-image-sh',
      title: 'docker run --rm -it <image> sh',
      text: 'Opens a shell.',
      place: 'Running',
      command: 'docker run --rm -it <image> sh',
      options: [{ flag: '--rm', text: 'Removes it at the end.' }],
      docs: 'https://docs.docker.com/reference/cli/docker/container/run/',
    });
    assert.equal(logs?.danger, 'It may be long.');
    assert.deepEqual(checklist?.items, [{ id: 'run', text: 'I ran one', note: 'glossary/container' }]);
    assert.deepEqual(search.byId(['nothing', '__proto__'], 'en'), []);
  });
});

describe('the whole library', () => {
  const all = createSearch(library);
  it('has a stable id for each command, without a line break, which a terminal would run', () => {
    for (const { entries } of library.sheets())
      for (const { command: typed } of entries) {
        assert.doesNotMatch(typed, /[\r\n]/);
        assert.equal(all.byId([commandId(typed)], 'en')[0]?.command, typed);
      }
  });
  it('puts what is named first', () => {
    for (const [query, id] of [
      ['livenessProbe', 'kubernetes/Container#livenessProbe'],
      ['COPY --from', 'dockerfile/COPY#--from'],
      ['CrashLoopBackOff', 'troubleshooting/CrashLoopBackOff'],
      ['docker logs', 'cheatsheets/docker-logs-f-tail-100-container'],
    ] as const)
      assert.equal(all.find({ query, limit: 1 }, 'ko').entries[0]?.id, id, query);
  });
  it('shows every entry in both languages', () => {
    for (const locale of ['ko', 'en'] as const)
      for (const kind of entryKinds)
        for (const { id, title, text } of all.find({ query: '', kinds: [kind], limit: 5000 }, locale).entries) {
          assert.ok(title !== '' && text !== '', `${id} (${locale})`);
          assert.doesNotMatch(text, /\n|\]\(|\*\*/, `${id} (${locale})`);
        }
  });
});
