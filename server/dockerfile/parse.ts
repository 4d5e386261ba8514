import { DockerfileParser, type Instruction as AstInstruction, type ParserDirective } from 'dockerfile-ast';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { spanOf, type Span } from '../text/span.ts';
import type { Comment, Directive, DockerfileModel, Flag, Heredoc, Instruction, Word } from './model.ts';
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

/** A piece of a Dockerfile with what it parses to; its spans count from the start of the file in which it was parsed. */
interface Piece extends Span {
  readonly text: string;
  readonly directives: readonly Directive[];
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
  const known = new Map(previous?.escape === escape ? piecesOf.get(previous)?.map((piece) => [piece.text, piece]) : []);
  const pieces = splitInstructions(text, escape).map(({ start, end }): Piece => {
    const written = text.slice(start, end);
    const old = start === 0 ? undefined : known.get(written);
    return old && old.start > 0 ? movePiece(old, start) : parsePiece(written, start, escape);
  });
  const instructions = pieces.flatMap((piece) => piece.instructions);
  const model: DockerfileModel = {
    document,
    text,
    escape,
    directives: pieces[0]?.directives ?? [],
    comments: pieces.flatMap((piece) => piece.comments),
    instructions,
    stages: readStages(instructions),
  };
  piecesOf.set(model, pieces);
  return model;
}

/** The character that continues lines, as the directives at the top of the file say. */
function escapeOf(text: string): string {
  const top = /^(?:[ \t\uFEFF]*#[^\n]*(?:\n|$))*/.exec(text)?.[0] ?? '';
  return DockerfileParser.parse(top).getEscapeCharacter();
}

function parsePiece(written: string, start: number, escape: string): Piece {
  // Only at the top of the file are directives read; a blank line keeps a comment further down from being taken for one.
  const head = start === 0 ? '' : escape === '\\' ? '\n' : `# escape=${escape}\n\n`;
  const text = head + written;
  const document = TextDocument.create('', '', 0, text);
  const ast = DockerfileParser.parse(withoutDescriptors(text));
  const directives = start === 0 ? ast.getDirectives().map((directive) => readDirective(document, directive)) : [];
  // What looks like a directive but has another name is a comment, and so is everything below it.
  const firstComment = directives.findIndex(({ span }) => !knownDirective.test(text.slice(span.start, span.end)));
  const real = firstComment < 0 ? directives : directives.slice(0, firstComment);
  const comments = [
    ...directives.slice(real.length).map(({ span }) => span),
    ...ast.getComments().map((comment) => spanOf(document, comment.getRange())),
  ];
  const instructions = ast
    .getInstructions()
    .map((instruction) => readInstruction(document, text, escape, instruction as AstInstruction & AstExtras));
  const piece: Piece = {
    text: written,
    start: head.length,
    end: text.length,
    directives: real,
    comments: comments.map((span): Comment => ({ span, text: text.slice(span.start + 1, span.end) })),
    instructions,
  };
  return movePiece(piece, start);
}

/** The piece at another place of the file. */
function movePiece(piece: Piece, start: number): Piece {
  const by = start - piece.start;
  if (by === 0) return piece;
  return {
    ...piece,
    start,
    end: piece.end + by,
    comments: piece.comments.map(({ text, span }) => ({ text, span: move(span, by) })),
    instructions: piece.instructions.map((instruction) => moveInstruction(instruction, by)),
  };
}

function moveInstruction(instruction: Instruction, by: number): Instruction {
  return {
    ...instruction,
    span: move(instruction.span, by),
    keywordSpan: move(instruction.keywordSpan, by),
    flags: instruction.flags.map((flag) => ({ ...flag, span: move(flag.span, by) })),
    words: instruction.words.map(({ text, span }) => ({ text, span: move(span, by) })),
    argumentsSpan: instruction.argumentsSpan && move(instruction.argumentsSpan, by),
    heredocs: instruction.heredocs.map((heredoc) => ({ ...heredoc, span: move(heredoc.span, by), body: move(heredoc.body, by) })),
    ...(instruction.trigger ? { trigger: moveInstruction(instruction.trigger, by) } : {}),
  };
}

function move({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
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

function readInstruction(document: TextDocument, text: string, escape: string, ast: AstInstruction & AstExtras): Instruction {
  const heredocs = heredocsOf(ast).map((heredoc): Heredoc => {
    const span = spanOf(document, heredoc.getStartRange());
    const ends = [heredoc.getContentRange(), heredoc.getDelimiterRange()].filter((range) => range !== null);
    const lineAfter = document.offsetAt({ line: heredoc.getStartRange().end.line + 1, character: 0 });
    return {
      name: heredoc.getName(),
      span,
      body: { start: Math.min(lineAfter, text.length), end: Math.max(lineAfter, ...ends.map((range) => document.offsetAt(range.end))) },
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
      const span = spanOf(document, argument.getRange());
      return { text: text.slice(span.start, span.end), span };
    })
    .filter(({ span }) => !inBody(span));
  const first = words[0];
  const last = words.at(-1);
  const keyword = ast.getKeyword();
  const trigger = ast.getTriggerInstruction?.();
  return {
    keyword,
    span: spanOf(document, ast.getRange()),
    keywordSpan: spanOf(document, ast.getInstructionRange()),
    flags: (ast.getFlags?.() ?? []).map((flag): Flag => ({
      name: flag.getName(),
      value: flag.getValue() ?? undefined,
      span: spanOf(document, flag.getRange()),
    })),
    words,
    argumentsSpan: first && last && { start: first.span.start, end: last.span.end },
    execForm: readExecForm(keyword, words, text, escape),
    heredocs,
    ...(trigger ? { trigger: readInstruction(document, text, escape, trigger as AstInstruction & AstExtras) } : {}),
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
