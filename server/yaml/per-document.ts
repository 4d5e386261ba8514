import { createMemory } from '../memory.ts';
import { moved } from '../moved.ts';
import type { Model, Rule, RuleOptions, Violation } from '../rule.ts';
import type { Span } from '../text/span.ts';
import { onItsOwn, type ParsedYaml, type YamlDocument, type YamlFile } from './parse.ts';
import { syntaxProblem } from './syntax.ts';

/** What a YAML language's model has. */
export interface YamlModel extends Model {
  readonly file: YamlFile;
}

/** A check of one document alone. */
export type DocumentCheck<Options> = (document: YamlDocument, report: (violation: Violation) => void, options: Options) => void;

/**
 * Whether rules may judge a document: it is no template, and it can be read. Otherwise what they see may not be what is meant.
 * Line breaks of old Macintosh files count for kubectl, not for the parser.
 */
export function isCheckable({ source }: YamlDocument): boolean {
  let known = checkable.get(source);
  if (known === undefined) checkable.set(source, (known = canBeChecked(source)));
  return known;
}

const checkable = new WeakMap<ParsedYaml, boolean>();

function canBeChecked(source: ParsedYaml): boolean {
  return !source.templated && !/\r(?!\n)/.test(source.text) && syntaxProblem(source) === undefined;
}

/**
 * Makes a rule's check from one that looks at documents one by one. What it said about a document is remembered until the
 * document's text or the options change, so that a keystroke costs the same in a file of one document and of five hundred.
 * Documents that are not checkable are passed over.
 */
export function perDocument<M extends YamlModel, Options extends RuleOptions>(check: DocumentCheck<Options>): Rule<M, Options>['check'] {
  return remembering(check, isCheckable);
}

/** Like {@link perDocument}, for rules about the syntax itself: they see every document. */
export function perAnyDocument<M extends YamlModel, Options extends RuleOptions>(check: DocumentCheck<Options>): Rule<M, Options>['check'] {
  return remembering(check, () => true);
}

function remembering<M extends YamlModel, Options extends RuleOptions>(
  check: DocumentCheck<Options>,
  applies: (document: YamlDocument) => boolean,
): Rule<M, Options>['check'] {
  const memory = createDocumentMemory<readonly Violation[]>((violations) => violations.length > 0);
  return ({ file }, report, { options }) => {
    const found = memory.recall(file, JSON.stringify(options), (document) => {
      const violations: Violation[] = [];
      if (applies(document)) check(document, (violation) => violations.push(violation), options);
      return violations;
    });
    reportAll(file, found, (violations) => violations, report);
  };
}

/** What something said about the documents of files, kept from one version of a file to the next. */
export interface DocumentMemory<T> {
  /**
   * What is said about the documents of a file, for those of which it is worth keeping. Only documents that are new are asked about;
   * they are looked at as if they stood at the top of their file, so that the answer holds wherever they move.
   * @param key what the answers rest on besides the document: another key forgets them
   */
  recall(file: YamlFile, key: string, ask: (document: YamlDocument) => T): ReadonlyMap<ParsedYaml, T>;
}

/** Makes a memory. @param isWorthKeeping whether an answer says anything at all */
export function createDocumentMemory<T>(isWorthKeeping: (answer: T) => boolean): DocumentMemory<T> {
  const memory = createMemory<ParsedYaml, T>(isWorthKeeping);
  return { recall: (file, key, ask) => memory.recall(file, key, (source) => ask(onItsOwn(source))) };
}

/** Reports what is remembered of the documents of a file, where they stand now. */
export function reportAll<T>(
  file: YamlFile,
  found: ReadonlyMap<ParsedYaml, T>,
  violationsIn: (answer: T) => readonly Violation[],
  report: (violation: Violation) => void,
): void {
  if (found.size === 0) return;
  const spans = spansOf(file);
  for (const [source, answer] of found)
    for (const violation of violationsIn(answer)) for (const { start } of spans.get(source) ?? []) report(moved(violation, start));
}

const knownSpans = new WeakMap<YamlFile, ReadonlyMap<ParsedYaml, readonly Span[]>>();

/** Where the documents of a file stand; two that read the same may be one to the parser. */
export function spansOf(file: YamlFile): ReadonlyMap<ParsedYaml, readonly Span[]> {
  const known = knownSpans.get(file);
  if (known) return known;
  const spans = new Map<ParsedYaml, Span[]>();
  for (const { source, span } of file.documents) {
    const same = spans.get(source);
    if (same) same.push(span);
    else spans.set(source, [span]);
  }
  knownSpans.set(file, spans);
  return spans;
}
