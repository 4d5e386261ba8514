import { openFrame, type Frame } from './cursor-frame.ts';

/** A scalar that the cursor touches. */
export interface Token {
  readonly start: number;
  /** The quote that it begins with; empty for none. */
  readonly quote: string;
}

/**
 * Reads a flow collection from its bracket. Its frames stay open when the text ends before it.
 * @returns the position after the closing bracket, `undefined` when there is none; and the scalar that the end of the text cuts off
 */
export function readFlow(
  text: string,
  from: number,
  to: number,
  frames: Frame[],
): { readonly position: number | undefined; readonly token: Token | undefined } {
  const depth = frames.length;
  let key: string | undefined; // a scalar that may become a key
  let at = from;
  while (at < to) {
    const char = text[at] ?? '';
    const top = frames.length > depth ? frames.at(-1) : undefined;
    if (/\s/.test(char)) at++;
    else if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const newline = text.indexOf('\n', at);
      if (newline < 0 || newline >= to) return { position: undefined, token: { start: at, quote: '#' } };
      at = newline;
    } else if (char === '{' || char === '[') {
      if (top) top.filled = true;
      frames.push(openFrame(char === '{' ? 'map' : 'list', -1, true));
      key = undefined;
      at++;
    } else if (char === '}' || char === ']') {
      frames.pop();
      key = undefined;
      at++;
      if (frames.length <= depth) return { position: at, token: undefined };
    } else if (char === ',') {
      if (top) nextEntry(top);
      key = undefined;
      at++;
    } else if (char === ':' && top?.kind === 'map' && !top.wantsValue && key !== undefined) {
      top.current = key;
      top.keys.set(key, undefined);
      top.filled = false;
      top.wantsValue = true;
      at++;
    } else {
      const { end, quote, isCut } = scalarEnd(text, at, to);
      if (end >= to && (isCut || quote === '')) return { position: undefined, token: { start: at, quote } };
      const written = quote === '' ? text.slice(at, end).trim() : text.slice(at + 1, end - 1);
      if (top) top.filled = true; // until a colon or comma follows
      if (top?.kind === 'map' && !top.wantsValue) key = written;
      else if (top) {
        if (top.kind === 'map' && typeof top.current === 'string') top.keys.set(top.current, written);
      }
      at = end;
    }
  }
  return { position: undefined, token: undefined };
}

/** The keys of the flow map that an offset lies in, from there to its end. */
export function flowKeysAfter(text: string, from: number, to: number): ReadonlyMap<string, string | undefined> {
  const frame = openFrame('map', -1, true);
  const frames = [frame];
  let at = from;
  // What the cursor's own entry still holds comes first: it is passed over.
  while (at < to && !/[,{}[\]\n]/.test(text[at] ?? '')) at++;
  let level = 0;
  while (at < to) {
    const char = text[at] ?? '';
    if (char === '{' || char === '[') level++;
    else if (char === '}' || char === ']') {
      if (level-- === 0) break;
    } else if (level === 0 && (char === '"' || char === "'" || /[\w$]/.test(char))) {
      const { end, quote } = scalarEnd(text, at, to);
      const written = quote === '' ? text.slice(at, end).trim() : text.slice(at + 1, end - 1);
      const colon = /^\s*:/.exec(text.slice(end, end + 40));
      if (colon) {
        const value = /^\s*(?:"([^"\\\n]*)"|([\w./-]+))/.exec(text.slice(end + colon[0].length, end + colon[0].length + 200));
        frame.keys.set(written, value?.[1] ?? value?.[2]);
      }
      at = end;
      continue;
    }
    at++;
  }
  return frames[0]?.keys ?? new Map<string, string | undefined>();
}

function nextEntry(frame: Frame): void {
  if (frame.kind === 'list') frame.current = (frame.current as number) + 1;
  else frame.current = undefined;
  frame.wantsValue = false;
  frame.filled = false;
}

function scalarEnd(text: string, from: number, to: number): { readonly end: number; readonly quote: string; readonly isCut: boolean } {
  const quote = text[from] === '"' || text[from] === "'" ? (text[from] ?? '') : '';
  let at = from + 1;
  if (quote !== '') {
    for (; at < to; at++) {
      if (quote === '"' && text[at] === '\\') at++;
      else if (text[at] === quote) return { end: at + 1, quote, isCut: false };
    }
    return { end: to, quote, isCut: true };
  }
  for (; at < to; at++) {
    const char = text[at] ?? '';
    if (/[,[\]{}\n\r]/.test(char)) break;
    if (char === ':' && (at + 1 >= to || /[\s,[\]{}]/.test(text[at + 1] ?? ''))) break;
    if (char === '#' && /\s/.test(text[at - 1] ?? '')) break;
  }
  return { end: at, quote, isCut: false };
}
