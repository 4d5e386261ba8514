import { LSPErrorCodes, ResponseError, type Connection, type Diagnostic, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../languages.ts';
import type { LintResult, Log } from '../lint.ts';
import type { Service } from '../service.ts';
import { tooLarge } from '../size-limit.ts';
import type { Client } from './client.ts';
import { tellTooLarge, tellTooMany, toDiagnostic, worstOf } from './diagnostics.ts';
import type { Fence } from './features.ts';
import type { Indexing } from './indexing.ts';
import { createOvertaking } from './overtaking.ts';
import type { Preferences } from './preferences.ts';
import { createPushing } from './pushing.ts';
import { turn } from './turn.ts';
import { unheard } from './unheard.ts';

/** What diagnosing works with. */
export interface DiagnosingParts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: Client;
  readonly service: Service;
  readonly preferences: Preferences;
  readonly indexing: Pick<Indexing, 'settle'>;
  readonly fenced: Fence;
  readonly log: Log;
}

/** Tells clients what is wrong in their documents: those that ask when they ask, the others after an edit. */
export interface Diagnosing {
  /** What the rules find in a document, with the settings of its folder. */
  lint(document: TextDocument): LintResult;
  /** Before an answer rests on other files, what was typed in them counts. A client that asks does so again for open files by itself. */
  settle(): void;
  /** A document was edited. */
  edited(document: TextDocument): void;
  closed(document: TextDocument): void;
  /** Diagnostics of everything open are out of date. */
  refresh(): void;
}

/** Answers the requests for diagnostics. */
export function createDiagnosing(parts: DiagnosingParts): Diagnosing {
  const { connection, documents, client, service, preferences, indexing, fenced, log } = parts;
  const pushing = createPushing(connection, diagnose, log);
  const pulled = createOvertaking();
  const pushAll = (): void => documents.all().forEach(pushing.push);

  function settle(): void {
    if (indexing.settle() && !client.pulls()) pushAll();
  }

  function lint(document: TextDocument): LintResult {
    settle();
    const { settings, place } = preferences.of(document.uri);
    return settings.ignores(place.path) ? { findings: [], silenced: [] } : service.lint(document, settings, place);
  }

  function diagnose(document: TextDocument): Diagnostic[] {
    const locale = preferences.localeOf(document.uri);
    const { settings, place } = preferences.of(document.uri);
    const telling = { locale, library: service.library, addressOf: place.addressOf };
    const large = settings.ignores(place.path) ? [] : tooLarge(document, languages);
    const { findings } = lint(document);
    const told = worstOf(findings);
    return [
      ...large.map((one) => tellTooLarge(one, document, locale)),
      ...(told.length < findings.length ? [tellTooMany(findings.length, locale)] : []),
      ...told.map((finding) => toDiagnostic(finding, document, telling)),
    ];
  }

  const answer = fenced('diagnostics', { kind: 'full' as const, items: [] }, (document) => ({
    kind: 'full' as const,
    items: diagnose(document),
  }));
  connection.languages.diagnostics.on(async (params, token) => {
    const isOvertaken = pulled.begin(params.textDocument.uri);
    // Messages are read one a turn: an edit and the request that follows it.
    for (let message = 0; message < 2; message++) await turn();
    if (isOvertaken()) return new ResponseError(LSPErrorCodes.ServerCancelled, 'overtaken by a newer request', { retriggerRequest: false });
    return answer(params, token);
  });

  return {
    lint,
    settle,
    edited: (document) => {
      if (!client.pulls()) pushing.push(document);
    },
    closed: ({ uri }) => {
      pushing.cancel(uri);
      pulled.forget(uri);
      if (!client.pulls()) unheard(connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
    refresh: () => {
      if (!client.pulls()) pushAll();
      else if (client.capabilities().workspace?.diagnostics?.refreshSupport) unheard(connection.languages.diagnostics.refresh());
    },
  };
}
