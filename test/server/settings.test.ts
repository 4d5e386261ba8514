import assert from 'node:assert/strict';
import type { Rule } from '../../server/rule.ts';
import { settle } from '../../server/settings.ts';

const rule: Rule = {
  id: 'x/rule',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL1'],
  message: { ko: '', en: '' },
  why: { ko: '', en: '' },
  note: '',
  options: { minimum: 2, names: ['a'] },
  examples: { bad: [], good: [] },
  check: () => {},
};
const strict: Rule = { ...rule, id: 'x/strict', presets: [] };
const usual = { severity: 'warning', options: { minimum: 2, names: ['a'] } };

describe('settings', () => {
  it('give options of a whole language to the rules that have them', () => {
    const versioned: Rule = { ...rule, id: 'kubernetes/served', options: { version: '' } };
    const settings = settle([{ languageOptions: { kubernetes: { version: '1.30' } } }]);
    assert.deepEqual(settings.use(versioned), { ...usual, options: { version: '1.30' } });
    assert.deepEqual(settings.use({ ...versioned, id: 'compose/served' }), { ...usual, options: { version: '' } });
    assert.deepEqual(settings.use(rule), usual);
  });

  it("use a rule's stricter options under the preset all, unless the user sets them", () => {
    const graded: Rule = { ...rule, options: { least: 1 }, optionsInAll: { least: 3 } };
    assert.deepEqual(settle([]).use(graded), { ...usual, options: { least: 1 } });
    assert.deepEqual(settle([{ preset: 'all' }]).use(graded), { ...usual, options: { least: 3 } });
    assert.deepEqual(settle([{ preset: 'all', rules: { 'x/rule': ['warning', { least: 2 }] } }]).use(graded), {
      severity: 'warning',
      options: { least: 2 },
    });
  });

  it('use the preset recommended unless told otherwise', () => {
    assert.deepEqual(settle([]).use(rule), usual);
    assert.equal(settle([]).use(strict), 'off');
    assert.deepEqual(settle([{ preset: 'all' }]).use(strict), usual);
    assert.equal(settle([{ preset: 'all' }, { preset: 'recommended' }]).use(strict), 'off');
  });

  it('turn rules on and off, change severity and options', () => {
    assert.equal(settle([{ rules: { 'x/rule': 'off' } }]).use(rule), 'off');
    assert.deepEqual(settle([{ rules: { 'x/strict': 'hint' } }]).use(strict), { ...usual, severity: 'hint' });
    assert.deepEqual(settle([{ rules: { 'x/rule': ['error', { minimum: 3 }] } }]).use(rule), {
      severity: 'error',
      options: { minimum: 3, names: ['a'] },
    });
  });

  it('let the stronger layer win, rule by rule', () => {
    const layers = [{ rules: { 'x/rule': 'off', 'x/strict': 'info' } }, { rules: { 'x/rule': 'error' } }] as const;
    assert.deepEqual(settle(layers).use(rule), { ...usual, severity: 'error' });
    assert.deepEqual(settle(layers).use(strict), { ...usual, severity: 'info' });
  });

  it('take severities of other linters, unless the rule itself is set', () => {
    const other = { equivalentSeverities: { 'hadolint:DL1': 'error' } } as const;
    assert.deepEqual(settle([other]).use(rule), { ...usual, severity: 'error' });
    assert.deepEqual(settle([other, { rules: { 'x/rule': 'hint' } }]).use(rule), { ...usual, severity: 'hint' });
    assert.equal(settle([other]).use(strict), 'off');
  });

  it('take options of other linters, those that the rule has, below its own', () => {
    const other = { equivalentOptions: { 'hadolint:DL1': { minimum: 5, colour: 'red' }, 'hadolint:DL2': { minimum: 9 } } };
    assert.deepEqual(settle([other]).use(rule), { severity: 'warning', options: { minimum: 5, names: ['a'] } });
    assert.deepEqual(settle([other, { rules: { 'x/rule': ['hint', { minimum: 7 }] } }]).use(rule), {
      severity: 'hint',
      options: { minimum: 7, names: ['a'] },
    });
  });

  it('ignore files and the findings of other linters’ rules', () => {
    const settings = settle([{ ignore: ['vendor'] }, { ignore: ['**/*.dev.yaml'], ignoredEquivalents: ['hadolint:DL1'] }]);
    assert.deepEqual(['vendor/Dockerfile', 'a/b.dev.yaml', 'Dockerfile'].map(settings.ignores), [true, true, false]);
    assert.deepEqual([['hadolint:DL1', 'x:1'], ['x:1'], []].map(settings.ignoresEquivalents), [true, false, false]);
  });

  it('are not fooled by names that every object has', () => {
    for (const id of ['constructor', 'toString', '__proto__']) {
      assert.deepEqual(settle([{ rules: { a: 'off' } }]).use({ ...rule, id, equivalents: [id] }), usual);
    }
  });

  it('choose the language of the strongest layer that names one', () => {
    assert.equal(settle([]).language, 'auto');
    assert.equal(settle([{ language: 'ko' }, {}]).language, 'ko');
    assert.equal(settle([{ language: 'ko' }, { language: 'auto' }]).language, 'auto');
  });
});
