import { DockerfileParser, type Instruction as AstInstruction, type ParserDirective } from 'dockerfile-ast';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { changesSince } from '../memory.ts';
import { moveSpan, spanOf, type Span } from '../text/span.ts';
import type { Comment, Directive, DockerfileModel, Flag, Heredoc, Instruction, Word } from './model.ts';
import { moveInstruction } from './origin.ts';
import { splitInstructions } from './split.ts';
import { readStages } from './stages/read.ts';

/** The accessors that dockerfile-ast hides, or gives to some instructions only. */
interface AstExtras {
  getFlags?(): readonly { getRange(): Range; getName(): string; getValue(): string | null }[];
  getHeredocs(): readonly {
    getName(): string;
    getStartRange(): Range;
    getContentRange(): Range | null;
    getDelimiterRange(): Range | null;
  }[];
  getTriggerInstruction?(): AstInstruction | null;
}

/** Source: docs.docker.com/reference/dockerfile, "Parser directives". */
const knownDirective = /^#\s*(?:syntax|escape|check)\s*=/i;

/** A piece of a Dockerfile where it stands. */
interface Piece extends Span {
  /** The piece as if it were all of its file. For the same text the same object. */
  readonly alone: DockerfileModel;
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
}

/** The pieces of models, for the next version of their documents. */
const piecesOf = new WeakMap<DockerfileModel, readonly Piece[]>();

/**
 * Parses a Dockerfile with dockerfile-ast into spans of the document. Anything parses: what is no instruction keeps its own keyword.
 * Each instruction is parsed by itself, so that an edit costs what it touches.
 * @param previous the model of an earlier version, whose unchanged instructions are taken over
 */
export function parse(document: TextDocument, previous?: DockerfileModel): DockerfileModel {
  const text = document.getText();
  const escape = escapeOf(text);
  const old = previous?.escape === escape ? piecesOf.get(previous) : undefined;
  const known = new Map(old?.map((piece) => [piece.alone.text, piece]));
  const [first] = old ?? [];
  const pieces = splitInstructions(text, escape).map(({ start, end }): Piece => {
    const written = text.slice(start, end);
    const same = known.get(written);
    // Only at the top of the file are directives read.
    if (same && (same === first) === (start === 0)) return pieceAt(same, start);
    const alone = parsePiece(written, start === 0, escape);
    const piece = pieceAt({ alone, start: 0, end: written.length, comments: alone.comments, instructions: alone.instructions }, start);
    if (start > 0) known.set(written, piece);
    return piece;
  });
  const instructions = pieces.flatMap((piece) => piece.instructions);
  const alone = pieces.map((piece) => piece.alone);
  const model: DockerfileModel = {
    document,
    text,
    escape,
    directives: pieces[0]?.alone.directives ?? [],
    comments: pieces.flatMap((piece) => piece.comments),
    instructions,
    stages: readStages(instructions),
    token: {},
    pieces: alone,
    starts: pieces.map(({ start }) => start),
    since: previous && changesSince(previous, alone),
  };
  piecesOf.set(model, pieces);
  return model;
}

