import { createModel, log2, middleOf, rankContext, recentBytes, runContext } from '../server/unpack.ts';

/** Packs a text so that server/unpack.ts unpacks it: see there. Takes some seconds for two megabytes. */
export function pack(text: Uint8Array): Uint8Array {
  const { column, start } = transform(text);
  const front = ((column[0] ?? 0) + 1) & 255; // not the first byte, so that no rank is ever 0
  const bits = createBits();
  const recent = recentBytes(front);
  let [rank, run] = [0, 0];
  for (let at = 0; at < column.length; at += run) {
    const byte = column[at] ?? 0;
    const context = rankContext(rank, run);
    rank = recent.indexOf(byte);
    writeNumber(bits.write, context, 7, rank);
    recent.copyWithin(1, 0, rank);
    recent[0] = byte;
    const next = runContext(rank, run);
    run = 1;
    while (column[at + run] === byte && at + run < column.length) run++;
    writeNumber(bits.write, next, 24, run);
  }
  const head = new DataView(new ArrayBuffer(9));
  head.setUint32(0, text.length);
  head.setUint32(4, start);
  head.setUint8(8, front);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...bits.end()]);
}

/** The last column of all rotations of the text, sorted, without the end of the text; and the row in which the end stands. */
function transform(text: Uint8Array): { readonly column: Uint8Array; readonly start: number } {
  const column = new Uint8Array(text.length);
  let start = 0;
  let length = 0;
  sortSuffixes(text).forEach((suffix, row) => {
    if (suffix === 0) start = row;
    else column[length++] = text[suffix - 1] ?? 0;
  });
  return { column, start };
}

/** The starts of all suffixes in their order, the empty one first: sorted by the first byte, then by twice as many each round. */
function sortSuffixes(text: Uint8Array): Int32Array {
  const count = text.length + 1;
  const keys = Int32Array.from({ length: count }, (_, at) => (at < text.length ? (text[at] ?? 0) + 1 : 0));
  const sorted = Int32Array.from({ length: count }, (_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  let ranks = rank(sorted, (a, b) => keys[a] === keys[b]);
  const bySecond = new Int32Array(count);
  for (let length = 1; (ranks[sorted[count - 1] ?? 0] ?? 0) < count - 1; length *= 2) {
    let filled = 0;
    for (let at = count - length; at < count; at++) bySecond[filled++] = at;
    for (const at of sorted) if (at >= length) bySecond[filled++] = at - length;
    const places = new Int32Array(count + 1);
    for (const each of ranks) places[each + 1] = (places[each + 1] ?? 0) + 1;
    for (let at = 1; at <= count; at++) places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0);
    for (const at of bySecond) {
      const place = ranks[at] ?? 0;
      const free = places[place] ?? 0;
      sorted[free] = at;
      places[place] = free + 1;
    }
    const before = ranks;
    const second = (at: number): number => (at + length < count ? (before[at + length] ?? 0) : -1);
    ranks = rank(sorted, (a, b) => before[a] === before[b] && second(a) === second(b));
  }
  return sorted;
}

/** The rank of each suffix, equal ones having the same. */
function rank(sorted: Int32Array, isSame: (a: number, b: number) => boolean): Int32Array {
  const ranks = new Int32Array(sorted.length);
  let last = 0;
  for (let at = 1; at < sorted.length; at++) {
    if (!isSame(sorted[at - 1] ?? 0, sorted[at] ?? 0)) last++;
    ranks[sorted[at] ?? 0] = last;
  }
  return ranks;
}

type Write = (context: number, bit: number) => void;

function writeNumber(write: Write, context: number, longest: number, value: number): void {
  const extra = log2(value);
  for (let one = 0; one < extra; one++) write(context + one, 1);
  if (extra < longest) write(context + extra, 0);
  for (let left = extra - 1, known = 1; left >= 0; left--) {
    const bit = (value >> left) & 1;
    write(context + 32 + ((extra * 128 + (known & 127)) % 992), bit);
    known = known * 2 + bit;
  }
}

function createBits(): { readonly write: Write; end(): readonly number[] } {
  const model = createModel();
  const written: number[] = [];
  let [low, high] = [0, -1];
  return {
    write: (context, bit) => {
      const middle = middleOf(low, high, model.likelihood(context));
      model.learn(context, bit);
      if (bit === 1) high = middle;
      else low = (middle + 1) | 0;
      while ((low ^ high) >>> 24 === 0) {
        written.push(high >>> 24);
        low <<= 8;
        high = (high << 8) | 255;
      }
    },
    end: () => [...written, low >>> 24, (low >>> 16) & 255, (low >>> 8) & 255, low & 255],
  };
}
