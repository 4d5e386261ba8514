import type { EntryKind, Locale } from '../../../../server/protocol.ts';
import { kindNames } from '../words.ts';
import { speak, type Say } from './say.ts';

/** What everything on the page is drawn with. */
export interface Style {
  readonly locale: Locale;
  readonly say: Say;
  readonly hasTerminal: boolean;
  /** Ids of the favourites, and what is ticked off. */
  readonly favourites: Set<string>;
  readonly done: Set<string>;
  /** What a kind is called: all of it, or one. */
  kindName(kind: EntryKind, how: 'all' | 'one'): string;
}

/** Makes a style. */
export function createStyle({
  locale,
  hasTerminal,
  favourites,
  done,
}: Pick<Style, 'locale' | 'hasTerminal' | 'favourites' | 'done'>): Style {
  return { locale, say: speak(locale), hasTerminal, favourites, done, kindName: (kind, how) => kindNames[kind][how][locale] };
}
