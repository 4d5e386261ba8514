import type { RuleOptions } from '../rule.ts';
import type { DocumentCheck } from './per-document.ts';
import { syntaxFix } from './syntax-fix.ts';
import { syntaxProblem } from './syntax.ts';

/** Reports the first syntax mistake of a document: the check of each YAML language's `yaml-syntax` rule. */
export const checkSyntax: DocumentCheck<RuleOptions> = ({ source }, report) => {
  const problem = syntaxProblem(source);
  if (!problem) return;
  const { kind, span, detail } = problem;
  report({ at: span, variant: kind, data: { detail: detail ?? '' }, fix: () => syntaxFix(source.text, problem) });
};
