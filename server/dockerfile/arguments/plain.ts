import type { Span } from '../../text/span.ts';
import type { DockerfileModel } from '../model.ts';
import { readPieces } from '../variables/expansion.ts';

/** A stretch of the file as the builder reads it: quotes, escapes and continuations taken off, variables as they are written. */
export function plain({ text, escape }: DockerfileModel, span: Span): string {
  return readPieces(text, span, { escape })
    .map((piece) => (piece.kind === 'text' ? piece.value : text.slice(piece.span.start, piece.span.end)))
    .join('');
}
