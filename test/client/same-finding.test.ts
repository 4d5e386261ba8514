import assert from 'node:assert/strict';
import { isToldBy, sharedRules, type ToldFinding } from '../../client/same-finding.ts';
import { allRules } from '../../server/languages.ts';

const lines = (start: number, end = start) => ({ start: { line: start }, end: { line: end } });
const own = (rule: string, line = 3): ToldFinding => ({
  range: lines(line),
  source: 'mulgil',
  code: { value: rule },
  data: { equivalents: allRules.get(rule)?.equivalents ?? [] },
});

describe('findings that another extension tells of', () => {
  it('are those of a schema on the same line', () => {
    assert.ok(isToldBy(own('kubernetes/known-fields'), { range: lines(3), source: 'yaml-schema: Kubernetes' }));
    assert.ok(isToldBy(own('compose/yaml-syntax'), { range: lines(3, 4), source: 'YAML' }));
    assert.ok(!isToldBy(own('compose/yaml-syntax'), { range: lines(2), source: 'YAML' }));
    assert.ok(!isToldBy(own('kubernetes/no-latest-tag'), { range: lines(3), source: 'YAML' }));
  });
  it('are those under an equivalent id, in the same lines', () => {
    const rule = 'dockerfile/no-maintainer';
    assert.ok(isToldBy(own(rule), { range: lines(3), source: 'docker-language-server', code: 'MaintainerDeprecated' }));
    assert.ok(isToldBy(own(rule), { range: lines(3), source: 'dockerfile-utils', code: 10 }));
    assert.ok(!isToldBy(own(rule), { range: lines(4), source: 'dockerfile-utils', code: 10 }));
    assert.ok(!isToldBy(own('dockerfile/no-latest-tag'), { range: lines(3), source: 'dockerfile-utils', code: 10 }));
  });
  it('are none of what others say besides', () => {
    assert.ok(!isToldBy(own('dockerfile/no-maintainer'), { range: lines(3), source: 'spelling', code: 'unknown-word' }));
    assert.ok(!isToldBy(own('kubernetes/known-fields'), { range: lines(3) }));
  });
  it('are named by rules that exist', () => {
    for (const id of sharedRules) assert.ok(allRules.has(id), id);
  });
});
