import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, DocumentLink, DocumentSymbol, FoldingRange, Range, SignatureHelp } from 'vscode-languageserver-types';
import type { Drawing } from './drawing/drawing.ts';
import type { Locale, Localized } from './locale.ts';
import type { Library } from './notes.ts';
import type { Model, Rule } from './rule.ts';
import type { Silencer } from './silence.ts';
import type { Span } from './text/span.ts';
import type { Place } from './workspace.ts';

/** The languages that Mulgil knows. */
export type LanguageId = 'dockerfile' | 'compose' | 'kubernetes';

/** What a feature may look at besides the parsed file. */
export interface FeatureContext extends Place {
  readonly locale: Locale;
  readonly library: Library;
  /** The character that was just typed and by itself asks for completion; absent where a person, or a letter, asks. */
  readonly trigger?: string;
}

/** What a picture of a file may look at. */
export interface DrawContext extends FeatureContext {
  /** The address of a file of the workspace; `undefined` where the document lies in none. */
  addressOf(path: string): string | undefined;
  /** Draws everything of the workspace, where the language can, and not only what hangs together with the file. */
  readonly everything?: boolean;
}

/** What stands under the cursor: a note, facts about it that come from a schema or the file, or both. */
export interface HoverContent {
  /** The text that the hover explains. */
  readonly span: Span;
  readonly noteId?: string;
  /** The name shown when there is no note. */
  readonly title?: string;
  /** Short facts in Markdown, already safe to show. */
  readonly facts?: readonly string[];
  /** What the very value or the settings around it come to, one a line, in Markdown already safe to show: it stands above the note. */
  readonly lead?: readonly string[];
  /** What means the same in other languages, one line of Markdown already safe to show: it stands below the facts. */
  readonly counterparts?: string | undefined;
  /** Shows no more of the note than its first paragraph. */
  readonly brief?: boolean;
  /** The official text in English, in Markdown already safe to show: it stands below, where there is no note. */
  readonly official?: string;
  /** Whether that text is not official but stands in a definition of the user's own. */
  readonly isOwn?: boolean;
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
  /** Whole files, stages, services and manifests from the library, where they fit; each item's `data` names its snippet. */
  snippets(model: M, offset: number, context: FeatureContext): readonly CompletionItem[];
  links(model: M): readonly DocumentLink[];
  /** The files of the workspace that rules and lenses may read for a file at this path: those beside it, and those that its text names. */
  related?(path: string, text: string): readonly string[];
  /** The names of such files as globs, so that their changes are noticed. */
  readonly watches?: readonly string[];
  /** The name under the cursor and everywhere it stands; gives definition, references, highlights and rename. */
  named?(model: M, offset: number, place: Place): NamedEntity | undefined;
  symbols?(model: M): readonly DocumentSymbol[];
  folding?(model: M): readonly FoldingRange[];
  signature?(model: M, offset: number, context: FeatureContext): SignatureHelp | undefined;
  lenses?(model: M, context: FeatureContext): readonly Lens[];
  /** What a change of the line at an offset costs at the next build. */
  cost?(model: M, offset: number, context: FeatureContext): CostFact | undefined;
  /** The file explained part by part, from the top. */
  explain?(model: M, context: FeatureContext): readonly ExplainedPart[];
  /** The file as a picture. */
  draw?(model: M, context: DrawContext): Drawing;
  /** Makes an empty index of what files of this language tell each other across a workspace. */
  createIndex?(): LanguageIndex<M>;
  /** The names of the files that belong into the index, as globs. */
  readonly indexes?: readonly string[];
}

/** What files of a language tell each other across a workspace, kept without their texts. */
export interface LanguageIndex<M extends Model = Model> {
  /**
   * Takes over what a file says now; `undefined` when the file is gone or is none of the language's any more.
   * Answers whether that changed anything that other files can see.
   */
  update(path: string, model: M | undefined): boolean;
  /** Names to look for from anywhere in the workspace, those that hold the query (lower case) in them. */
  search?(query: string): readonly IndexedName[];
}

/** A name of the workspace and where it stands. */
export interface IndexedName {
  readonly name: string;
  /** What it is, such as its kind. */
  readonly kind: string;
  readonly path: string;
  readonly range: Range;
}

/** A name and everywhere it stands in the file. */
export interface NamedEntity {
  /** The occurrence under the cursor. */
  readonly at: Span;
  /** In this file. */
  readonly occurrences: readonly Occurrence[];
  /** In other files of the workspace. */
  readonly elsewhere?: readonly OccurrenceElsewhere[];
  /** Why a new name would not do; `undefined` when it would. Absent for names that cannot be changed here. */
  refuse?(newName: string): Localized | undefined;
}

/** One place where a name stands. */
export interface Occurrence {
  readonly span: Span;
  readonly role: 'definition' | 'use';
}

/** One place in another file where a name stands. */
export interface OccurrenceElsewhere {
  /** From the workspace's root. */
  readonly path: string;
  readonly range: Range;
  readonly role: Occurrence['role'];
}

/** A short fact shown above a line. */
export interface Lens {
  readonly span: Span;
  /** Plain text. */
  readonly title: string;
}

/** What a change costs, shown at the end of a line. */
export interface CostFact {
  /** Offset in the line at whose end the fact is shown. */
  readonly at: number;
  /** Plain text. */
  readonly text: string;
  /** Reasons in Markdown, already safe to show. */
  readonly details: readonly string[];
}

/** One part of a file with what explains it. */
export interface ExplainedPart {
  readonly span: Span;
  readonly noteIds: readonly string[];
  /** Facts about this very part in Markdown, already safe to show. */
  readonly facts: readonly string[];
}

/** Declares a language, so that its model's type is known inside and forgotten outside. */
export function defineLanguage<M extends Model>(language: Language<M>): Language {
  return language;
}
