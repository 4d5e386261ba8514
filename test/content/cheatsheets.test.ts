import assert from 'node:assert/strict';
import { library } from '../../server/library.ts';

/** The options in a command or in what an entry explains: `-d`, `--rm`. */
const optionsIn = (text: string): readonly string[] => [...text.matchAll(/(?<=^|[\s'"])--?[a-zA-Z][\w-]*/g)].map(([option]) => option);

/** What loses data or stops a service, however harmless it looks. */
const destructive =
  /\bprune\b|\bdown (-v|--rmi)|\brm -f\b|\b(volume|compose|buildx) rm\b|\bkubectl (delete|drain)\b|--force\b|\bkill\b|\b(cluster|node|registry) delete\b|--replicas=0/;

describe('cheat sheets', () => {
  const sheets = library.sheets();

  it('hold all of the commands, each once, with its official page and words to find it by', () => {
    assert.equal(sheets.length, 11);
    const commands = sheets.flatMap(({ entries }) => entries.map(({ command }) => command));
    assert.ok(commands.length >= 340, String(commands.length));
    assert.deepEqual(
      commands.filter((command, index) => commands.indexOf(command) < index),
      [],
    );
    for (const { entries } of sheets) {
      for (const { command, docs, keywords = [] } of entries) {
        assert.ok(docs !== undefined, command);
        assert.ok(/[가-힣]/.test(keywords.join()) && /[a-z]/i.test(keywords.join()), `${command}: key words in both languages`);
      }
    }
  });

  it('explain every option of every command', () => {
    for (const { entries } of sheets) {
      for (const { command, options = [] } of entries) {
        const told = new Set(options.flatMap(({ flag }) => optionsIn(flag)));
        const isTold = (option: string): boolean =>
          told.has(option) || (/^-\w{2,}$/.test(option) && Array.from(option.slice(1)).every((letter) => told.has(`-${letter}`)));
        assert.deepEqual(
          optionsIn(command).filter((option) => !isTold(option)),
          [],
          command,
        );
      }
    }
  });

  it('warn of every command that loses data or stops a service', () => {
    const dangerous = sheets.flatMap(({ entries }) => entries.filter(({ command }) => destructive.test(command)));
    assert.ok(dangerous.length >= 30, String(dangerous.length));
    assert.deepEqual(
      dangerous.filter(({ danger }) => !danger).map(({ command }) => command),
      [],
    );
  });
});
