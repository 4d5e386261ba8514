import { parseDocument, type Document, type Node, type ParsedNode } from 'yaml';
import type { Span } from '../text/span.ts';
import { maskTemplates, templateExpressions } from './mask.ts';
import { joinUnderindented, realErrors } from './relax.ts';
import { splitDocuments } from './split.ts';
import { isLiteral } from './template.ts';

/** One document of a YAML file. Its nodes' ranges count from `span.start`; {@link spanOfNode} gives them in the file. */
export interface YamlDocument {
  readonly span: Span;
  readonly source: ParsedYaml;
}

/** What a document's text parses to. It does not know where the document stands, so it survives edits of its neighbours. */
export interface ParsedYaml {
  readonly text: string;
  readonly ast: Document.Parsed<ParsedNode>;
  /** Whether template expressions (`{{ … }}`) make the text another one before anybody reads it as YAML: then values are not what they seem. */
  readonly templated: boolean;
}

/** A parsed YAML file. */
export interface YamlFile {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
}

/** Longest document that is parsed, in characters; a larger one counts as empty. */
const documentLimit = 5_000_000;

/**
 * Parses a YAML file, document by document. Never throws.
 * @param previous an earlier version of the file: documents whose text did not change are taken over from it
 */
export function parseYamlFile(text: string, previous?: YamlFile): YamlFile {
  const known = new Map(previous?.documents.map(({ source }) => [source.text, source]));
  return {
    text,
    documents: splitDocuments(text).map((span) => {
      const piece = text.slice(span.start, span.end);
      return { span, source: known.get(piece) ?? parseText(detached(piece)) };
    }),
  };
}

/** A copy of a text that does not keep the longer text alive it was cut from: a document may outlive many versions of its file. */
function detached(text: string): string {
  return `\n${text}`.slice(1);
}

function parseText(text: string): ParsedYaml {
  if (text.length > documentLimit) return { text, templated: false, ast: parseSafely('') };
  const ast = parseRelaxed(text);
  const expressions = templateExpressions(text);
  if (isLiteral(text, ast, expressions)) return { text, templated: false, ast };
  return { text, templated: true, ast: parseRelaxed(maskTemplates(text, expressions)) };
}

/** Parses a text as kubectl and Compose do, which mind the indentation of continued lines less than the parser. */
function parseRelaxed(text: string): Document.Parsed<ParsedNode> {
  const ast = parseSafely(text);
  if (realErrors(text, ast).length === 0) return ast;
  const relaxed = joinUnderindented(text, ast);
  if (relaxed === undefined) return ast;
  const again = parseSafely(relaxed);
  return realErrors(relaxed, again).length === 0 ? again : ast;
}

function parseSafely(text: string): Document.Parsed<ParsedNode> {
  const options = { uniqueKeys: false, keepSourceTokens: false, logLevel: 'silent' } as const;
  try {
    return parseDocument(text, options) as Document.Parsed<ParsedNode>;
  } catch {
    // The parser recurses over nesting: a file nested beyond the stack counts as empty.
    return parseDocument('', options) as Document.Parsed<ParsedNode>;
  }
}

/** Where a node stands in the file; without the white space after it. */
export function spanOfNode(document: YamlDocument, node: Node): Span | undefined {
  const range = node.range;
  return range ? { start: document.span.start + range[0], end: document.span.start + range[1] } : undefined;
}
