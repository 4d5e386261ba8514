import type { FileReport } from '../../lint-workspace.ts';
import type { Locale } from '../../locale.ts';
import type { Severity } from '../../rule.ts';
import type { Style } from '../terminal.ts';

/** What a format makes text from. */
export interface Report {
  /** Every checked file; `silenced` is empty unless the user asked for it. */
  readonly files: readonly FileReport[];
  readonly summary: Summary;
  readonly locale: Locale;
  readonly style: Style;
  /** Whether silenced findings were asked for. */
  readonly silenced: boolean;
}

/** How many files were checked and how many findings count, by severity. */
export interface Summary extends Readonly<Record<Severity, number>> {
  readonly files: number;
}

/** Severities from the gravest to the slightest. */
export const severities = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

/** Counts the findings; silenced ones do not count. */
export function summarise(files: readonly FileReport[]): Summary {
  const count = (severity: Severity): number =>
    files.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0);
  return { files: files.length, error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') };
}

/** Findings that count and, where they were asked for, silenced ones, in the order of the file. */
export function inOrder({
  findings,
  silenced,
}: FileReport): readonly { readonly finding: FileReport['findings'][number]; readonly silenced: boolean }[] {
  const all = [...findings.map((finding) => ({ finding, silenced: false })), ...silenced.map((finding) => ({ finding, silenced: true }))];
  return silenced.length === 0
    ? all
    : all.sort(
        (a, b) =>
          a.finding.range.start.line - b.finding.range.start.line || a.finding.range.start.character - b.finding.range.start.character,
      );
}
