import type { Violation } from '../../rule.ts';

/** The rules that share one walk over a manifest. */
export type WalkedRule =
  | 'known-fields'
  | 'field-types'
  | 'required-fields'
  | 'allowed-values'
  | 'value-formats'
  | 'field-combinations'
  | 'unique-entries'
  | 'mounts-have-volumes';

/** A mistake that the walk found. */
export interface Problem extends Violation {
  readonly rule: WalkedRule;
  /** The mistake counts in whole manifests only: in a patch what is missing stands elsewhere. */
  readonly whole?: boolean;
}
