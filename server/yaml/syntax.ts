import type { YAMLError } from 'yaml';
import type { Span } from '../text/span.ts';
import { danglingAliases } from './alias.ts';
import type { ParsedYaml } from './parse.ts';
import { realErrors } from './relax.ts';
import { explain } from './syntax-kinds.ts';
import { tabProblem } from './tabs.ts';

/** What is wrong with a document's syntax; each kind has its own explanation. */
export type SyntaxKind =
  | 'tab'
  | 'indentation'
  | 'deeper'
  | 'nested-colon'
  | 'missing-colon'
  | 'missing-space'
  | 'list-among-keys'
  | 'list-on-key-line'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'text-after'
  | 'stray-bracket'
  | 'comma'
  | 'reserved'
  | 'block-header'
  | 'escape'
  | 'alias'
  | 'anchor-or-tag'
  | 'directive'
  | 'document-start'
  | 'control-character'
  | 'other';

/** A mistake in the syntax of one document; positions count from the document's start. */
export interface SyntaxProblem {
  readonly kind: SyntaxKind;
  readonly span: Span;
  /** What the explanation names: a character, an anchor. */
  readonly detail?: string;
}

const known = new WeakMap<ParsedYaml, { readonly problem: SyntaxProblem | undefined }>();

/**
 * The first mistake that makes kubectl and Compose refuse the document; what follows it is mostly its consequence.
 * Nothing in templated documents, whose text is not what will be read.
 */
export function syntaxProblem(source: ParsedYaml): SyntaxProblem | undefined {
  const remembered = known.get(source);
  if (remembered) return remembered.problem;
  const problem = source.templated ? undefined : find(source);
  known.set(source, { problem });
  return problem;
}

function find(source: ParsedYaml): SyntaxProblem | undefined {
  const { text, ast } = source;
  if (/\r(?!\n)/.test(text)) return undefined; // such line breaks count for kubectl, not for the parser
  const [error] = [...realErrors(text, ast)].sort((a, b) => a.pos[0] - b.pos[0] || a.pos[1] - b.pos[1]);
  const problems = [error && fromError(source, error), tabProblem(text, ast), controlCharacter(text), danglingAlias(source)];
  return problems.filter((problem) => problem !== undefined).sort((a, b) => a.span.start - b.span.start)[0];
}

function fromError(source: ParsedYaml, error: YAMLError): SyntaxProblem {
  const problem = explain(source, error);
  const { start } = problem.span;
  const end = Math.min(problem.span.end, source.text.length); // an error at the end of the text spans a character that is not there
  // An error at the end of a line has nothing to show: it takes the last word before it.
  return { ...problem, span: start < end ? { start, end } : wordBefore(source.text, start) };
}

function wordBefore(text: string, offset: number): Span {
  let end = Math.min(offset, text.length);
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  let start = end;
  while (start > 0 && !/\s/.test(text[start - 1] ?? '')) start--;
  return start < end ? { start, end } : { start: 0, end: Math.min(1, text.length) };
}

function controlCharacter(text: string): SyntaxProblem | undefined {
  const found = /[\0-\x08\x0B\x0C\x0E-\x1F]/.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { kind: 'control-character', span: { start: found.index, end: found.index + 1 }, detail: `U+${code}` };
}

function danglingAlias(source: ParsedYaml): SyntaxProblem | undefined {
  const alias = danglingAliases(source)[0];
  if (!alias?.range) return undefined;
  return { kind: 'alias', span: { start: alias.range[0], end: alias.range[1] }, detail: alias.source };
}
