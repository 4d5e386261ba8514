import type { Model, Rule, RuleOptions, Violation } from '../rule.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { ParsedYaml, YamlDocument, YamlFile } from './parse.ts';
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
  const remembered = new WeakMap<ParsedYaml, { readonly key: string; readonly violations: readonly Violation[] }>();
  return ({ file }, report, { options }) => {
    const key = JSON.stringify(options);
    for (const { span, source } of file.documents) {
      let known = remembered.get(source);
      if (known?.key !== key) {
        const violations: Violation[] = [];
        // The document is looked at as if it stood at the top of its file: what is found there holds wherever it moves.
        const document = { source, span: { start: 0, end: source.text.length } };
        if (applies(document)) check(document, (violation) => violations.push(violation), options);
        known = { key, violations };
        remembered.set(source, known);
      }
      for (const violation of known.violations) report(moved(violation, span.start));
    }
  };
}

/** What was found in a document that stood at the top of its file, where the document begins at an offset. */
export function moved(violation: Violation, by: number): Violation {
  const { at, fix, related } = violation;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const movedRelated = related?.map((place) => (place.at ? { ...place, at: move(place.at) } : place));
  const plain = { ...violation, at: move(at), ...(movedRelated ? { related: movedRelated } : {}) };
  if (!fix) return plain;
  const movedFix: NonNullable<Violation['fix']> = () => {
    const made = fix();
    return made && { ...made, edits: made.edits.map(({ span, newText }): TextEdit => ({ span: move(span), newText })) };
  };
  return { ...plain, fix: movedFix };
}
