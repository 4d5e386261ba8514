import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, DocumentLink } from 'vscode-languageserver-types';
import type { Locale } from './locale.ts';
import type { Library } from './notes.ts';
import type { Model, Rule } from './rule.ts';
import type { Silencer } from './silence.ts';
import type { Span } from './text/span.ts';

/** The languages that Mulgil knows. */
export type LanguageId = 'dockerfile' | 'compose' | 'kubernetes';

/** What a feature may look at besides the parsed file. */
export interface FeatureContext {
  readonly locale: Locale;
  readonly library: Library;
}

/** What stands under the cursor: a note, facts about it that come from a schema or the file, or both. */
export interface HoverContent {
  /** The text that the hover explains. */
  readonly span: Span;
  readonly noteId?: string;
  /** The name shown when there is no note. */
  readonly title?: string;
  /** Short facts in Markdown, one a line, already safe to show. */
  readonly facts?: readonly string[];
}

/** What a language can answer. Everything is synchronous and pure: a parsed file in, an answer out. */
export interface Language<M extends Model = Model> {
  readonly id: LanguageId;
  readonly rules: readonly Rule<M>[];
  /** Whether the document is of this language: by language id, by file name, or by its content. */
  recognises(document: TextDocument): boolean;
  /** Parses the document; never throws on its content. `previous` is the model of an earlier version, whose parts may be used again. */
  parse(document: TextDocument, previous?: M): M;
  /** The comments and annotations that silence findings. */
  silencers(model: M): readonly Silencer[];
  hover(model: M, offset: number, context: FeatureContext): HoverContent | undefined;
  complete(model: M, offset: number, context: FeatureContext): readonly CompletionItem[];
  links(model: M): readonly DocumentLink[];
}

/** Declares a language, so that its model's type is known inside and forgotten outside. */
export function defineLanguage<M extends Model>(language: Language<M>): Language {
  return language;
}
