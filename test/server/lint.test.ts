import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defineLanguage, type Language } from '../../server/language.ts';
import { describe as describeError } from '../../server/describe.ts';
import { guarded, lint } from '../../server/lint.ts';
import type { Model, Rule, Violation } from '../../server/rule.ts';
import { settle } from '../../server/settings.ts';
import { createWorkspace } from '../../server/workspace.ts';

const document = TextDocument.create('file:///Dockerfile', '', 1, '0123456789');

function rule(id: string, check: (report: (violation: Violation) => void) => void, more: Partial<Rule> = {}): Rule {
  const text = { ko: `${id} {x}`, en: `${id} {x}` };
  return {
    id,
    severity: 'warning',
    presets: ['recommended'],
    equivalents: [],
    message: text,
    why: text,
    note: '',
    examples: { bad: [], good: [] },
    check: (_, report) => check(report),
    ...more,
  };
}

function language(rules: readonly Rule[], more: Partial<Language> = {}): Language {
  return defineLanguage({
    id: 'dockerfile',
    rules,
    recognises: () => true,
    parse: (of): Model => ({ document: of }),
    silencers: () => [],
    hover: () => undefined,
    complete: () => [],
    snippets: () => [],
    links: () => [],
    ...more,
  });
}

function run(of: Language, configuration = {}) {
  const log: string[] = [];
  return {
    ...lint(of, { document }, settle([configuration]), { workspace: createWorkspace(), path: 'Dockerfile' }, (message) =>
      log.push(message),
    ),
    log,
  };
}

const at = (start: number, end = start + 1) => ({ start, end });

describe('lint', () => {
  it('runs every rule and orders findings by place', () => {
    const { findings, silenced, log } = run(
      language([
        rule('a', (report) => [report({ at: at(5) }), report({ at: at(1, 9) }), report({ at: at(1) })]),
        rule('b', (report) => report({ at: at(3) })),
      ]),
    );
    assert.deepEqual(
      findings.map(({ rule: { id }, span }) => [id, span.start, span.end]),
      [
        ['a', 1, 2],
        ['a', 1, 9],
        ['b', 3, 4],
        ['a', 5, 6],
      ],
    );
    assert.deepEqual([silenced, log], [[], []]);
  });

  it('logs a rule that throws and goes on with the others', () => {
    const boom = (): never => {
      throw new Error('boom');
    };
    const { findings, log } = run(
      language([rule('a', boom), rule('b', (report) => report({ at: at(1) })), rule('c', (report) => [report({ at: at(2) }), boom()])]),
    );
    assert.deepEqual(
      findings.map(({ rule: { id } }) => id),
      ['b'],
    );
    assert.equal(log.length, 2);
    assert.match(log[0] ?? '', /^rule a failed on file:\/\/\/Dockerfile: Error: boom\n/);
  });

  it('logs silencers that throw and keeps the findings', () => {
    const { findings, log } = run(
      language([rule('a', (report) => report({ at: at(1) }))], {
        silencers: () => {
          throw new TypeError('no');
        },
      }),
    );
    assert.equal(findings.length, 1);
    assert.equal(log.length, 1);
  });

  it('logs a fix that throws and offers none', () => {
    const { findings, log } = run(
      language([
        rule('a', (report) =>
          report({
            at: at(1),
            fix: () => {
              throw new Error('no');
            },
          }),
        ),
      ]),
    );
    assert.equal(findings[0]?.fix(), undefined);
    assert.match(log[0] ?? '', /^fix of a failed/);
  });

  it('puts silenced findings aside', () => {
    const two = [
      rule('a', (report) => report({ at: at(1) }), { equivalents: ['hadolint:DL1'] }),
      rule('b', (report) => report({ at: at(2) })),
    ];
    const silencers = () => [{ at: at(0), target: at(0, 9), rules: ['b'], own: true }];
    const { findings, silenced } = run(language(two, { silencers }), { ignoredEquivalents: ['hadolint:DL1'] });
    assert.deepEqual(findings, []);
    assert.deepEqual(
      silenced.map(({ rule: { id } }) => id),
      ['a', 'b'],
    );
  });

  it('takes severity and options from the settings, variants and data from the rule', () => {
    const variants = { other: { ko: '다른 {x}', en: 'other {x}', equivalents: ['hadolint:DL2'] } };
    const one = rule(
      'a',
      (report) => [report({ at: at(1), variant: 'other', data: { x: 'y' } }), report({ at: at(2), variant: 'none', resource: 'stage/0' })],
      { variants, equivalents: ['hadolint:DL1'] },
    );
    const { findings } = run(language([one]), { rules: { a: 'error' } });
    assert.deepEqual(
      findings.map(({ severity, equivalents, resource, message }) => [severity, equivalents, resource, message('ko'), message('en')]),
      [
        ['error', ['hadolint:DL2'], undefined, '다른 y', 'other y'],
        ['error', ['hadolint:DL1'], 'stage/0', 'a {x}', 'a {x}'],
      ],
    );
  });

  it('holds as many findings as a rule has', () => {
    const { findings, log } = run(
      language([
        rule('a', (report) => {
          for (let index = 0; index < 300_000; index++) report({ at: at(index) });
        }),
      ]),
    );
    assert.deepEqual([findings.length, log], [300_000, []]);
  });

  it('guards whatever it runs', () => {
    const log: string[] = [];
    assert.equal(
      guarded(
        () => 1,
        2,
        'x',
        (message) => log.push(message),
      ),
      1,
    );
    const thrown: unknown = 'text';
    assert.equal(
      guarded(
        () => {
          throw thrown;
        },
        2,
        'x',
        (message) => log.push(message),
      ),
      2,
    );
    assert.deepEqual(log, ['x failed: text']);
    assert.equal(describeError(Object.assign(new Error('m'), { stack: undefined })), 'm');
  });
});
