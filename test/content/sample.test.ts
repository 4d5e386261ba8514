import assert from 'node:assert/strict';
import { parseSample } from '../../content/compiler/sample.ts';
import { lint } from '../../server/api.ts';
import { library } from '../../server/library.ts';

describe('a file of the sample', () => {
  const parse = (text: string): { problems: string[]; ko: string; en: string } => {
    const problems: string[] = [];
    const { text: read } = parseSample({ path: 'a.yaml', text }, (problem) => problems.push(problem));
    return { problems, ...read };
  };

  it('keeps the comments of one language, where they stand', () => {
    const { problems, ko, en } = parse('#ko 하나\n#en one\na:\n  #ko 둘\n  #en two\n  b: "#ko x"\n');
    assert.deepEqual(problems, []);
    assert.equal(ko, '# 하나\na:\n  # 둘\n  b: "#ko x"\n');
    assert.equal(en, '# one\na:\n  # two\n  b: "#ko x"\n');
  });
  it('says the same in both languages', () => {
    assert.equal(parse('#ko 하나\na: 1\n').problems.length, 1);
    assert.equal(parse('a: 1\n').problems.length, 1);
    assert.equal(parse('#ko 하나\n#en one\n# uno\n').problems.length, 1);
  });
});

describe('the sample workspace', () => {
  for (const locale of ['ko', 'en'] as const) {
    it(`has something to mend in each language of files, and a loose wire (${locale})`, async () => {
      const files = library.sample().map(({ path, text }) => ({ path, text: text[locale] }));
      const findings = await lint(files, { language: locale });
      const found = (path: string, rule: string): boolean =>
        findings.some((finding) => finding.path === path && finding.rule === rule && finding.fix !== undefined);
      assert.ok(found('Dockerfile', 'dockerfile/known-copy-source'));
      assert.ok(found('Dockerfile', 'dockerfile/no-latest-tag'));
      assert.ok(found('compose.yaml', 'compose/defined-references'));
      assert.ok(found('k8s/service.yaml', 'kubernetes/service-selects-pods'));
      for (const { path, text } of files) assert.match(text, /^# .*\n/, path);
    });
  }
});
