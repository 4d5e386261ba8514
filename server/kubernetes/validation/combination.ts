import type { Localized } from '../../locale.ts';
import type { Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/** What a check found in one object. */
export interface Clash {
  readonly at: Span;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: () => Fix | undefined;
  /** It counts in whole manifests only: the fields that are missing may stand elsewhere when this is a patch. */
  readonly whole?: boolean;
}

/** Fields that must agree with one another. */
export interface Combination {
  /** Names the message among the variants of the rule. */
  readonly id: string;
  /** The rule that says it, when it is not `field-combinations`. */
  readonly rule?: Problem['rule'];
  /** Types, by group and name, whose objects are checked. */
  readonly on: readonly string[];
  readonly message: Localized;
  check(place: Place): Clash | readonly Clash[] | undefined;
}
