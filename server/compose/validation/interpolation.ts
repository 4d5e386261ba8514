import type { Scalar } from 'yaml';
import type { Span } from '../../text/span.ts';
import { spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { isShared } from '../../yaml/layout.ts';
import { parseInterpolation } from '../values/interpolation.ts';
import type { Problem } from './problem.ts';
import { firstLine, shortened } from './spot.ts';

/** A `$` in a text that Compose cannot make sense of. */
export function interpolationProblem(document: YamlDocument, node: Scalar): Problem | undefined {
  if (typeof node.value !== 'string' || !node.value.includes('$')) return undefined;
  const { error } = parseInterpolation(node.value);
  const whole = spanOfNode(document, node);
  if (!error || !whole) return undefined;
  const within = spanWithin(document, node, error.span);
  const text = node.value.slice(error.span.start, error.span.end);
  return {
    rule: 'valid-interpolation',
    at: within ?? firstLine(document, whole),
    variant: error.kind,
    data: { text: shortened(text) },
    fix: () => {
      if (!within || error.kind === 'unclosed' || isShared(document, node)) return undefined;
      const span = { start: within.start, end: within.start };
      return { title: { ko: '`$$`로 적어 셸에 맡기기', en: 'Write `$$`, for the shell to read' }, edits: [{ span, newText: '$' }] };
    },
  };
}

/** Where a part of a scalar's text stands in the file; `undefined` where escapes or line breaks make it hard to tell. */
export function spanWithin(document: YamlDocument, node: Scalar, part: Span): Span | undefined {
  if (!node.range || typeof node.value !== 'string') return undefined;
  const [start, end] = node.range;
  const source = document.source.text.slice(start, end);
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  if (source.slice(quotes, source.length - quotes) !== node.value) return undefined;
  const offset = document.span.start + start + quotes;
  return { start: offset + part.start, end: offset + part.end };
}
