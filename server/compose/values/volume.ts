/**
 * The short syntax of volumes: `[VOLUME | PATH:]CONTAINER_PATH[:OPTIONS]`.
 * https://docs.docker.com/reference/compose-file/services/#short-syntax-5
 */
import type { Span } from '../../text/span.ts';
import { parseInterpolation } from './interpolation.ts';

/** A mount, taken apart. Spans count from the start of the text. */
export interface VolumeMount {
  /** `volume` with a source is a named volume, without one an anonymous one. */
  readonly type: 'bind' | 'volume' | 'npipe';
  readonly source?: string;
  readonly sourceSpan?: Span;
  readonly target: string;
  readonly targetSpan: Span;
  /** `ro`, `rw`, `z`, `Z`, `nocopy`, `cached` and others, in order. */
  readonly options: readonly string[];
  readonly optionsSpan?: Span;
  readonly readOnly: boolean;
}

/** Why a text is no mount. */
export type VolumeProblem = 'empty' | 'empty-part' | 'too-many';

/** Takes a mount apart, or says what is wrong with it. Variables may stand in it: what they hold does not count for its parts. */
export function parseVolume(text: string): VolumeMount | { readonly problem: VolumeProblem; readonly span: Span } {
  if (text === '') return { problem: 'empty', span: { start: 0, end: text.length } };
  const parts = divide(text);
  const empty = parts.find(({ start, end }) => start === end);
  if (empty) return { problem: 'empty-part', span: { start: 0, end: text.length } };
  if (parts.length > 3) return { problem: 'too-many', span: { start: 0, end: text.length } };
  const [first, second, third] = parts;
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  if (!first) return { problem: 'empty', span: { start: 0, end: text.length } };
  if (!second) return { type: 'volume', target: cut(first), targetSpan: first, options: [], readOnly: false };
  // Two parts may be a path in the container and its options.
  const isTarget = !third && !looksLikePath(cut(second)) && isOptions(cut(second)) && looksLikePath(cut(first));
  const [sourceSpan, targetSpan, optionsSpan] = isTarget ? [undefined, first, second] : [first, second, third];
  const source = sourceSpan && cut(sourceSpan);
  const options = optionsSpan ? cut(optionsSpan).split(',') : [];
  return {
    type: source === undefined ? 'volume' : typeOf(source),
    ...(sourceSpan && source !== undefined && { source, sourceSpan }),
    target: cut(targetSpan),
    targetSpan,
    options,
    ...(optionsSpan && { optionsSpan }),
    readOnly: options.includes('ro'),
  };
}

function typeOf(source: string): VolumeMount['type'] {
  if (source.startsWith('\\\\.\\pipe\\') || source.startsWith('//./pipe/')) return 'npipe';
  return /^(?:[./~]|[A-Za-z]:[\\/]|\\\\|\$)/.test(source) ? 'bind' : 'volume';
}

function looksLikePath(text: string): boolean {
  return /^(?:[./~$\\]|[A-Za-z]:)/.test(text);
}

const knownOptions =
  /^(?:ro|rw|z|Z|nocopy|copy|cached|delegated|consistent|rprivate|private|rshared|shared|rslave|slave|volume-nocopy|volume-subpath=.*)$/;

function isOptions(text: string): boolean {
  return text.split(',').every((option) => knownOptions.test(option));
}

/** The parts between colons, past those of drive letters (`C:\data`) and in variables (`${DIR:-.}`). */
function divide(text: string): readonly Span[] {
  const variables = new Map(
    parseInterpolation(text).pieces.flatMap(({ kind, span }) => (kind === 'variable' ? [[span.start, span.end]] : [])),
  );
  const parts: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const end = variables.get(at);
    if (end !== undefined) at = end - 1;
    else if (text[at] === ':' && !isDrive(text, start, at)) {
      parts.push({ start, end: at });
      start = at + 1;
    }
  }
  return [...parts, { start, end: text.length }];
}

function isDrive(text: string, start: number, at: number): boolean {
  return at === start + 1 && /[A-Za-z]/.test(text[start] ?? '') && /[\\/]/.test(text[at + 1] ?? '');
}
