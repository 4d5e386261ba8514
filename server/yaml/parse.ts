import { Composer, isNode, Parser, type CST, type Document, type Node, type Pair, type ParsedNode } from 'yaml';
import { changesSince, type Piecewise } from '../memory.ts';
import { detached } from '../text/detached.ts';
import { differenceOf } from '../text/difference.ts';
import { moveSpan, type Span } from '../text/span.ts';
import { isFlowTooDeep, isTooDeep } from './depth.ts';
import { maskTemplates, templateExpressions } from './mask.ts';
import type { Section } from './outline.ts';
import { parsePiecewise, type Pieces } from './piecewise.ts';
import { joinUnderindented, realErrors } from './relax.ts';
import { documentEdited, splitDocuments } from './split.ts';
import { isLiteral } from './template.ts';

/** One document of a YAML file. Its nodes' ranges count from `span.start`; {@link spanOfNode} gives them in the file. */
export interface YamlDocument {
  readonly span: Span;
  readonly source: ParsedYaml;
}

/** What a document's text parses to. It does not know where the document stands, so it survives edits of its neighbours. */
export interface ParsedYaml {
  readonly text: string;
  readonly ast: Document.Parsed;
  /** Whether template expressions (`{{ … }}`) make the text another one before anybody reads it as YAML: then values are not what they seem. */
  readonly templated: boolean;
}

/** A parsed YAML file. Its pieces are what its documents parse to. */
export interface YamlFile extends Piecewise<ParsedYaml> {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
}

/** Longest document that is parsed, in characters; a larger one counts as empty, as does one nested too deeply. */
export const documentLimit = 5_000_000;

/**
 * Parses a YAML file, document by document. Never throws.
 * @param previous an earlier version of the file: documents whose text did not change are taken over from it
 */
export function parseYamlFile(text: string, previous?: YamlFile): YamlFile {
  return (previous && parseEdited(text, previous)) ?? parseAll(text, previous);
}

/** Parses a file in which one document was edited; `undefined` where that is not certain. */
function parseEdited(text: string, previous: YamlFile): YamlFile | undefined {
  const { documents } = previous;
  const spans = documents.map(({ span }) => span);
  const index = documentEdited(previous.text, spans, text, differenceOf(previous.text, text));
  const edited = index === undefined ? undefined : documents[index];
  if (index === undefined || !edited) return undefined;
  const by = text.length - previous.text.length;
  const span = { start: edited.span.start, end: edited.span.end + by };
  const source = parseText(detached(text.slice(span.start, span.end)), edited.source);
  const below = documents.slice(index + 1).map((document) => ({ span: moveSpan(document.span, by), source: document.source }));
  const all = [...documents.slice(0, index), { span, source }, ...below];
  const without = (file: readonly YamlDocument[], piece: ParsedYaml): ParsedYaml[] =>
    file.some((document) => document.source === piece) ? [] : [piece];
  return {
    text,
    documents: all,
    token: {},
    pieces: all.map((document) => document.source),
    since: { token: previous.token, fresh: without(documents, source), gone: without(all, edited.source) },
  };
}

function parseAll(text: string, previous: YamlFile | undefined): YamlFile {
  const known = new Map(previous?.documents.map(({ source }) => [source.text, source]));
  const before = previous?.documents.length === 1 ? previous.documents[0]?.source : undefined;
  const documents = splitDocuments(text).map((span): YamlDocument => {
    const piece = text.slice(span.start, span.end);
    const source = known.get(piece) ?? parseText(detached(piece), before);
    known.set(source.text, source); // the same document again need not be parsed again
    return { span, source };
  });
  const pieces = documents.map(({ source }) => source);
  return { text, documents, token: {}, pieces, since: previous && changesSince(previous, pieces) };
}

/** From this length on, in characters, a document is parsed entry by entry when it is seen for the first time; while it is edited, any. */
const piecewiseFrom = 4_000;

/** What the entries of documents parse to. */
const piecesOf = new WeakMap<ParsedYaml, Pieces>();

/** Into what a document was divided to be parsed, if it was. */
export function outlineOf(source: ParsedYaml): readonly Section[] | undefined {
  return piecesOf.get(source)?.sections;
}

