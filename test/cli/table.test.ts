import assert from 'node:assert/strict';
import { renderMarkdown } from '../../server/cli/markdown.ts';
import { displayWidth, renderTable, tableAt } from '../../server/cli/table.ts';
import { plain, styleOf } from '../../server/cli/terminal.ts';
import { library } from '../../server/library.ts';

const markdown = ['| | 컨테이너 | VM |', '|---|:--|--:|', '| 시작 | `1초` | 1분 |', '| OS | 호스트와 함께 | own |'];

describe('a table in a terminal', () => {
  it('has its columns below one another; Korean takes two', () => {
    assert.deepEqual(renderMarkdown(markdown.join('\n'), plain).split('\n'), [
      '     │ 컨테이너      │ VM',
      '─────┼───────────────┼────',
      '시작 │ `1초`         │ 1분',
      'OS   │ 호스트와 함께 │ own',
    ]);
  });
  it('is as aligned with colours', () => {
    const lines = renderMarkdown(markdown.join('\n'), styleOf({ isTerminal: true, env: {} })).split('\n');
    const bars = lines.map((line) => displayWidth(line.slice(0, line.search(/[│┼]/))));
    assert.deepEqual(bars, [5, 5, 5, 5]);
  });
  it('is told row by row where it would be too wide', () =>
    assert.deepEqual(renderTable(tableAt(markdown, 0) ?? [], plain, 20), [
      '시작',
      '  컨테이너: `1초`',
      '  VM: 1분',
      '',
      'OS',
      '  컨테이너: 호스트와 함께',
      '  VM: own',
    ]));
  it('begins where a line of dashes follows, and nowhere else', () => {
    assert.equal(tableAt(['| a | b |', '| c | d |'], 0), undefined);
    assert.equal(tableAt(['a | b', '--|--'], 0), undefined);
    assert.equal(renderMarkdown('```\n| a |\n|---|\n```', plain), '    | a |\n    |---|');
  });
  it('is in every comparison, complete', () => {
    const comparisons = library.ids().filter((id) => id.startsWith('comparisons/'));
    assert.ok(comparisons.length >= 10);
    for (const id of comparisons)
      for (const locale of ['ko', 'en'] as const) {
        const lines = renderMarkdown(library.note(id, locale)?.body ?? '', plain).split('\n');
        const bars = lines.filter((line) => line.includes('│')).map((line) => displayWidth(line.slice(0, line.indexOf('│'))));
        assert.ok(bars.length >= 3, id);
        assert.equal(new Set(bars).size, 1, id);
      }
  });
});

describe('the width of a text', () => {
  it('is two for each Korean letter, none for what stands on others', () => {
    assert.equal(displayWidth('가나'), 4);
    assert.equal(displayWidth('a가'), 3);
    assert.equal(displayWidth('é'), 1);
    assert.equal(displayWidth('\u001b[1mx\u001b[22m'), 1);
  });
});
