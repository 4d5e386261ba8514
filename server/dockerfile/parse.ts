import { DockerfileParser, type Instruction as AstInstruction, type ParserDirective } from 'dockerfile-ast';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { spanOf, type Span } from '../text/span.ts';
import { readStages } from './stages.ts';
import type { Comment, Directive, DockerfileModel, Flag, Heredoc, Instruction, Word } from './model.ts';

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

/** Parses a Dockerfile with dockerfile-ast into spans of the document. Anything parses: what is no instruction keeps its own keyword. */
export function parse(document: TextDocument): DockerfileModel {
  const text = document.getText();
  const ast = DockerfileParser.parse(withoutDescriptors(text));
  const escape = ast.getEscapeCharacter();
  const directives = ast.getDirectives().map((directive) => readDirective(document, directive));
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
  return {
    document,
    text,
    escape,
    directives: real,
    comments: comments.map((span): Comment => ({ span, text: text.slice(span.start + 1, span.end) })),
    instructions,
    stages: readStages(instructions),
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
