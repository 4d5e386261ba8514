import assert from 'node:assert/strict';
import type { Finding } from '../../../server/lint.ts';
import { worstOf } from '../../../server/lsp/diagnostics.ts';
import type { Severity } from '../../../server/rule.ts';

describe('the diagnostics of a file', () => {
  const found = (...severities: Severity[]): Finding[] =>
    severities.map((severity, start) => ({ severity, span: { start, end: start } }) as unknown as Finding);
  const places = (findings: readonly Finding[]): readonly number[] => findings.map(({ span }) => span.start);

  it('are the worst where they are too many, in the order of the file', () => {
    const findings = found('hint', 'warning', 'error', 'info', 'warning', 'error', 'warning');
    assert.deepEqual(places(worstOf(findings, 4)), [1, 2, 4, 5]);
  });

  it('are all of them otherwise', () => {
    assert.deepEqual(places(worstOf(found('hint', 'error'), 2)), [0, 1]);
    assert.equal(worstOf(found(...Array<Severity>(1_500).fill('info'))).length, 999);
  });
});
