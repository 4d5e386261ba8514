import type { Violation } from '../../rule.ts';

/** The rules that report what the check of a file finds. */
export type CheckedRule =
  | 'known-keys'
  | 'value-types'
  | 'allowed-values'
  | 'required-keys'
  | 'value-formats'
  | 'valid-interpolation'
  | 'defined-references'
  | 'no-dependency-cycle'
  | 'setting-conflicts';

/** A mistake that the check found. */
export interface Problem extends Violation {
  readonly rule: CheckedRule;
  /** The mistake counts in whole files only: what an override lacks stands in the file that it belongs to. */
  readonly whole?: boolean;
}
