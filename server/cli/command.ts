import type { Localized } from '../locale.ts';
import type { Io } from './io.ts';

/** One command of `mulgil`. */
export interface Command {
  /** What `mulgil <command> --help` prints. */
  readonly help: Localized;
  /**
   * Runs the command.
   * @param args what follows the command's name
   * @returns the exit code: 0 all well, 1 there is something to look at
   * @throws UsageError for wrong usage or input that cannot be read, which becomes exit code 2
   */
  run(args: readonly string[], io: Io): Promise<number>;
}
