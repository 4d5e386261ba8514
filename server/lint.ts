import { describe } from './describe.ts';
import type { Language } from './language.ts';
import { fill, type Locale } from './locale.ts';
import type { Fix, Model, Related, Rule, RuleOptions, Severity, Violation } from './rule.ts';
import type { Settings } from './settings.ts';
import { silence } from './silence.ts';
import { inLine } from './text/harmless.ts';
import type { Span } from './text/span.ts';
import type { Place } from './workspace.ts';

/** A rule's objection to a place in a file. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  readonly equivalents: readonly string[];
  readonly resource: string | undefined;
  /** Id of a note on this very case, if the library has one with it. */
  readonly note?: string | undefined;
  readonly related: readonly Related[];
  message(locale: Locale): string;
  /** The remedy, made anew at each call; `undefined` when there is no mechanical one or making it failed. */
  fix(): Fix | undefined;
}

/** The findings that count, and those that a comment, an annotation or a configuration silenced. Both ordered by position. */
export interface LintResult {
  readonly findings: readonly Finding[];
  readonly silenced: readonly Finding[];
}

/** Receives what went wrong inside Mulgil; never a file's mistake. */
export type Log = (message: string) => void;

/** Runs every rule that the settings turn on. A rule that throws is logged and left out; the others go on. */
export function lint(language: Language, model: Model, settings: Settings, place: Place, log: Log): LintResult {
  const found: Finding[] = [];
  for (const rule of language.rules) {
    const use = settings.use(rule);
    if (use === 'off') continue;
    try {
      for (const finding of check(rule, use, model, place, log)) found.push(finding);
    } catch (error) {
      log(`rule ${rule.id} failed on ${model.document.uri}: ${describe(error)}`);
    }
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const isSilenced = silence(guarded(() => language.silencers(model), [], `ignore comments of ${model.document.uri}`, log));
  const quiet = (finding: Finding): boolean =>
    settings.ignoresEquivalents(finding.equivalents) ||
    isSilenced({ ruleId: finding.rule.id, equivalents: finding.equivalents, span: finding.span, resource: finding.resource });
  const result: { readonly findings: Finding[]; readonly silenced: Finding[] } = { findings: [], silenced: [] };
  for (const finding of found) (quiet(finding) ? result.silenced : result.findings).push(finding);
  return result;
}

function check(
  rule: Rule,
  use: { readonly severity: Severity; readonly options: RuleOptions },
  model: Model,
  place: Place,
  log: Log,
): Finding[] {
  const findings: Finding[] = [];
  rule.check(
    model,
    (violation) => {
      const variant = violation.variant === undefined ? undefined : rule.variants?.[violation.variant];
      findings.push({
        rule,
        severity: use.severity,
        span: violation.at,
        equivalents: violation.equivalents ?? variant?.equivalents ?? rule.equivalents,
        resource: violation.resource,
        note: violation.note,
        related: violation.related ?? [],
        message: (locale) => fill((variant ?? rule.message)[locale], shown(violation.data)),
        fix: () => guarded(() => violation.fix?.(), undefined, `fix of ${rule.id}`, log),
      });
    },
    { options: use.options, ...place },
  );
  return findings;
}

/** What a file says, as it can stand in a sentence. */
function shown(data: Violation['data'] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, inLine(value)]));
}

/** Runs a function; if it throws, logs and returns the fallback. */
export function guarded<T>(run: () => T, fallback: T, what: string, log: Log): T {
  try {
    return run();
  } catch (error) {
    log(`${what} failed: ${describe(error)}`);
    return fallback;
  }
}
