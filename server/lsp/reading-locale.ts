import type { Connection } from 'vscode-languageserver';
import type { Locale } from '../locale.ts';
import { localeChangedNotification } from '../protocol.ts';
import { unheard } from './unheard.ts';

/** The language in which the library is read: the content language, or one that was chosen for reading alone. */
export interface ReadingLocale {
  of(): Locale;
  /** Reads in a language from now on, until the content language changes; the client hears of it. */
  choose(locale: Locale): void;
  /** The content language may have changed: if so, it is read in again, and the client hears of it. */
  renew(): void;
}

/** @param content the content language where no file is concerned */
export function createReadingLocale(connection: Connection, content: () => Locale): ReadingLocale {
  let chosen: Locale | undefined;
  let known: Locale | undefined;
  function readIn(locale: Locale | undefined): void {
    chosen = locale;
    unheard(connection.sendNotification(localeChangedNotification));
  }
  return {
    of: () => chosen ?? content(),
    choose: readIn,
    renew: () => {
      const locale = content();
      // Nobody has been told of another one before the first.
      if (known !== undefined && locale !== known) readIn(undefined);
      known = locale;
    },
  };
}
