import assert from 'node:assert/strict';
import { renderMarkdown } from '../../server/cli/markdown.ts';
import { plain } from '../../server/cli/terminal.ts';
import { library } from '../../server/library.ts';
import { explainOutput } from '../../server/output/explain-output.ts';
import { troubleMatcher } from '../../server/trouble-matches.ts';
import * as samples from '../server/output/samples.ts';

const heading = 'NAME   READY   STATUS   RESTARTS   AGE\n';

/** Output that no tool prints. */
const hostile: Readonly<Record<string, string>> = {
  'a megabyte of one letter': 'x'.repeat(1_000_000),
  'a megabyte of spaces': ' '.repeat(1_000_000),
  'a megabyte of colons': ':'.repeat(1_000_000),
  'lines of colons below a table': heading + `${':'.repeat(1999)}\n`.repeat(500),
  'lines of spaces below a table': heading + `a${' '.repeat(1990)}b\n`.repeat(500),
  'a hundred thousand headings': heading.repeat(100_000),
  'a hundred thousand states': heading + Array.from({ length: 100_000 }, (_, at) => `a${at}   0/1   S${at}   0   1d`).join('\n'),
  'a hundred thousand empty lines': '\n'.repeat(100_000),
  'a hundred thousand names': 'Name: x\n'.repeat(100_000),
  'half a description': 'Name: x\nContainers:\n'.repeat(20_000),
  'escapes without an end': '\u001b[1;'.repeat(100_000) + '\u001b]0;'.repeat(100_000),
  'NUL characters and lone surrogates': `${heading}\0\uD800   0/1   \uDC00   -1 (\0 ago)   1d\n`,
  'numbers past all bounds': `${heading}a   99999999999999999999/1   ExitCode:999   99999999999999999999999 (x ago)   1d\n`,
  'names of what every object has': `${heading}constructor   0/1   __proto__   0   1d\n`,
  'half of phrases': 'exit code '.repeat(100_000),
  'back-ticks': `${heading}${'`'.repeat(1500)}   0/1   ${'`'.repeat(300)}   0   1d\n`,
};

describe('hostile output', function () {
  this.timeout(60_000);
  for (const [what, text] of Object.entries(hostile)) {
    it(`is explained, or is nothing: ${what}`, () => {
      for (const locale of ['ko', 'en'] as const) {
        const page = explainOutput(text, { library, locale });
        if (page) assert.ok(renderMarkdown(page.body, plain).length < 200_000);
      }
    });
  }

  it('is explained however it is cut', () => {
    for (const sample of Object.values(samples))
      for (let end = 0; end < sample.length; end += 7) {
        explainOutput(sample.slice(0, end), { library, locale: 'en' });
        explainOutput(sample.slice(end), { library, locale: 'ko' });
      }
  });

  it('is matched in a line of any length', () => {
    const match = troubleMatcher(library.troubles());
    for (const text of Object.values(hostile)) match(text);
  });
});
