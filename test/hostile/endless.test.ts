import assert from 'node:assert/strict';
import { fromRun } from '../../server/convert/run/from-run.ts';
import { library } from '../../server/library.ts';
import { troubleMatcher } from '../../server/trouble-matches.ts';
import { parseYamlFile } from '../../server/yaml/parse.ts';

/** Characters that each text is made of, and how many times as long it is as the one that it is compared with. */
const length = 100_000;
const times = 4;

/** As many times as long may be read for: more than in proportion, for garbage collection, and less than the square. */
const most = 10;

/** Milliseconds that say nothing: whatever is read within them counts as if it took as long. */
const least = 50;

/** One thing again and again, after a beginning that leads to whoever reads it. */
const endless: Readonly<
  Record<string, { readonly read: (text: string) => unknown; readonly after: readonly string[]; readonly pieces: readonly string[] }>
> = {
  'a command': {
    read: (text) => fromRun(text, 'en'),
    after: ['', 'docker run ', 'docker run -e "', 'docker run -v '],
    pieces: [' ', '-e a=b ', '"', "'", '\\\n', '\\', '$(', '`', '--a ', '=', '-', ':', '/', 'a', '$', '{', '# ', '\n', '-p 1:', '> ', '&& ', '<<E '], // prettier-ignore
  },
  'YAML in flow style': {
    read: parseYamlFile,
    after: ['x: [', 'x: "', "services: {a: {b: '"],
    pieces: [' ', '"a", ', '"a": b, ', "'", '"', '\\"', ', ', 'a: ', '{}', '&a ', '!a ', '# ', '\n', ' \n', '? ', ': ', 'a b ', '${', '*a, ', '-'], // prettier-ignore
  },
  'a line of a terminal': {
    read: troubleMatcher(library.troubles()),
    after: ['', 'Error: ', 'pull access denied for '],
    pieces: [' ', 'a', '"', ':', '/', '.', '1', 'error ', 'failed', '=', '-', 'a.', '(', '['],
  },
};

describe('what goes on and on', function () {
  this.timeout(120_000);
  for (const [name, { read, after, pieces }] of Object.entries(endless))
    it(`comes to an end: ${name}`, () => {
      for (const start of after)
        for (const piece of pieces) {
          const taken = (characters: number): number => {
            const text = start + piece.repeat(characters / piece.length);
            const before = process.cpuUsage();
            read(text);
            return Math.max(process.cpuUsage(before).user / 1000, least);
          };
          assert.ok(taken(length) <= most * taken(length / times), JSON.stringify((start + piece.repeat(10)).slice(0, 40)));
        }
    });
});
