import { Disposable, TerminalLink, l10n, window } from 'vscode';
import { troubleMatcher, type TroubleMatch } from '../server/protocol.ts';
import type { Library } from './library.ts';
import type { Notes } from './views/note/panel.ts';

/** A stretch of a terminal's line that leads to an entry of troubleshooting. */
class TroubleLink extends TerminalLink {
  readonly id: string;

  constructor({ id, start, text }: TroubleMatch) {
    super(start, text.length, l10n.t('What this means and what helps'));
    this.id = id;
  }
}

/** Makes states and errors in terminals (`CrashLoopBackOff`, `exit code 137`) lead to what is known of them. */
export function linkTerminals(library: Library, notes: Notes): Disposable {
  let matcher: Promise<(line: string) => readonly TroubleMatch[]> | undefined;
  const load = (): Promise<(line: string) => readonly TroubleMatch[]> =>
    library.troubles().then(troubleMatcher, () => {
      matcher = undefined; // the server may be there for the next line
      return () => [];
    });
  return Disposable.from(
    library.onDidChange(() => (matcher = undefined)),
    window.registerTerminalLinkProvider({
      provideTerminalLinks: async ({ line }) => (await (matcher ??= load()))(line).map((match) => new TroubleLink(match)),
      handleTerminalLink: ({ id }: TroubleLink) => notes.show(id, { preserveFocus: true }),
    }),
  );
}
