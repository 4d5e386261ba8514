/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Milliseconds that an action takes: the median after a warm-up.
 * @param {number} times
 * @param {() => unknown} action
 */
export async function time(times, action) {
  for (let i = 0; i < Math.ceil(times / 4); i++) await action();
  const taken = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await action();
    taken.push(performance.now() - started);
  }
  return median(taken);
}

/** @param {number} value */
export const show = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** @typedef {{ what: string, unit: string, ours: number, theirs: number }} Row */

/**
 * A Markdown table of what each server takes, with the ratio of the first to the second.
 * @param {string} title
 * @param {readonly Row[]} rows
 * @param {string} neighbour
 */
export function table(title, rows, neighbour) {
  const lines = rows.map(
    ({ what, unit, ours, theirs }) => `| ${what} | ${show(ours)} ${unit} | ${show(theirs)} ${unit} | ${(ours / theirs).toFixed(2)} |`,
  );
  return [`## ${title}`, '', `| | Mulgil | ${neighbour} | ratio |`, '|--|--|--|--|', ...lines, ''].join('\n');
}
