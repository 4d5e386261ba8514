import assert from 'node:assert/strict';
import { createProgress } from '../../server/cli/progress.ts';
import { styleOf } from '../../server/cli/terminal.ts';
import { mulgil, temporaryFolder } from './support.ts';

describe('colours', () => {
  const isColoured = (isTerminal: boolean, env: Readonly<Record<string, string>> = {}): boolean => styleOf({ isTerminal, env }).colours;
  it('are for terminals', () => assert.deepEqual([isColoured(true), isColoured(false)], [true, false]));
  it('are left out where NO_COLOR or a dumb terminal says so', () => {
    assert.ok(!isColoured(true, { NO_COLOR: '1' }));
    assert.ok(isColoured(true, { NO_COLOR: '' }));
    assert.ok(!isColoured(true, { TERM: 'dumb' }));
  });
  it('are as FORCE_COLOR says before all', () => {
    assert.ok(isColoured(false, { FORCE_COLOR: '1' }));
    assert.ok(isColoured(false, { FORCE_COLOR: '3', NO_COLOR: '1', TERM: 'dumb' }));
    assert.ok(!isColoured(true, { FORCE_COLOR: '0' }));
  });
});

describe('the line of progress', () => {
  it('is for long runs, not too often, and is taken away', () => {
    let time = 0;
    const lines: string[] = [];
    const progress = createProgress({ status: (line) => lines.push(line) }, 'en', () => time);
    progress.report('reading', 1, 1000);
    time = 150;
    progress.report('reading', 2, 1000);
    progress.report('reading', 3, 1000);
    time = 300;
    progress.report('checking', 4, 1000);
    progress.report('checking', 5, 10);
    progress.end();
    progress.end();
    assert.deepEqual(lines, ['read 2 of 1000 files', 'checked 4 of 1000 files', '']);
  });

  it('stands on no output, and nowhere without a terminal', async function () {
    this.timeout(120_000);
    const folder = temporaryFolder();
    folder.write(
      Object.fromEntries(
        Array.from({ length: 400 }, (_, at) => [`${at}/Dockerfile`, `FROM node:24\nRUN echo ${at}\nUSER node\n`.repeat(20)]),
      ),
    );
    const lines: string[] = [];
    const watched = await mulgil(['lint', '.'], { cwd: folder.path, status: (line) => lines.push(line) });
    const unwatched = await mulgil(['lint', '.'], { cwd: folder.path });
    assert.deepEqual(watched, unwatched);
    assert.equal(watched.err, '');
    assert.equal(lines.at(-1) ?? '', '');
  });
});
