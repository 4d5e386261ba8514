import assert from 'node:assert/strict';
import { compileContent } from '../../content/compiler/compile.ts';
import { library } from '../../server/library.ts';
import { isInstruction, instructionFlags } from '../../server/dockerfile/instructions.ts';

const docs = 'https://docs.docker.com/reference/dockerfile/';
const note = (body: string, front = ''): string => `---\ntitle: X\ndocs: ${docs}\n${front}---\n${body}\n`;

function compile(ko: string | undefined, en: string | undefined): readonly string[] {
  const files = [
    ko === undefined ? [] : [{ path: 'dockerfile/X.ko.md', text: ko }],
    en === undefined ? [] : [{ path: 'dockerfile/X.en.md', text: en }],
  ].flat();
  return compileContent({ notes: files, sheets: [] }).problems;
}

describe('the content compiler', () => {
  it('takes a note with members in both languages apart', () => {
    const text = note(`First.\n\n\`\`\`dockerfile\n## no heading\n\`\`\`\n\n## [--flag](${docs}#flag)\nSecond.`);
    const { content, problems } = compileContent({
      notes: [
        { path: 'dockerfile/X.ko.md', text },
        { path: 'dockerfile/X.en.md', text },
      ],
      sheets: [],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.keys(content.notes), ['dockerfile/X', 'dockerfile/X#--flag']);
    const member = content.notes['dockerfile/X#--flag'];
    assert.ok(member);
    assert.equal(member.docs.ko, `${docs}#flag`);
    assert.equal(member.body.en, 'Second.');
  });

  const mistakes: readonly (readonly [what: string, ko: string | undefined, en: string | undefined, told: RegExp])[] = [
    ['a missing language', note('Text.'), undefined, /the English text is missing/],
    ['a section that one language lacks', note('Text.\n\n## a\nText.'), note('Text.'), /section ## a .* is missing/],
    ['an empty section', note('Text.\n\n## a\n'), note('Text.\n\n## a\n'), /## a: the section is empty/],
    ['an empty note', note(''), note(''), /the section is empty/],
    ['a missing official page', '---\ntitle: X\n---\nText.\n', note('Text.'), /docs, the https address/],
    ['a page that is not official', note('[x](https://example.com/)'), note('Text.'), /example\.com\/ is no official page/],
    [
      'a related id that does not exist',
      note('Text.', 'related: [dockerfile/Y]\n'),
      note('Text.', 'related: [dockerfile/Y]\n'),
      /related dockerfile\/Y does not exist/,
    ],
    ['a link to a note that does not exist', note('See [y](note:dockerfile/Y).'), note('Text.'), /note:dockerfile\/Y leads nowhere/],
    ['a section that is too long for a hover', note(`${'긴 글 '.repeat(400)}.`), note('Text.'), /more than 800/],
    ['HTML', note('Text <img src=x onerror=alert(1)>.'), note('Text.'), /HTML is not shown/],
    ['no front matter', 'Text.', note('Text.'), /front matter .* is missing/],
    ['a section that stands twice', note('Text.\n\n## a\nA.\n\n## a\nB.'), note('Text.\n\n## a\nA.'), /stands twice/],
    ['a code block that is not closed', note('Text.\n\n```yaml\na: 1'), note('Text.'), /not closed/],
  ];
  for (const [what, ko, en, told] of mistakes) {
    it(`stops at ${what}`, () =>
      assert.ok(
        compile(ko, en).some((problem) => told.test(problem)),
        compile(ko, en).join('\n'),
      ));
  }

  it('stops at a cheat sheet with unknown keys, missing languages or the retired docker-compose', () => {
    const sheet = (entry: string): string =>
      `id: s\ntool: docker\ntitle: { ko: 가, en: A }\nsource: x\ndocs: https://docs.docker.com/\nentries:\n  - ${entry}\n`;
    const problems = (text: string): string => compileContent({ notes: [], sheets: [{ path: 's.yaml', text }] }).problems.join('\n');
    assert.equal(problems(sheet('{ command: docker ps, text: { ko: 가, en: A } }')), '');
    assert.match(problems(sheet('{ command: docker ps, text: { ko: 가 } }')), /text\.en: a text is missing/);
    assert.match(problems(sheet('{ command: docker ps, text: { ko: 가, en: A }, dangre: x }')), /unknown key dangre/);
    assert.match(problems(sheet('{ command: docker-compose up, text: { ko: 가, en: A } }')), /docker compose/);
    const twice = '{ command: docker ps -a, text: { ko: 가, en: A } }\n  - { command: docker ps --a, text: { ko: 가, en: A } }';
    assert.match(problems(sheet(twice)), /docker ps --a: has the same id as s: docker ps -a/);
    assert.match(problems('id: [\n'), /s\.yaml/);
  });
});

describe('the content', () => {
  it('explains every instruction, every flag and every parser directive', () => {
    const wanted = Object.entries(instructionFlags).flatMap(([name, flags]) => [
      `dockerfile/${name}`,
      ...flags.map((flag) => `dockerfile/${name}#--${flag}`),
    ]);
    wanted.push(...['syntax', 'escape', 'check'].map((name) => `dockerfile/directives#${name}`));
    assert.equal(Object.keys(instructionFlags).length, 18);
    assert.deepEqual(
      wanted.filter((id) => !library.has(id)),
      [],
    );
  });

  it('has Dockerfile notes for things that exist', () => {
    const owners = library
      .ids()
      .filter((id) => /^dockerfile\/[A-Z]/.test(id))
      .map((id) => id.replace(/^dockerfile\/|#.*/g, ''));
    assert.deepEqual(
      owners.filter((owner) => !isInstruction(owner)),
      [],
    );
  });

  it('is Korean in Korean and English in English', () => {
    for (const id of library.ids()) {
      assert.match(library.note(id, 'ko')?.body ?? '', /[가-힣]/, id);
      assert.doesNotMatch(library.note(id, 'en')?.body ?? '', /[가-힣]/, id);
    }
    for (const { entries } of library.sheets()) {
      for (const { command, text, danger } of entries) {
        assert.match(text.ko, /[가-힣]/, command);
        assert.doesNotMatch(text.en + (danger?.en ?? ''), /[가-힣]/, command);
      }
    }
  });
});