/** The character that continues lines, as the directives at the top of the file say. */
function escapeOf(text: string): string {
  const top = /^(?:[ \t\uFEFF]*#[^\n]*(?:\n|$))*/.exec(text)?.[0] ?? '';
  return DockerfileParser.parse(top).getEscapeCharacter();
}

function parsePiece(written: string, isFirst: boolean, escape: string): DockerfileModel {
  // A blank line at the top keeps a comment further down from being taken for a directive.
  const head = isFirst ? '' : escape === '\\' ? '\n' : `# escape=${escape}\n\n`;
  const text = head + written;
  const document = TextDocument.create('', '', 0, text);
  const ast = DockerfileParser.parse(withoutDescriptors(withFewFlags(text)));
  const directives = isFirst ? ast.getDirectives().map((directive) => readDirective(document, directive)) : [];
  // What looks like a directive but has another name is a comment, and so is everything below it.
  const firstComment = directives.findIndex(({ span }) => !knownDirective.test(text.slice(span.start, span.end)));
  const real = firstComment < 0 ? directives : directives.slice(0, firstComment);
  const comments = [
    ...directives.slice(real.length).map(({ span }) => span),
    ...ast.getComments().map((comment) => spanOf(document, comment.getRange())),
  ];
  const by = -head.length;
  const offsetOf = (position: Position): number => document.offsetAt(position) + by;
  const instructions = ast
    .getInstructions()
    .map((instruction) => readInstruction({ text: written, escape, offsetOf }, instruction as AstInstruction & AstExtras));
  return {
    document: TextDocument.create('', 'dockerfile', 0, written),
    text: written,
    escape,
    directives: real,
    comments: comments.map((span): Comment => ({ span: moveSpan(span, by), text: text.slice(span.start + 1, span.end) })),
    instructions,
    stages: readStages(instructions),
    token: {},
    pieces: [],
    starts: [],
    since: undefined,
  };
}

/** The piece at another place of the file. */
function pieceAt(piece: Piece, start: number): Piece {
  if (start === piece.start) return piece;
  return {
    alone: piece.alone,
    start,
    end: start + piece.alone.text.length,
    comments: piece.alone.comments.map(({ text, span }) => ({ text, span: moveSpan(span, start) })),
    instructions: piece.alone.instructions.map((instruction) => moveInstruction(piece.alone, instruction, start)),
  };
}

/**
 * The text, as long as before, with spaces for the file descriptor in `RUN python 3<<EOF`, which dockerfile-ast does not know:
 * it would take the lines of the heredoc for instructions.
 */
function withoutDescriptors(text: string): string {
  if (!/[ \t]\d+<</.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (/^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(line) ? maskDescriptors(line) : line))
    .join('\n');
}

/** More flags than anyone writes: dockerfile-ast takes quadratic time over them. */
const flagLimit = 500;

/** The text, as long as before, with spaces for the flags of its instruction that are too many. */
function withFewFlags(text: string): string {
  const keyword = /^(?:[ \t]*(?:#[^\n]*|\r)?\n)*[ \t]*(?:ONBUILD[ \t]+)?[A-Z]+(?=[ \t]+--)/i.exec(text)?.[0] ?? '';
  const flags = /(?:[ \t]|[\\`][ \t]*\r?\n)+--(?:(?![\\`][ \t]*\r?\n)\S)*/y;
  flags.lastIndex = keyword.length;
  let [from, end] = [0, 0];
  for (let count = 0; keyword !== '' && flags.test(text); count++) {
    end = flags.lastIndex;
    if (count < flagLimit) from = end;
  }
  return from === end
    ? text
    : text.slice(0, from) +
        text.slice(from, end).replaceAll(/--(?:(?![\\`][ \t]*\r?\n)\S)*/g, (flag) => ' '.repeat(flag.length)) +
        text.slice(end);
}

function maskDescriptors(line: string): string {
  return line.replace(/([ \t])(\d+)(?=<<-?["']?[A-Za-z_])/g, (whole, space: string, digits: string, at: number) => {
    const before = line.slice(0, at);
    const quoted = before.split('"').length % 2 === 0 || before.split("'").length % 2 === 0;
    return quoted || before.includes('((') ? whole : space + ' '.repeat(digits.length);
  });
}

function readDirective(document: TextDocument, directive: ParserDirective): Directive {
  return { name: directive.getName().toLowerCase(), value: directive.getValue(), span: spanOf(document, directive.getRange()) };
}

/** dockerfile-ast fails on some instructions without arguments whose continuation lines hold nothing but comments. */
function heredocsOf(ast: AstExtras): ReturnType<AstExtras['getHeredocs']> {
  try {
    return ast.getHeredocs();
  } catch {
    return [];
  }
}

/** ONBUILD may not hold back another one, so that nobody writes more of them than to try it. */
const triggerLimit = 2;

/** What instructions are read from. */
interface Written {
  readonly text: string;
  readonly escape: string;
  offsetOf(position: Position): number;
}

function readInstruction(from: Written, ast: AstInstruction & AstExtras, outer = 0): Instruction {
  const { text, escape, offsetOf } = from;
  const spanOf = ({ start, end }: Range): Span => ({ start: offsetOf(start), end: offsetOf(end) });
  const heredocs = heredocsOf(ast).map((heredoc): Heredoc => {
    const span = spanOf(heredoc.getStartRange());
    const ends = [heredoc.getContentRange(), heredoc.getDelimiterRange()].filter((range) => range !== null);
    const lineAfter = offsetOf({ line: heredoc.getStartRange().end.line + 1, character: 0 });
    return {
      name: heredoc.getName(),
      span,
      body: { start: Math.min(lineAfter, text.length), end: Math.max(lineAfter, ...ends.map((range) => offsetOf(range.end))) },
    };
  });
  // The bodies of one instruction follow one another: what begins between the first start and the last end is inside.
  const bodies: Span = {
    start: heredocs.reduce((first, { body }) => Math.min(first, body.start), Infinity),
    end: heredocs.reduce((last, { body }) => Math.max(last, body.end), 0),
  };
  const inBody = ({ start }: Span): boolean => bodies.start <= start && start < bodies.end;
  const words = ast
    .getArguments()
    .map((argument): Word => {
      const span = spanOf(argument.getRange());
      return { text: text.slice(span.start, span.end), span };
    })
    .filter(({ span }) => !inBody(span));
  const first = words[0];
  const last = words.at(-1);
  const keyword = ast.getKeyword();
  const trigger = outer < triggerLimit ? ast.getTriggerInstruction?.() : undefined;
  return {
    keyword,
    span: spanOf(ast.getRange()),
    keywordSpan: spanOf(ast.getInstructionRange()),
    flags: (ast.getFlags?.() ?? []).map((flag): Flag => ({
      name: flag.getName(),
      value: flag.getValue() ?? undefined,
      span: spanOf(flag.getRange()),
    })),
    words,
    argumentsSpan: first && last && { start: first.span.start, end: last.span.end },
    execForm: readExecForm(keyword, words, text, escape),
    heredocs,
    ...(trigger ? { trigger: readInstruction(from, trigger as AstInstruction & AstExtras, outer + 1) } : {}),
  };
}

function readExecForm(keyword: string, words: readonly Word[], text: string, escape: string): readonly string[] | undefined {
  const from = keyword === 'HEALTHCHECK' && words[0]?.text.toUpperCase() === 'CMD' ? 1 : 0;
  const first = words[from];
  const last = words.at(-1);
  if (!first?.text.startsWith('[') || !last) return undefined;
  return parseExecForm(text.slice(first.span.start, last.span.end), escape);
}

/** The strings of a JSON array as it is written in the file, continuations and all; `undefined` when it is none. */
export function parseExecForm(written: string, escape: string): readonly string[] | undefined {
  return parseStrings(joinLines(written, escape));
}

/** Takes out continuations (escape character at a line's end) and the comment lines between them, as the builder does. */
export function joinLines(text: string, escape: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .filter((line, index) => index === 0 || !line.trimStart().startsWith('#'))
    .map((line) => {
      const trimmed = line.trimEnd();
      return trimmed.endsWith(escape) ? trimmed.slice(0, -1) : line;
    })
    .join('');
}

function parseStrings(json: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
