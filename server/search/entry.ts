/** What the library holds, in the order in which its sections stand. */
export const entryKinds = [
  'troubleshooting',
  'question',
  'comparison',
  'concept',
  'diagram',
  'command',
  'snippet',
  'checklist',
  'term',
  'reference',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** An entry of the library as it is listed, in one language. */
export interface LibraryEntry {
  readonly kind: EntryKind;
  /** A note's id, or `cheatsheets/<command>`, `snippets/<name>`. It stays the same from one version to the next. */
  readonly id: string;
  readonly title: string;
  /** One line on it; back-ticks mark code. */
  readonly text: string;
  /** Where it belongs, such as the owner of a field or the cheat sheet of a command. */
  readonly place?: string;
  /** Of a command: what is typed, with `<placeholders>`. */
  readonly command?: string;
  readonly options?: readonly { readonly flag: string; readonly text: string }[];
  /** What can be lost. */
  readonly danger?: string;
  /** The official page of a command. */
  readonly docs?: string;
  /** Of a checklist: what to tick off. */
  readonly items?: readonly { readonly id: string; readonly text: string; readonly note: string }[];
}

/** A part of the library that is listed by itself. */
export interface LibrarySection {
  readonly kind: EntryKind;
  /** Tells sections of one kind apart: a cheat sheet's id, or the part of the reference. */
  readonly group: string;
  /** Its name, where the kind alone says too little. */
  readonly title?: string;
  /** What sections stand together under. */
  readonly tool?: string;
  readonly count: number;
}
