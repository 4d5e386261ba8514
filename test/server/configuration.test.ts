import assert from 'node:assert/strict';
import { parseConfiguration, readConfiguration, workspaceConfiguration } from '../../server/configuration.ts';
import { parseHadolintConfiguration } from '../../server/hadolint-configuration.ts';
import { createWorkspace } from '../../server/workspace.ts';

const known = new Map([
  ['dockerfile/no-latest-tag', {}],
  ['compose/limit', { options: { minimum: 2, strict: false, unit: 'm', registries: [] as readonly string[] } }],
]);

describe('configuration', () => {
  describe('.mulgil.yaml', () => {
    it('is read', () => {
      const text =
        'language: ko\npreset: all\nrules:\n  dockerfile/no-latest-tag: off\n  compose/limit: [error, {minimum: 3}]\nignore: ["vendor/**"]\nkubernetes: {version: "1.30"}\n';
      assert.deepEqual(parseConfiguration(text, undefined, known), {
        configuration: {
          language: 'ko',
          preset: 'all',
          rules: { 'dockerfile/no-latest-tag': 'off', 'compose/limit': ['error', { minimum: 3 }] },
          ignore: ['vendor/**'],
          languageOptions: { kubernetes: { version: '1.30' } },
        },
        problems: [],
      });
    });

    it('may be empty', () => {
      for (const text of ['', '# nothing\n', '---\n', 'rules:\n'])
        assert.deepEqual(parseConfiguration(text), { configuration: {}, problems: [] });
    });

    it('tells what is wrong and keeps the rest', () => {
      for (const [text, problem] of [
        ['language: fr', 'language must be auto, ko or en'],
        ['preset: strict', 'preset must be recommended or all'],
        ['ignore: vendor', 'ignore must be a list of globs'],
        ['ignore: [1]', 'ignore must be a list of globs'],
        ['rules: [a]', 'rules must be a mapping of rule ids'],
        ['kubernetes: 1', 'kubernetes must be a mapping'],
        ['kubernetes: {version: 1.30}', 'kubernetes.version must be a version such as "1.33", in quotes'],
        ['kubernetes: {nodes: 3}', 'unknown setting "kubernetes.nodes"'],
        ['langauge: ko', 'unknown setting "langauge" (did you mean "language"?)'],
        ['colour: red', 'unknown setting "colour"'],
        [
          'rules: {dockerfile/no-latest-tag: loud}',
          'rule dockerfile/no-latest-tag: expected off, error, warning, info, hint, or [severity, options]',
        ],
        ['rules: {dockerfile/no-latest: off}', 'unknown rule "dockerfile/no-latest" (did you mean "dockerfile/no-latest-tag"?)'],
        ['rules: {x: off}', 'unknown rule "x"'],
        ['rules: {compose/limit: [error, {minimun: 3}]}', 'rule compose/limit: unknown option "minimun" (did you mean "minimum"?)'],
        ['rules: {compose/limit: [error, {minimum: many}]}', 'rule compose/limit: option minimum must be a number'],
        ['rules: {compose/limit: [error, {strict: 1}]}', 'rule compose/limit: option strict must be a boolean'],
        ['rules: {compose/limit: [error, {registries: [1]}]}', 'rule compose/limit: option registries must be a list of texts'],
      ] as const) {
        const { configuration, problems } = parseConfiguration(
          `${text}\n${text.startsWith('preset') ? '' : 'preset: all\n'}`,
          'file.yaml',
          known,
        );
        assert.deepEqual(problems, [`file.yaml: ${problem}`], text);
        if (!text.startsWith('preset')) assert.equal(configuration.preset, 'all');
      }
      assert.deepEqual(parseConfiguration('rules: {compose/limit: [error, {minimum: many, unit: k}]}', 'f', known).configuration.rules, {
        'compose/limit': ['error', { unit: 'k' }],
      });
    });

    it('is not read when it is too long or too deep, and that takes no time', () => {
      const started = performance.now();
      for (const text of ['[', 'a: [', '- ', '{a: ', 'x: *a\n', '&a ', 'k: v\n'].map((part) => part.repeat(90_000 / part.length)))
        assert.ok(parseConfiguration(text).problems.length > 0);
      assert.deepEqual(parseConfiguration('#'.repeat(100_001)).problems, ['.mulgil.yaml: longer than 100000 characters']);
      assert.ok(performance.now() - started < 5000);
    });

    it('takes any rule where the rules are not known', () => {
      assert.deepEqual(parseConfiguration('rules: {a/b: hint}').configuration.rules, { 'a/b': 'hint' });
    });

    it('takes the `off` of YAML 1.1', () => {
      assert.deepEqual(readConfiguration({ rules: { a: false } }, 'x').configuration.rules, { a: 'off' });
    });

    it('does not throw, whatever it holds', () => {
      for (const text of [
        '[',
        '\0',
        'a: &a [*a]',
        '{'.repeat(10_000),
        '- 1',
        '"',
        '1',
        'a: b: c',
        '%YAML 9',
        '__proto__: {preset: all}',
        'rules: {__proto__: off, constructor: off}',
        'k: 1\nk: 2',
      ]) {
        const { configuration, problems } = parseConfiguration(text, 'f', known);
        assert.ok(problems.length > 0 && problems.every((problem) => problem.startsWith('f: ') && !problem.includes('\n')), text);
        assert.deepEqual(configuration.preset, undefined);
      }
    });
  });

  describe('.hadolint.yaml', () => {
    it('gives the rules that are ignored, other severities, and options', () => {
      const text = `ignored: [DL3008]
override: {error: [DL3007], style: [DL3015]}
trustedRegistries: [a.io]
label-schema: {author: text, home: url}
strict-labels: true
`;
      const { equivalentOptions = {}, ...configuration } = parseHadolintConfiguration(text, 'f').configuration;
      assert.deepEqual(configuration, {
        ignoredEquivalents: ['hadolint:DL3008'],
        equivalentSeverities: { 'hadolint:DL3007': 'error', 'hadolint:DL3015': 'hint' },
      });
      assert.deepEqual(equivalentOptions['hadolint:DL3026'], { registries: ['a.io'] });
      assert.deepEqual(equivalentOptions['hadolint:DL3049'], { labels: ['author:text', 'home:url'], strict: true });
      assert.deepEqual(parseHadolintConfiguration('ignored: []', 'f').configuration.equivalentOptions, {});
    });

    it('does not throw, whatever it holds', () => {
      for (const text of [
        '',
        '[',
        'ignored: 1',
        'override: [1]',
        'override: {error: {a: b}}',
        'trustedRegistries: a',
        'label-schema: [1]',
        'strict-labels: 1',
        '{'.repeat(10_000),
      ])
        parseHadolintConfiguration(text, 'f');
      assert.match(parseHadolintConfiguration('a: 1\nb: [', 'f').problems[0] ?? '', /^f: line 2: /);
    });
  });

  it('of a workspace: ours is stronger than hadolint’s, and can be replaced', () => {
    const workspace = createWorkspace([
      ['.mulgil.yaml', 'preset: all\n'],
      ['.hadolint.yml', 'ignored: [DL3008]\n'],
      ['sub/.mulgil.yaml', 'preset: recommended\n'],
    ]);
    const { layers } = workspaceConfiguration(workspace);
    assert.deepEqual(
      layers.map(({ preset }) => preset),
      [undefined, 'all'],
    );
    const replacement = { configuration: { language: 'ko' }, problems: ['p'] } as const;
    const replaced = workspaceConfiguration(workspace, { replacement });
    assert.deepEqual([replaced.layers.at(-1), replaced.problems], [{ language: 'ko' }, ['p']]);
  });
});
