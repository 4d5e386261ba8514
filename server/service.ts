import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink, Hover, Position } from 'vscode-languageserver-types';
import { renderHover, type HoverStyle } from './hover.ts';
import type { FeatureContext, HoverContent, Language } from './language.ts';
import { guarded, lint, type LintResult, type Log } from './lint.ts';
import type { Locale } from './locale.ts';
import type { Library } from './notes.ts';
import type { Model } from './rule.ts';
import type { Settings } from './settings.ts';
import { sizeLimit } from './size-limit.ts';
import { snapshotOf } from './text/snapshot.ts';
import { rangeOf } from './text/span.ts';
import type { Place } from './workspace.ts';

/** A document with the language that claims it and its parsed form. */
export interface Analysis {
  readonly language: Language;
  readonly model: Model;
}

/** The language services as one. Every door (LSP, command line, API) goes through it; nothing in it throws on a file's content. */
export interface Service {
  readonly library: Library;
  /** The document's language and parsed form; `undefined` when the document is none of ours. Kept until the document changes. */
  analyse(document: TextDocument): Analysis | undefined;
  /** Asks a feature of the document's language; a failure is logged and answered with the fallback, as is a document that is none of ours. */
  ask<T>(document: TextDocument, what: string, fallback: T, feature: (analysis: Analysis) => T): T;
  /** Forgets what is kept of a closed document. */
  forget(uri: string): void;
  lint(document: TextDocument, settings: Settings, place: Place): LintResult;
  hover(document: TextDocument, position: Position, asked: Asked, style: HoverStyle): Hover | undefined;
  /** What there is to say of what stands at a position. */
  about(document: TextDocument, position: Position, asked: Asked): HoverContent | undefined;
  /** The id of the note on what stands at a position. */
  noteAt(document: TextDocument, position: Position, asked: Asked): string | undefined;
  links(document: TextDocument): readonly DocumentLink[];
}

/** In which language something is asked, and where the document lies. */
export interface Asked extends Place {
  readonly locale: Locale;
}

/** What a service is made of. */
export interface ServiceParts {
  readonly languages: readonly Language[];
  readonly library: Library;
  readonly log: Log;
}

/** Puts the languages together. */
export function createService({ languages, library, log }: ServiceParts): Service {
  const kept = new Map<string, { readonly version: number; readonly text: string; readonly analysis: Analysis }>();

  function analyse(document: TextDocument): Analysis | undefined {
    const text = document.getText();
    if (text.length > sizeLimit) return undefined;
    const known = kept.get(document.uri);
    if (known?.version === document.version && known.text === text) return known.analysis;
    const language = languages.find((candidate) =>
      guarded(() => candidate.recognises(document), false, `recognising ${document.uri}`, log),
    );
    if (!language) {
      kept.delete(document.uri);
      return undefined;
    }
    const previous = known?.analysis.language === language ? known.analysis.model : undefined;
    const model = guarded(() => language.parse(snapshotOf(document), previous), undefined, `parsing ${document.uri}`, log);
    if (!model) return undefined;
    const analysis = { language, model };
    kept.set(document.uri, { version: document.version, text, analysis });
    return analysis;
  }

  function ask<T>(document: TextDocument, what: string, fallback: T, feature: (analysis: Analysis) => T): T {
    const analysis = analyse(document);
    return analysis ? guarded(() => feature(analysis), fallback, `${what} in ${document.uri}`, log) : fallback;
  }

  const about = (document: TextDocument, position: Position, asked: Asked): HoverContent | undefined =>
    ask<HoverContent | undefined>(document, 'note', undefined, ({ language, model }) =>
      language.hover(model, document.offsetAt(position), { ...asked, library }),
    );

  return {
    library,
    analyse,
    ask,
    forget: (uri) => void kept.delete(uri),
    lint: (document, settings, place) =>
      ask<LintResult>(document, 'linting', { findings: [], silenced: [] }, ({ language, model }) =>
        lint(language, model, settings, place, log),
      ),
    hover: (document, position, asked, style) =>
      ask<Hover | undefined>(document, 'hover', undefined, ({ language, model }) => {
        const context: FeatureContext = { ...asked, library };
        const content = language.hover(model, document.offsetAt(position), context);
        if (!content) return undefined;
        const contents = renderHover(content, context, style);
        return contents && { contents, range: rangeOf(model.document, content.span) };
      }),
    about,
    noteAt: (document, position, asked) => about(document, position, asked)?.noteId,
    links: (document) => ask<readonly DocumentLink[]>(document, 'links', [], ({ language, model }) => language.links(model)),
  };
}
