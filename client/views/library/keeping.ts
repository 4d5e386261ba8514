import type { Memento } from 'vscode';

/** What the user marked, used and ticked off; VS Code keeps it from one session to the next. */
export interface Keeping {
  favourites(): readonly string[];
  recent(): readonly string[];
  done(): readonly string[];
  favour(id: string, on: boolean): Promise<void>;
  tick(item: string, on: boolean): Promise<void>;
  /** Remembers that an entry was used. */
  used(id: string): Promise<void>;
}

/** The extension's own store. */
export type Store = Memento & { setKeysForSync(keys: readonly string[]): void };

const keys = { favourites: 'mulgil.library.favourites', recent: 'mulgil.library.recent', done: 'mulgil.library.done' } as const;

/** As many entries as are kept; of those used, as many as help. */
const limits = { favourites: 200, recent: 8, done: 1000 } as const;

/** Opens what is kept. What was marked and ticked off follows the user to other machines; what was used last does not. */
export function openKeeping(store: Store): Keeping {
  store.setKeysForSync([keys.favourites, keys.done]);
  const read = (what: keyof typeof keys): readonly string[] => {
    const value = store.get<unknown>(keys[what]);
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  };
  const change = async (what: keyof typeof keys, id: string, on: boolean): Promise<void> => {
    const others = read(what).filter((other) => other !== id);
    await store.update(keys[what], on ? [id, ...others].slice(0, limits[what]) : others);
  };
  return {
    favourites: () => read('favourites'),
    recent: () => read('recent'),
    done: () => read('done'),
    favour: (id, on) => change('favourites', id, on),
    tick: (item, on) => change('done', item, on),
    used: (id) => change('recent', id, true),
  };
}
