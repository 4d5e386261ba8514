import type { Span } from './text/span.ts';
import type { Violation } from './rule.ts';

/** A rule that a comment or an annotation names: our own id, another linter's with its prefix, or all of a linter's (`buildkit:*`). */
export type SilencedRule = string;

/** A comment or an annotation that silences findings. */
export interface Silencer {
  /** Where it is written. */
  readonly at: Span;
  /** Findings that begin inside this span are silenced. */
  readonly target: Span;
  /** Only findings of this resource (`Deployment/web`) are silenced, when given. */
  readonly resource?: string;
  readonly rules: readonly SilencedRule[];
  /** Whether it is our own `mulgil ignore=` comment, which asks for a reason. */
  readonly own: boolean;
  readonly reason?: string;
}

/** What {@link isSilenced} needs to know of a finding. */
export interface Silenceable {
  readonly ruleId: string;
  readonly equivalents: readonly string[];
  readonly span: Span;
  readonly resource?: string | undefined;
}

/** Whether one of the silencers covers the finding. */
export function isSilenced(finding: Silenceable, silencers: readonly Silencer[]): boolean {
  return silencers.some(
    ({ target, resource, rules }) =>
      target.start <= finding.span.start &&
      finding.span.start <= target.end &&
      (resource === undefined || resource === finding.resource) &&
      rules.some((rule) => names(rule, finding)),
  );
}

function names(rule: SilencedRule, { ruleId, equivalents }: Silenceable): boolean {
  if (rule.endsWith(':*')) return equivalents.some((id) => id.startsWith(rule.slice(0, -1)));
  return rule === ruleId || equivalents.includes(rule);
}

/**
 * Reads `mulgil ignore=<rule-id>[,<rule-id>…] <reason>` from the text of a comment (without its `#`).
 * @returns the named rules and the reason, or `undefined` when the comment says something else
 */
export function readIgnoreComment(comment: string): { readonly rules: readonly string[]; readonly reason: string } | undefined {
  const match = /^\s*mulgil\s+ignore\s*=\s*(\S+)(.*)$/.exec(comment);
  if (!match) return undefined;
  const rules = (match[1] ?? '').split(',').filter((id) => id !== '');
  return rules.length === 0 ? undefined : { rules, reason: (match[2] ?? '').trim() };
}

/** Reports our own ignore comments that give no reason; the check of each language's `ignore-reason` rule. */
export function reportMissingReasons(silencers: readonly Silencer[], report: (violation: Violation) => void): void {
  for (const { own, reason, at } of silencers) if (own && !reason) report({ at });
}

