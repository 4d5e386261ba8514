import type {
  CancellationToken,
  CompletionTriggerKind,
  Connection,
  ResponseError,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { HoverStyle } from '../hover.ts';
import type { LintResult } from '../lint.ts';
import type { Locale } from '../locale.ts';
import type { Analysis, Service } from '../service.ts';
import { cacheAtRequest, explainRequest, type CacheAt, type ExplainedFile, type ExplainParams } from '../protocol.ts';
import type { ComposeModel } from '../compose/model.ts';
import { codeActions } from './code-actions.ts';
import { conversionActions } from './convert.ts';
import { explainDocument } from './explain.ts';
import type { Located } from './folders.ts';
import { toCacheAt, toCodeLens } from './lenses.ts';
import { definitions, highlights, references, rename, renameRange } from './navigation.ts';
import { readable, withoutSnippets } from './plain-items.ts';
import type { SharedFeature } from './preferences.ts';

/** Wraps a handler: waits its turn, answers a cancelled request as cancelled, and a missing document or a failure with the fallback. */
export type Fence = <P extends { readonly textDocument: { readonly uri: string } }, R>(
  what: string,
  fallback: R,
  answer: (document: TextDocument, params: P) => R,
) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** What the feature requests work with. */
export interface Features {
  readonly service: Service;
  readonly fenced: Fence;
  localeOf(document: TextDocument): Locale;
  placeOf(document: TextDocument): Located;
  lint(document: TextDocument): LintResult;
  style(): HoverStyle;
  /** Whether a feature is on for the document's language, beside the other extensions that are installed. */
  offers(feature: SharedFeature, analysis: Analysis): boolean;
  /** Whether another extension that is installed serves the document’s language. */
  isServedElsewhere(analysis: Analysis): boolean;
  /** Whether facts are shown above and beside the lines of a file. */
  lenses(): boolean;
  /** Whether the client can make files as part of an edit. */
  createsFiles(): boolean;
  /** Whether the client understands snippets in completions. */
  snippets(): boolean;
}

/** The kind of a completion that a typed character asked for, in the protocol. */
const byCharacter: CompletionTriggerKind = 2;

/** Answers the requests about what stands in a document. */
export function registerFeatures(connection: Connection, features: Features): void {
  const { service, fenced, localeOf, placeOf, lint, style } = features;
  const { library } = service;
  const asked = (document: TextDocument) => ({ locale: localeOf(document), ...placeOf(document) });
  const context = (document: TextDocument) => ({ ...asked(document), library });

  /** Answers from the document's language, if it has the feature and the feature is on. */
  function ask<T>(document: TextDocument, what: string, feature: SharedFeature, answer: (analysis: Analysis) => T): T | undefined {
    return service.ask<T | undefined>(document, what, undefined, (analysis) =>
      features.offers(feature, analysis) ? answer(analysis) : undefined,
    );
  }
  const named = (document: TextDocument, position: Parameters<TextDocument['offsetAt']>[0]) =>
    ask(document, 'names', 'navigation', ({ language, model }) => language.named?.(model, document.offsetAt(position), placeOf(document)));

  const where = (document: TextDocument) => ({ document, addressOf: placeOf(document).addressOf });

  // The others that complete a language show its official texts too.
  const leftOut = (document: TextDocument): Pick<HoverStyle, 'withoutOfficial'> => {
    const analysis = service.analyse(document);
    return { withoutOfficial: analysis !== undefined && features.isServedElsewhere(analysis) };
  };

  connection.onHover(
    fenced(
      'hover',
      null,
      (document, { position }) => service.hover(document, position, asked(document), { ...style(), ...leftOut(document) }) ?? null,
    ),
  );
  connection.onCompletion(
    fenced('completion', null, (document, { position, context: how }) => {
      const trigger = how?.triggerKind === byCharacter ? how.triggerCharacter : undefined;
      const offset = document.offsetAt(position);
      const typing = { ...context(document), ...(trigger === undefined ? {} : { trigger }) };
      const items = ask(document, 'completion', 'completion', ({ language, model }) => language.complete(model, offset, typing)) ?? [];
      const whole = ask(document, 'snippets', 'snippets', ({ language, model }) => language.snippets(model, offset, typing)) ?? [];
      const offered = readable([...items, ...whole]);
      return offered.length === 0 ? null : features.snippets() ? offered : withoutSnippets(offered);
    }),
  );
  connection.onSignatureHelp(
    fenced(
      'signature help',
      null,
      (document, { position }) =>
        ask(document, 'signature help', 'completion', ({ language, model }) =>
          language.signature?.(model, document.offsetAt(position), context(document)),
        ) ?? null,
    ),
  );
  connection.onDocumentLinks(fenced('document links', null, (document) => [...service.links(document)]));
  connection.onCodeAction(
    fenced('code actions', null, (document, { range, context: { only } }) => [
      ...codeActions({
        document,
        findings: lint(document).findings,
        range,
        only,
        locale: localeOf(document),
        library,
        place: placeOf(document),
        createsFiles: features.createsFiles(),
        ...style(),
      }),
      ...(style().commandLinks
        ? service.ask(document, 'conversions', [], ({ language, model }) =>
            language.id === 'compose' ? conversionActions(model as ComposeModel, { range, only, locale: localeOf(document) }) : [],
          )
        : []),
    ]),
  );
  connection.onDefinition(
    fenced('definition', null, (document, { position }) => {
      const entity = named(document, position);
      return entity ? definitions(where(document), entity) : null;
    }),
  );
  connection.onReferences(
    fenced('references', null, (document, { position, context: { includeDeclaration } }) => {
      const entity = named(document, position);
      return entity ? references(where(document), entity, includeDeclaration) : null;
    }),
  );
  connection.onDocumentHighlight(
    fenced('highlights', null, (document, { position }) => {
      const entity = named(document, position);
      return entity ? highlights(document, entity) : null;
    }),
  );
  connection.onPrepareRename(fenced('rename', null, (document, { position }) => renameRange(document, named(document, position))));
  connection.onRenameRequest(
    fenced<Parameters<Parameters<Connection['onRenameRequest']>[0]>[0], ReturnType<typeof rename>>(
      'rename',
      null,
      (document, { position, newName }) => rename(where(document), named(document, position), newName, localeOf(document)),
    ),
  );
  connection.onDocumentSymbol(
    fenced('symbols', null, (document) => {
      const symbols = ask(document, 'symbols', 'navigation', ({ language, model }) => language.symbols?.(model));
      return symbols ? [...symbols] : null;
    }),
  );
  connection.onFoldingRanges(
    fenced('folding', null, (document) => {
      const ranges = ask(document, 'folding', 'navigation', ({ language, model }) => language.folding?.(model));
      return ranges ? [...ranges] : null;
    }),
  );
  connection.onCodeLens(
    fenced('lenses', null, (document) => {
      if (!features.lenses()) return [];
      return service
        .ask(document, 'lenses', [], ({ language, model }) => [...(language.lenses?.(model, context(document)) ?? [])])
        .map((lens) => toCodeLens(lens, document));
    }),
  );
  connection.onRequest(
    cacheAtRequest,
    fenced('cost', null, (document, { position }: TextDocumentPositionParams): CacheAt | null => {
      if (!features.lenses()) return null;
      const fact = service.ask(document, 'cost', undefined, ({ language, model }) =>
        language.cost?.(model, document.offsetAt(position), context(document)),
      );
      return fact ? toCacheAt(fact, document) : null;
    }),
  );
  connection.onRequest(
    explainRequest,
    fenced('explanation', null, (document, _: ExplainParams): ExplainedFile | null =>
      service.ask(document, 'explanation', null, ({ language, model }) => {
        const parts = language.explain?.(model, context(document));
        return parts ? explainDocument(document, parts, lint(document).findings, context(document)) : null;
      }),
    ),
  );
}
