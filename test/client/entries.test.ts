import assert from 'node:assert/strict';
import { entryKey, findEntry, groupByTool, searchText } from '../../client/views/cheatsheets/entries.ts';
import type { SheetData } from '../../server/protocol.ts';
import { library } from '../../server/library.ts';

const sheet = (id: string, tool: string): SheetData => ({
  id,
  tool,
  title: { ko: '제목', en: 'Title' },
  source: 's',
  docs: 'https://docs.docker.com/',
  entries: [
    {
      command: `${tool} one`,
      text: { ko: '하나', en: 'first' },
      options: [{ flag: '--x', ko: '엑스', en: 'ex' }],
      danger: { ko: '위험', en: 'risk' },
      keywords: ['열쇠'],
    },
    { command: `${tool} two`, text: { ko: '둘', en: 'second' } },
  ],
});

describe('entries of cheat sheets', () => {
  const sheets = [sheet('a', 'k3d'), sheet('b', 'kubectl'), sheet('c', 'docker'), sheet('d', 'kubectl')];
  it('are found by their keys, and by nothing else', () => {
    assert.equal(findEntry(sheets, entryKey(sheets[2]!, 1))?.command, 'docker two');
    for (const key of ['c/2', 'c/-1', 'c', 'c/', 'x/0', '', 'c/length', 'c/1.5', '__proto__/0'])
      assert.equal(findEntry(sheets, key), undefined, key);
  });
  it('are searched in the language on show, with options, danger and keywords', () => {
    assert.equal(searchText(sheets[0]!, sheets[0]!.entries[0]!, 'ko'), 'k3d one\n하나\n--x\n엑스\n위험\n열쇠\n제목\nk3d');
    assert.equal(searchText(sheets[0]!, sheets[0]!.entries[1]!, 'en'), 'k3d two\nsecond\n\nTitle\nk3d');
  });
  it('stand by tool, Docker first', () =>
    assert.deepEqual(
      [...groupByTool(sheets)].map(([tool, group]) => [tool, ...group.map(({ id }) => id)]),
      [
        ['docker', 'c'],
        ['kubectl', 'b', 'd'],
        ['k3d', 'a'],
      ],
    ));
  it('hold no line break, which a terminal would run', () => {
    for (const { entries } of library.sheets()) for (const { command } of entries) assert.doesNotMatch(command, /[\r\n]/);
  });
});
