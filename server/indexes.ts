import type { Language, LanguageId, LanguageIndex } from './language.ts';
import type { Analysis } from './service.ts';
import { baseName } from './text/path.ts';
import { compileGlob } from './text/glob.ts';
import type { Indexes } from './workspace.ts';

/** The indexes of one workspace, kept by whoever sees its files come and go. */
export interface MutableIndexes extends Indexes {
  complete: boolean;
  /** The index of each language that has one. */
  readonly all: ReadonlyMap<LanguageId, LanguageIndex>;
  /** Whether any index wants to know of a file with this path. */
  wants(path: string): boolean;
  /**
   * Takes over a file's present form in every index; without an analysis the file is gone, or none of ours.
   * Answers whether other files may see the difference.
   */
  update(path: string, analysis: Analysis | undefined): boolean;
}

/** Makes empty indexes for the languages that have one. */
export function createIndexes(languages: readonly Language[]): MutableIndexes {
  const indexes = new Map<LanguageId, LanguageIndex>();
  for (const { id, createIndex } of languages) {
    const index = createIndex?.();
    if (index) indexes.set(id, index);
  }
  const globs = [...new Set(languages.flatMap((language) => language.indexes ?? []))].map((glob) => compileGlob(glob));
  return {
    complete: false,
    all: indexes,
    get: (language) => indexes.get(language as LanguageId),
    wants: (path) => globs.some((matches) => matches(baseName(path))),
    update: (path, analysis) => {
      let changed = false;
      for (const [id, index] of indexes) changed = index.update(path, analysis?.language.id === id ? analysis.model : undefined) || changed;
      return changed;
    },
  };
}
