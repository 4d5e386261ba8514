/** Where two texts differ: up to `start`, and from the ends on, they are the same. */
export interface Difference {
  readonly start: number;
  readonly beforeEnd: number;
  readonly afterEnd: number;
}

/** Characters that are compared at a time: comparing pieces takes a fraction of what comparing characters does. */
const strides: readonly number[] = [4096, 64, 1];

/** Finds where two versions of a text differ. */
export function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (const stride of strides)
    while (start + stride <= shorter && before.slice(start, start + stride) === after.slice(start, start + stride)) start += stride;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  for (const stride of strides) {
    while (
      Math.min(beforeEnd, afterEnd) - stride >= start &&
      before.slice(beforeEnd - stride, beforeEnd) === after.slice(afterEnd - stride, afterEnd)
    ) {
      beforeEnd -= stride;
      afterEnd -= stride;
    }
  }
  // A new line begins with the indentation of the one below it: where it could be either's, it is the new one's.
  while (start > 0 && after[start - 1] === ' ' && after[afterEnd - 1] === ' ' && before[beforeEnd - 1] === ' ') {
    start--;
    beforeEnd--;
    afterEnd--;
  }
  return { start, beforeEnd, afterEnd };
}
