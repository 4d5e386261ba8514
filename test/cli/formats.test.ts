import assert from 'node:assert/strict';
import { mulgil, temporaryFolder } from './support.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
      }[];
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } }[];
        }[];
      }[];
      readonly suppressions?: readonly { readonly kind: string }[];
    }[];
  }[];
}

describe('formats of mulgil lint', () => {
  const folder = temporaryFolder();
  const cwd = folder.path;
  const text = 'FROM node:24-alpine AS build\nFROM nginx:latest\nSTOPSIGNAL SIGKILL\n';
  folder.write({
    'a, b:c%d/Dockerfile': text,
    'silenced/Dockerfile': `# mulgil ignore=dockerfile/no-latest-tag demo\nFROM nginx:latest\n`,
  });

  it('github: one escaped command a finding', async () => {
    const { code, out } = await mulgil(['lint', '--format', 'github', 'a, b:c%d'], { cwd });
    assert.equal(code, 1);
    const lines = out.trim().split('\n');
    assert.match(
      lines[0] ?? '',
      /^::warning file=a%2C b%3Ac%25d\/Dockerfile,line=2,endLine=2,col=6,endColumn=18,title=dockerfile\/no-latest-tag::[^\n]+%0A[^\n]+$/,
    );
    for (const line of lines) assert.match(line, /^::(?:error|warning|notice) /);
  });

  it('github: prints nothing when there is nothing', async () => {
    folder.write({ 'clean/Dockerfile': 'FROM nginx:1.30\nUSER nginx\n' });
    assert.equal((await mulgil(['lint', '--format', 'github', 'clean'], { cwd })).out, '');
  });

  it('github: messages cannot smuggle in a command', async () => {
    folder.write({ 'evil/compose.yaml': 'services:\n  web:\n    image: "nginx\\n::error::x"\n' });
    const { out } = await mulgil(['lint', '--format', 'github', '--preset', 'all', 'evil'], { cwd });
    for (const line of out
      .trim()
      .split('\n')
      .filter((line) => line !== ''))
      assert.match(line, /^::\w+ file=evil\/compose\.yaml,/);
  });

  it('sarif: rules, places from 1, fixes, suppressions', async () => {
    const { out } = await mulgil(['lint', '--format', 'sarif', '--silenced', '.'], { cwd });
    const sarif = JSON.parse(out) as Sarif;
    const [run] = sarif.runs;
    assert.ok(run);
    assert.deepEqual([sarif.version, run.tool.driver.name, run.columnKind], ['2.1.0', 'Mulgil', 'utf16CodeUnits']);
    for (const { ruleId, ruleIndex, level, message } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(['error', 'warning', 'note'].includes(level) && message.text !== '');
    }
    const latest = run.results.find(({ ruleId, suppressions }) => ruleId === 'dockerfile/no-latest-tag' && !suppressions);
    assert.deepEqual(latest?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'a%2C%20b%3Ac%25d/Dockerfile' },
      region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 18 },
    });
    assert.ok(run.results.some(({ suppressions }) => suppressions?.[0]?.kind === 'inSource'));
    const signal = run.results.find(({ ruleId }) => ruleId === 'dockerfile/no-kill-stopsignal');
    assert.deepEqual(signal?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      { deletedRegion: { startLine: 3, startColumn: 12, endLine: 3, endColumn: 19 }, insertedContent: { text: 'SIGTERM' } },
    ]);
  });

  it('sarif: an empty run is a run', async () => {
    const { runs } = JSON.parse((await mulgil(['lint', '--format', 'sarif', 'clean'], { cwd })).out) as Sarif;
    assert.deepEqual(
      runs.map(({ results, tool }) => [results.length, tool.driver.rules.length]),
      [[0, 0]],
    );
  });

  it('json: dangerous characters are escaped and mean the same', async () => {
    folder.write({ 'odd/Docker\u009bfile/Dockerfile': 'FROM nginx:latest\n' });
    const { out } = await mulgil(['lint', '--format', 'json', 'odd'], { cwd });
    assert.doesNotMatch(out, /\u009b/);
    assert.equal((JSON.parse(out) as { files: { path: string }[] }).files[0]?.path, 'odd/Docker\u009bfile/Dockerfile');
  });
});
