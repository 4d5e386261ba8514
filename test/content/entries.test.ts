import assert from 'node:assert/strict';
import { compileContent, type ContentFiles } from '../../content/compiler/compile.ts';

const docs = 'https://docs.docker.com/engine/';
const compile = (files: Partial<ContentFiles>): ReturnType<typeof compileContent> => compileContent({ notes: [], sheets: [], ...files });
const both = (ko: string, en: string): string => `{ ko: "${ko}", en: "${en}" }`;

const trouble = `title: OOMKilled
matches: [OOMKilled]
states: [OOMKilled]
symptom: ${both('메모리 상한을 넘었습니다.', 'The memory limit was passed.')}
look:
  - { command: kubectl describe pod <pod>, ko: 마지막 상태를 봅니다., en: Look at the last state. }
causes:
  - cause: ${both('상한이 작습니다.', 'The limit is small.')}
    remedy: ${both('상한을 올립니다.', 'Raise it.')}
    command: kubectl set resources deployment/<name> --limits=memory=512Mi
    danger: ${both('Pod가 다시 만들어집니다.', 'The Pods are made anew.')}
docs: ${docs}
keywords: [메모리]
`;

describe('entries of the library that are written as data', () => {
  it('makes a note of an entry of troubleshooting, and keeps what leads to it', () => {
    const { content, problems } = compile({ troubles: [{ path: 'OOMKilled.yaml', text: trouble }] });
    assert.deepEqual(problems, []);
    const note = content.notes['troubleshooting/OOMKilled'];
    assert.ok(note);
    assert.equal(
      note.body.en,
      [
        'The memory limit was passed.',
        '### Where to look',
        '1. Look at the last state.',
        '   ```sh\n   kubectl describe pod <pod>\n   ```',
        '### Causes and remedies',
        '- **The limit is small.** Raise it.',
        '  ```sh\n  kubectl set resources deployment/<name> --limits=memory=512Mi\n  ```',
        '  **Watch out** The Pods are made anew.',
      ].join('\n\n'),
    );
    assert.deepEqual(note.keywords, ['메모리', 'OOMKilled']);
    assert.deepEqual(content.troubles, [{ id: 'troubleshooting/OOMKilled', matches: ['OOMKilled'], states: ['OOMKilled'] }]);
  });

  it('makes a table of a comparison', () => {
    const text = `title: ${both('비교', 'Comparison')}
lead: ${both('둘은 다릅니다.', 'They differ.')}
columns: [${both('무엇', 'What')}, COPY, ADD]
rows:
  - [URL, ${both('안 됩니다', 'no')}, ${both('됩니다', 'yes')}]
docs: ${docs}
`;
    const { content, problems } = compile({ comparisons: [{ path: 'copy-and-add.yaml', text }] });
    assert.deepEqual(problems, []);
    assert.equal(
      content.notes['comparisons/copy-and-add']?.body.ko,
      '둘은 다릅니다.\n\n| 무엇 | COPY | ADD |\n| --- | --- | --- |\n| URL | 안 됩니다 | 됩니다 |',
    );
  });

  it('makes a note of each term and of each question, and a list of what someone can do', () => {
    const { content, problems } = compile({
      glossary: {
        path: 'glossary.yaml',
        text: `- { id: layer, term: ${both('레이어', 'layer')}, also: [계층], text: ${both('층입니다.', 'A layer.')}, docs: "${docs}" }\n`,
      },
      questions: [
        {
          path: 'why.yaml',
          text: `title: ${both('왜?', 'Why?')}\ntext: ${both('그래서.', 'Because.')}\ndocs: ${docs}\nrelated: [glossary/layer]\n`,
        },
      ],
      checklists: ['advanced', 'beginner', 'intermediate'].map((level) => ({
        path: `${level}.yaml`,
        text: `title: ${both('초급', 'Beginner')}\ntext: ${both('할 수 있습니다.', 'You can.')}\ndocs: ${docs}\nitems:\n  - { id: a, text: ${both('가', 'A')}, note: questions/why, docs: "${docs}" }\n`,
      })),
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(content.notes['glossary/layer']?.title, { ko: '레이어 (layer)', en: 'layer (레이어)' });
    assert.deepEqual(content.notes['questions/why']?.related, ['glossary/layer']);
    assert.equal(content.notes['checklists/beginner']?.body.ko, '할 수 있습니다.\n\n- [가](note:questions/why)');
    assert.deepEqual(
      content.checklists?.map(({ id, items }) => [id, items.map(({ id }) => id)]),
      ['beginner', 'intermediate', 'advanced'].map((level) => [`checklists/${level}`, ['a']]),
    );
  });

  const mistakes: readonly (readonly [what: string, files: Partial<ContentFiles>, told: RegExp])[] = [
    ['broken YAML', { questions: [{ path: 'a.yaml', text: 'title: [' }] }, /a\.yaml: /],
    ['an empty file', { troubles: [{ path: 'a.yaml', text: '' }] }, /a\.yaml: a mapping is missing/],
    [
      'a missing language',
      { troubles: [{ path: 'a.yaml', text: trouble.replace(', en: "Raise it."', '') }] },
      /remedy\.en: a text is missing/,
    ],
    ['an unknown key', { troubles: [{ path: 'a.yaml', text: `${trouble}cure: x\n` }] }, /unknown key cure/],
    ['HTML', { troubles: [{ path: 'a.yaml', text: trouble.replace('Raise it.', 'Raise <b>it</b>.') }] }, /HTML is not shown/],
    [
      'a row with too few cells',
      {
        comparisons: [
          { path: 'a.yaml', text: `title: ${both('가', 'A')}\nlead: ${both('가', 'A')}\ncolumns: [a, b]\nrows: [[c]]\ndocs: ${docs}\n` },
        ],
      },
      /row 1 has 1 cells for 2 columns/,
    ],
    [
      'a picture that does not exist',
      {
        notes: ['ko', 'en'].map((locale) => ({
          path: `concepts/a.${locale}.md`,
          text: `---\ntitle: A\ndocs: ${docs}\ndiagram: nothing\n---\nText.\n`,
        })),
      },
      /there is no picture nothing/,
    ],
    [
      'an item whose note does not exist',
      {
        checklists: [
          {
            path: 'a.yaml',
            text: `title: ${both('가', 'A')}\ntext: ${both('가', 'A')}\ndocs: ${docs}\nitems: [{ id: a, text: ${both('가', 'A')}, note: concepts/none, docs: "${docs}" }]\n`,
          },
        ],
      },
      /note:concepts\/none leads nowhere/,
    ],
  ];
  for (const [what, files, told] of mistakes)
    it(`stops at ${what}`, () => {
      const { problems } = compile(files);
      assert.ok(
        problems.some((problem) => told.test(problem)),
        problems.join('\n'),
      );
    });
});
