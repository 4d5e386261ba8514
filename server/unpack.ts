/** Bytes before the packed text: its length, the row of the whole text, and what stands in front at first. */
const headLength = 9;

/**
 * Unpacks what docs/pack.mjs packed: the last column of the text's Burrows–Wheeler transform, as runs of bytes that are named by how
 * recently they occurred (move to front), in adaptive bits of a range coder. For texts of some hundred kilobytes this is an eighth
 * smaller than what Zstandard or LZMA make of them.
 * @param packed as docs/pack.mjs made it: it is not made for bytes from elsewhere
 */
export function unpack(packed: Uint8Array): Uint8Array {
  const head = new DataView(packed.buffer, packed.byteOffset, headLength);
  const column = readColumn(packed, head.getUint32(0), head.getUint8(8));
  return invert(column, head.getUint32(4));
}

/** Reads the last column of the transform. */
function readColumn(packed: Uint8Array, length: number, front: number): Uint8Array {
  const bit = createBits(packed, headLength);
  const number = createNumbers(bit);
  const column = new Uint8Array(length);
  const recent = recentBytes(front);
  let run = 0;
  for (let at = 0, rank = 0; at < length; at += run) {
    rank = number(rankContext(rank, run), 7);
    const byte = recent[rank] ?? 0;
    recent.copyWithin(1, 0, rank);
    recent[0] = byte;
    run = number(runContext(rank, run), 24);
    column.fill(byte, at, at + run);
  }
  return column;
}

/** All bytes, one of them in front. */
export function recentBytes(front: number): Uint8Array {
  return Uint8Array.from([front, ...Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== front)]);
}

/** Where the adaptive bits of a rank lie, which depends on the rank and run before. */
export function rankContext(rank: number, run: number): number {
  return (Math.min(3, log2(rank + 1)) * 8 + Math.min(7, log2(run + 1))) * 1024;
}

/** Where the adaptive bits of a run lie, which depends on its rank and on the run before. */
export function runContext(rank: number, run: number): number {
  return (32 + Math.min(3, log2(rank)) * 8 + Math.min(7, log2(run + 1))) * 1024;
}

const contexts = 64 * 1024;

/** The place of a number's highest bit; of 0 it is 0, too. */
export function log2(value: number): number {
  return value === 0 ? 0 : 31 - Math.clz32(value);
}

/** Reads numbers from 1 on: how many bits follow the highest, in ones and a zero, then these, each in the light of those before. */
function createNumbers(bit: (context: number) => number): (context: number, longest: number) => number {
  return (context, longest) => {
    let extra = 0;
    while (extra < longest && bit(context + extra) === 1) extra++;
    let value = 1;
    for (let left = extra; left > 0; left--) value = value * 2 + bit(context + 32 + ((extra * 128 + (value & 127)) % 992));
    return value;
  };
}

/** Reads bits of a range coder. */
function createBits(packed: Uint8Array, from: number): (context: number) => number {
  const model = createModel();
  let [low, high, code, at] = [0, -1, 0, from];
  for (let read = 0; read < 4; read++) code = (code << 8) | (packed[at++] ?? 0);
  return (context) => {
    const middle = middleOf(low, high, model.likelihood(context));
    const bit = code >>> 0 <= middle >>> 0 ? 1 : 0;
    model.learn(context, bit);
    if (bit === 1) high = middle;
    else low = (middle + 1) | 0;
    while ((low ^ high) >>> 24 === 0) {
      low <<= 8;
      high = (high << 8) | 255;
      code = (code << 8) | (packed[at++] ?? 0);
    }
    return bit;
  };
}

/** How likely bits are in each context, in 65,536ths that a bit is 1. */
export interface BitModel {
  likelihood(context: number): number;
  learn(context: number, bit: number): void;
}

/** Bits are the likelier the more often they were the same in their context: the mean of a quick and a slow learner. */
export function createModel(): BitModel {
  const quick = new Uint16Array(contexts).fill(1 << 15);
  const slow = new Uint16Array(contexts).fill(1 << 15);
  return {
    likelihood: (context) => ((quick[context] ?? 0) + (slow[context] ?? 0)) >>> 1,
    learn: (context, bit) => {
      const [a, b] = [quick[context] ?? 0, slow[context] ?? 0];
      quick[context] = bit === 1 ? a + ((65_535 - a) >> 4) : a - (a >> 4);
      slow[context] = bit === 1 ? b + ((65_535 - b) >> 7) : b - (b >> 7);
    },
  };
}

/** Where a range of 32 bits is divided for a bit that is 1 with a likelihood of so many 65,536ths. */
export function middleOf(low: number, high: number, likelihood: number): number {
  const range = (high - low) >>> 0;
  return (low + Math.imul(range >>> 16, likelihood) + (((range & 65_535) * likelihood) >>> 16)) | 0;
}

/** The text from the last column of its transform and the row that it stands in itself. */
function invert(column: Uint8Array, start: number): Uint8Array {
  const places = new Int32Array(257);
  for (const byte of column) places[byte + 1] = (places[byte + 1] ?? 0) + 1;
  places[0] = 1; // the end of the text comes before every byte
  for (let byte = 1; byte < 257; byte++) places[byte] = (places[byte] ?? 0) + (places[byte - 1] ?? 0);
  // Of each row the byte that it begins with, and the row that begins with the next.
  const next = new Int32Array(column.length + 1);
  for (let at = 0; at < column.length; at++) {
    const byte = column[at] ?? 0;
    const place = places[byte] ?? 0;
    places[byte] = place + 1;
    next[place] = ((at < start ? at : at + 1) << 8) | byte;
  }
  const text = new Uint8Array(column.length);
  for (let at = 0, row = next[start] ?? 0; at < text.length; at++) {
    text[at] = row & 255;
    row = next[row >>> 8] ?? 0;
  }
  return text;
}
