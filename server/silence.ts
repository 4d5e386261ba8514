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

/** What is looked at of a finding to know whether it is silenced. */
export interface Silenceable {
  readonly ruleId: string;
  readonly equivalents: readonly string[];
  readonly span: Span;
  readonly resource?: string | undefined;
}

/** The silencers that name one rule, by where their targets begin; with each, the farthest end of its target and those before. */
type Ordered = readonly { readonly silencer: Silencer; readonly reach: number }[];

/** Makes the question whether one of the silencers covers a finding; it is answered without looking at each of them. */
export function silence(silencers: readonly Silencer[]): (finding: Silenceable) => boolean {
  const byRule = new Map<SilencedRule, Silencer[]>();
  for (const silencer of silencers) {
    for (const rule of silencer.rules) {
      const named = byRule.get(rule);
      if (named) named.push(silencer);
      else byRule.set(rule, [silencer]);
    }
  }
  const ordered = new Map<SilencedRule, Ordered>();
  const silencersOf = (rule: SilencedRule): Ordered => {
    const known = ordered.get(rule) ?? order(byRule.get(rule) ?? []);
    ordered.set(rule, known);
    return known;
  };
  return (finding) => byRule.size > 0 && namesOf(finding).some((rule) => covers(silencersOf(rule), finding));
}

/** The names under which a silencer can mean the finding. */
function namesOf({ ruleId, equivalents }: Silenceable): readonly SilencedRule[] {
  return [ruleId, ...equivalents, ...equivalents.map((id) => `${id.slice(0, id.indexOf(':'))}:*`)];
}

function order(silencers: readonly Silencer[]): Ordered {
  let reach = -1;
  return silencers
    .toSorted((a, b) => a.target.start - b.target.start)
    .map((silencer) => ({ silencer, reach: (reach = Math.max(reach, silencer.target.end)) }));
}

function covers(ordered: Ordered, { span: { start }, resource }: Silenceable): boolean {
  let low = 0;
  for (let high = ordered.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.silencer.target.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  // Those before `low` begin at or before the finding; the search ends where none of the rest reaches it.
  for (let entry = ordered[--low]; entry !== undefined && start <= entry.reach; entry = ordered[--low]) {
    const { silencer } = entry;
    if (start <= silencer.target.end && (silencer.resource === undefined || silencer.resource === resource)) return true;
  }
  return false;
}

/**
 * Reads `mulgil ignore=<rule-id>[,<rule-id>…] <reason>` from the text of a comment (without its `#`).
 * @returns the named rules and the reason, or `undefined` when the comment says something else
 */
export function readIgnoreComment(comment: string): { readonly rules: readonly string[]; readonly reason: string } | undefined {
  const match = /^\s*mulgil\s+ignore\s*=\s*(\S+)/.exec(comment);
  if (!match) return undefined;
  const rules = (match[1] ?? '').split(',').filter((id) => id !== '');
  return rules.length === 0 ? undefined : { rules, reason: comment.slice(match[0].length).trim() };
}

/** Reports our own ignore comments that give no reason; the check of each language's `ignore-reason` rule. */
export function reportMissingReasons(silencers: readonly Silencer[], report: (violation: Violation) => void): void {
  for (const { own, reason, at } of silencers) if (own && !reason) report({ at });
}
