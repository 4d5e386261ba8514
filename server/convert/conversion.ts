import { fill, type Locale, type Localized } from '../locale.ts';

/** What a conversion gives. */
export interface Conversion {
  readonly files: readonly ConvertedFile[];
  /** What was left out, changed, or needs a decision. */
  readonly remarks: readonly Remark[];
}

/** A file that a conversion makes. */
export interface ConvertedFile {
  /** A name, or a path with `/`, from the folder that the user chooses. */
  readonly path: string;
  readonly text: string;
}

/** Something that whoever converts must know. */
export interface Remark {
  /**
   * `lost`: what the source says has no place in the target. `changed`: it is said in another way, with a difference that matters.
   * `decide`: something stands there only so that it can be applied, and a person must put the right thing.
   */
  readonly kind: 'lost' | 'changed' | 'decide';
  /** The service or other part that it is about: `services.web`. */
  readonly part: string;
  /** The key that it is about: `depends_on`. */
  readonly key: string;
  /** Plain text with `code` in back-ticks. */
  readonly text: string;
}

/** Collects remarks in one language. A remark is made once, however often its reason occurs. */
export interface Remarks {
  readonly all: readonly Remark[];
  add(kind: Remark['kind'], part: string, key: string, text: Localized, values?: Readonly<Record<string, string>>): void;
}

export function createRemarks(locale: Locale): Remarks {
  const all: Remark[] = [];
  const known = new Set<string>();
  return {
    all,
    add: (kind, part, key, text, values = {}) => {
      const remark = { kind, part, key, text: fill(text[locale], values) };
      const id = JSON.stringify(remark);
      if (known.has(id)) return;
      known.add(id);
      all.push(remark);
    },
  };
}