/** @param before the document before it was edited */
function parseText(text: string, before: ParsedYaml | undefined): ParsedYaml {
  if (text.length > documentLimit) return { text, templated: false, ast: parseSafely('') };
  if (before?.text === text) return before;
  const isShort = text.length < piecewiseFrom;
  const assembled =
    (isShort && !before) || templateExpressions(text).length > 0
      ? undefined
      : parsePiecewise(text, before && piecesOf.get(before), parseRelaxed, isShort);
  if (assembled) {
    const source: ParsedYaml = { text, templated: false, ast: assembled.ast };
    piecesOf.set(source, assembled.pieces);
    return source;
  }
  const ast = parseRelaxed(text);
  const expressions = templateExpressions(text);
  if (isLiteral(text, ast, expressions)) return { text, templated: false, ast };
  return { text, templated: true, ast: parseRelaxed(maskTemplates(text, expressions)) };
}

/**
 * How often lines are joined: after each time the parser may see the next place where it is stricter than kubectl. In a text that is
 * long, or full of mistakes, it is done less often, since each time the whole text is parsed again.
 */
const roundLimit = 10;
const roundLength = 2_000_000;

/** So many mistakes are looked at: only the first is told, and a broken megabyte has hundreds of thousands. */
const mistakeLimit = 1_000;

/** Parses a text as kubectl and Compose do, which mind the indentation of continued lines less than the parser. */
function parseRelaxed(text: string): Document.Parsed {
  const ast = parseSafely(text);
  let relaxed = text;
  let again = ast;
  const rounds = ast.errors.length > mistakeLimit ? 0 : Math.min(roundLimit, roundLength / text.length);
  for (let round = 0; realErrors(relaxed, again).length > 0; round++) {
    const joined = round < rounds ? joinUnderindented(relaxed, again) : undefined;
    if (joined === undefined) return ast;
    relaxed = joined;
    again = parseSafely(relaxed);
  }
  return again;
}

function parseSafely(text: string): Document.Parsed {
  // A broken file gives errors by the hundred thousand, and nobody asks where in the parser they came up.
  const errors = Error as { stackTraceLimit?: number | undefined };
  const traces = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    if (isFlowTooDeep(text)) return compose([], text.length);
    const tokens = tokensOf(text);
    return compose(tokens.some((token) => isTooDeep(token)) ? [] : tokens, text.length);
  } catch {
    // A failure of the parser is none of the author's: the document counts as empty.
    return compose([], text.length);
  } finally {
    errors.stackTraceLimit = traces;
  }
}

/** The tokens of a text, as far as it is not broken beyond repair. */
function tokensOf(text: string): readonly CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let mistakes = 0;
  for (const token of parser.parse(text)) {
    tokens.push(token);
    if (token.type === 'error' && ++mistakes > mistakeLimit) break;
  }
  return [...tokens, ...parser.end()];
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // Duplicate keys are looked for elsewhere: the parser takes quadratic time over them.
  const composer = new Composer<ParsedNode>({ uniqueKeys: false, keepSourceTokens: false, logLevel: 'silent' });
  for (const document of composer.compose(tokens, true, length)) return document;
  throw new Error('a composer that is forced to makes a document');
}

const onTheirOwn = new WeakMap<ParsedYaml, YamlDocument>();

/** A document as if it were all of its file: what is found in it holds wherever it moves. For the same text the same object. */
export function onItsOwn(source: ParsedYaml): YamlDocument {
  let document = onTheirOwn.get(source);
  if (!document) onTheirOwn.set(source, (document = { source, span: { start: 0, end: source.text.length } }));
  return document;
}

/** The document that an offset of the file lies in; at the border of two the later one, whose first line it is. */
export function documentAt({ documents }: YamlFile, offset: number): YamlDocument | undefined {
  return documents.findLast(({ span }) => span.start <= offset && offset <= span.end);
}

/** Where a node stands in the file; without the white space after it. */
export function spanOfNode(document: YamlDocument, node: Node): Span | undefined {
  const range = node.range;
  return range ? { start: document.span.start + range[0], end: document.span.start + range[1] } : undefined;
}

/** Where a pair's key stands in the file. */
export function spanOfKey(document: YamlDocument, { key }: Pair): Span | undefined {
  return isNode(key) ? spanOfNode(document, key) : undefined;
}
