import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Span } from '../text/span.ts';
import type { DockerfileModel } from './model.ts';

/** What can be folded: stages, instructions of several lines, heredocs, and comments of several lines. */
export function folding(model: DockerfileModel): readonly FoldingRange[] {
  const ranges = new Map<string, FoldingRange>();
  const add = ({ start, end }: Span, kind?: FoldingRangeKind): void => {
    const startLine = model.document.positionAt(start).line;
    const last = model.document.positionAt(end);
    // A span that ends at the start of a line does not hold that line.
    const endLine = last.character === 0 && end > start ? last.line - 1 : last.line;
    const key = `${startLine}-${endLine}`;
    if (endLine > startLine && !ranges.has(key)) ranges.set(key, { startLine, endLine, ...(kind ? { kind } : {}) });
  };
  for (const { from, instructions } of model.stages)
    add({ start: from.span.start, end: instructions.at(-1)?.span.end ?? from.span.end }, FoldingRangeKind.Region);
  // A heredoc folds with its instruction.
  for (const { span } of model.instructions) add(span);
  for (const block of commentBlocks(model)) add(block, FoldingRangeKind.Comment);
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Comments on lines right below one another. */
function commentBlocks({ document, comments }: DockerfileModel): readonly Span[] {
  const blocks: { start: number; end: number }[] = [];
  let lastLine = -2;
  for (const { span } of [...comments].sort((a, b) => a.span.start - b.span.start)) {
    const { line } = document.positionAt(span.start);
    const block = blocks.at(-1);
    if (block && line === lastLine + 1) block.end = span.end;
    else blocks.push({ ...span });
    lastLine = line;
  }
  return blocks;
}
