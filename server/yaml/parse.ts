import { Composer, isNode, Parser, type CST, type Document, type Node, type Pair, type ParsedNode } from 'yaml';
import { changesSince, type Piecewise } from '../memory.ts';
import type { Span } from '../text/span.ts';
import { isFlowTooDeep, isTooDeep } from './depth.ts';
import { maskTemplates, templateExpressions } from './mask.ts';
import { parsePiecewise, type Pieces } from './piecewise.ts';
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
  const known = new Map(previous?.documents.map(({ source }) => [source.text, source]));
  const documents = splitDocuments(text).map((span): YamlDocument => {
    const piece = text.slice(span.start, span.end);
    const source = known.get(piece) ?? parseText(detached(piece), () => piecesIn(previous));
    known.set(source.text, source); // the same document again need not be parsed again
    return { span, source };
  });
  const pieces = documents.map(({ source }) => source);
  return { text, documents, token: {}, pieces, since: previous && changesSince(previous, pieces) };
}

/** A copy of a text that does not keep the longer text alive it was cut from: a document may outlive many versions of its file. */
function detached(text: string): string {
  return `\n${text}`.slice(1);
}

/** From this length on, in characters, a document is parsed entry by entry: below it, that is not worth the trouble. */
const piecewiseFrom = 4_000;

/** What the entries of long documents parse to. */
const piecesOf = new WeakMap<ParsedYaml, Pieces>();

function piecesIn(file: YamlFile | undefined): Pieces {
  const all = (file?.pieces ?? []).flatMap((source) => piecesOf.get(source) ?? []);
  return all.length === 1 && all[0] ? all[0] : new Map(all.flatMap((pieces) => [...pieces]));
}

function parseText(text: string, known: () => Pieces): ParsedYaml {
  if (text.length > documentLimit) return { text, templated: false, ast: parseSafely('') };
  const assembled =
    text.length < piecewiseFrom || templateExpressions(text).length > 0 ? undefined : parsePiecewise(text, known(), parseRelaxed);
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

/** How often lines are joined: after each time the parser may see the next place where it is stricter than kubectl. */
const roundLimit = 10;

/** Parses a text as kubectl and Compose do, which mind the indentation of continued lines less than the parser. */
function parseRelaxed(text: string): Document.Parsed {
  const ast = parseSafely(text);
  let relaxed = text;
  let again = ast;
  for (let round = 0; realErrors(relaxed, again).length > 0; round++) {
    const joined = round < roundLimit ? joinUnderindented(relaxed, again) : undefined;
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
    const tokens = [...new Parser().parse(text)];
    return compose(tokens.some((token) => isTooDeep(token)) ? [] : tokens, text.length);
  } catch {
    // A failure of the parser is none of the author's: the document counts as empty.
    return compose([], text.length);
  } finally {
    errors.stackTraceLimit = traces;
  }
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
