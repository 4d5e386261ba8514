import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allRules } from '../../server/languages.ts';
import { mulgil, temporaryFolder } from './support.ts';

/** The texts of the rule that the file breaks; all else is written out here, since programs rely on it. */
const rule = allRules.get('dockerfile/no-kill-stopsignal');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const region = (line: number) => ({ startLine: line, startColumn: 12, endLine: line, endColumn: 19 });
const range = (line: number) => ({ start: { line, character: 11 }, end: { line, character: 18 } });
const url = 'https://docs.docker.com/reference/dockerfile/#stopsignal';

describe('what mulgil lint prints, to the letter', () => {
  const folder = temporaryFolder();
  const cwd = folder.path;
  assert.ok(rule);
  const message = (locale: 'ko' | 'en'): string => rule.message[locale].replaceAll(/\{\w+\}/g, 'SIGKILL');
  const why = rule.why;
  const title = { ko: '`SIGTERM`으로 바꾸기', en: 'Change to `SIGTERM`' };
  folder.write({
    'app/Dockerfile':
      'FROM nginx:1.30\n# mulgil ignore=dockerfile/no-kill-stopsignal demo\nSTOPSIGNAL SIGKILL\nUSER nginx\nSTOPSIGNAL SIGKILL\n',
  });
  const printed = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await mulgil(['lint', '--silenced', ...args, 'app'], { cwd });
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    return out;
  };

  it('text', async () => {
    assert.equal(
      await printed(),
      `app/Dockerfile:3:12: warning (silenced): ${message('en')} [dockerfile/no-kill-stopsignal]\n    ${why.en}\n` +
        `app/Dockerfile:5:12: warning: ${message('en')} [dockerfile/no-kill-stopsignal]\n    ${why.en}\n` +
        '1 file checked: 1 warning\n',
    );
    assert.equal(
      await printed('--language', 'ko'),
      `app/Dockerfile:3:12: 경고 (끔): ${message('ko')} [dockerfile/no-kill-stopsignal]\n    ${why.ko}\n` +
        `app/Dockerfile:5:12: 경고: ${message('ko')} [dockerfile/no-kill-stopsignal]\n    ${why.ko}\n` +
        '파일 1개를 확인했습니다. 경고 1\n',
    );
  });

  it('github', async () => {
    assert.equal(
      await printed('--format', 'github'),
      `::warning file=app/Dockerfile,line=5,endLine=5,col=12,endColumn=19,title=dockerfile/no-kill-stopsignal::${message('en')}%0A${why.en}\n`,
    );
  });

  it('json', async () => {
    const finding = (line: number) => ({
      path: 'app/Dockerfile',
      rule: 'dockerfile/no-kill-stopsignal',
      severity: 'warning',
      message: message('ko'),
      why: why.ko,
      range: range(line),
      equivalents: [],
      resource: 'stage/0',
      note: 'dockerfile/STOPSIGNAL',
      url,
      fixable: true,
      fix: { title: title.ko, isPreferred: true, edits: [{ path: 'app/Dockerfile', range: range(line), newText: 'SIGTERM' }] },
    });
    const report = {
      version: 1,
      files: [{ path: 'app/Dockerfile', language: 'dockerfile', findings: [finding(4)], silenced: [finding(2)] }],
      summary: { files: 1, error: 0, warning: 1, info: 0, hint: 0 },
    };
    assert.equal(await printed('--format', 'json', '--language', 'ko'), `${JSON.stringify(report, undefined, 2)}\n`);
  });

  it('sarif', async () => {
    const artifactLocation = { uri: 'app/Dockerfile' };
    const result = (line: number) => ({
      ruleId: 'dockerfile/no-kill-stopsignal',
      ruleIndex: 0,
      level: 'warning',
      message: { text: message('en') },
      locations: [
        {
          physicalLocation: { artifactLocation, region: region(line) },
          logicalLocations: [{ fullyQualifiedName: 'stage/0', kind: 'resource' }],
        },
      ],
      fixes: [
        {
          description: { text: title.en },
          artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region(line), insertedContent: { text: 'SIGTERM' } }] }],
        },
      ],
    });
    const driver = {
      name: 'Mulgil',
      semanticVersion: version,
      rules: [
        {
          id: 'dockerfile/no-kill-stopsignal',
          shortDescription: { text: rule.message.en.replaceAll(/\{\w+\}/g, '…') },
          fullDescription: { text: why.en },
          helpUri: url,
          defaultConfiguration: { level: 'warning' },
          properties: { equivalents: [] },
        },
      ],
    };
    const report = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver },
          columnKind: 'utf16CodeUnits',
          results: [{ ...result(3), suppressions: [{ kind: 'inSource' }] }, result(5)],
        },
      ],
    };
    assert.equal(await printed('--format', 'sarif'), `${JSON.stringify(report, undefined, 2)}\n`);
  });
});
