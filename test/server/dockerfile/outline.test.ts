import assert from 'node:assert/strict';
import { folding } from '../../../server/dockerfile/folding.ts';
import { signature } from '../../../server/dockerfile/signature.ts';
import { symbols } from '../../../server/dockerfile/symbols.ts';
import { readCursor } from '../../marks.ts';
import { modelOf } from './model.ts';
import { contextIn } from '../../context.ts';

describe('outline and folding of a Dockerfile', () => {
  it('lists stages with their instructions', () => {
    const text = '# 🐳\r\nARG V=1\r\nFROM a AS build\r\nRUN x \\\r\n  && y\r\nFROM b\r\nCMD ["c"]\r\n';
    const outline = symbols(modelOf(text));
    assert.deepEqual(
      outline.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.name)]),
      [
        ['ARG V=1', undefined, undefined],
        ['build', 'FROM a', ['RUN x && y']],
        ['b', undefined, ['CMD ["c"]']],
      ],
    );
    for (const { range, selectionRange, children = [] } of [...outline, ...outline.flatMap(({ children: inner = [] }) => inner)]) {
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
      for (const child of children) assert.ok(child.range.end.line <= range.end.line);
    }
  });

  it('names what is only begun', () => {
    assert.deepEqual(
      symbols(modelOf('FROM\nRUN\n')).map(({ name }) => name),
      ['FROM'],
    );
    assert.deepEqual(symbols(modelOf('')), []);
  });

  it('folds stages, long instructions, heredocs and comments', () => {
    const text = '# one\n# two\n\nFROM a\nRUN x \\\n  && y\nCOPY <<A <<B /t/\na\nA\nb\nB\nFROM b\n# three\nCMD c\n';
    assert.deepEqual(
      folding(modelOf(text)).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`),
      ['0-1 comment', '3-10 region', '4-5', '6-10', '11-13 region'],
    );
  });
});

describe('signature help in a Dockerfile', () => {
  function helpAt(marked: string): string | undefined {
    const { text, offset } = readCursor(marked);
    const help = signature(modelOf(text), offset, contextIn('ko'));
    const active = help?.signatures[help.activeSignature ?? 0];
    return active && `${active.label} | ${String(active.parameters?.[help.activeParameter ?? 0]?.label)}`;
  }
  const cases: readonly (readonly [marked: string, shown: string | undefined])[] = [
    ['FROM ▮', 'FROM image[:tag|@digest] AS stage | image[:tag|@digest]'],
    ['FROM a ▮', 'FROM image[:tag|@digest] AS stage | AS'],
    ['FROM a AS b▮', 'FROM image[:tag|@digest] AS stage | stage'],
    ['FROM a\nCOPY a▮', 'COPY source… destination | source…'],
    ['FROM a\nCOPY --chown=x a b▮', 'COPY source… destination | destination'],
    ['FROM a\nCOPY a▮ b', 'COPY source… destination | source…'],
    ['FROM a\nCMD ["▮"]', 'CMD ["program", "argument", …] | ["program", "argument", …]'],
    ['FROM a\nCMD a▮', 'CMD command | command'],
    ['FROM a\nONBUILD USER ▮a', 'USER user[:group] | user[:group]'],
    ['FROM a\nHEALTHCHECK NONE▮', 'HEALTHCHECK NONE | NONE'],
    ['FR▮OM a', undefined],
    ['FROM a\nRUN <<A\nx▮\nA', undefined],
    ['FROM a\nNOPE ▮', undefined],
    ['▮', undefined],
  ];
  for (const [marked, shown] of cases)
    it(`shows ${shown ?? 'nothing'} in ${JSON.stringify(marked)}`, () => assert.equal(helpAt(marked), shown));
});
