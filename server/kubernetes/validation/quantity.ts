const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary: readonly string[] = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * A quantity as an exact fraction of whole numbers; `undefined` for what is none.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(text: string): { readonly numerator: bigint; readonly denominator: bigint } | undefined {
  const match = /^([+-]?)(\d{1,40})?(?:\.(\d{0,40}))?([A-Za-z]{0,2}|[eE][+-]?\d{1,2})$/.exec(text);
  const [, sign, whole = '', fraction = '', suffix = ''] = match ?? [];
  if (!match || whole + fraction === '') return undefined;
  let numerator = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  let denominator = 10n ** BigInt(fraction.length);
  const power = binary.indexOf(suffix) + 1;
  const exponent = /^[eE][+-]?\d/.test(suffix) ? Number(suffix.slice(1)) : Object.hasOwn(decimal, suffix) ? decimal[suffix] : undefined;
  if (power > 0) numerator *= 1024n ** BigInt(power);
  else if (exponent === undefined) return undefined;
  else if (exponent >= 0) numerator *= 10n ** BigInt(exponent);
  else denominator *= 10n ** BigInt(-exponent);
  return { numerator, denominator };
}

/** Which of two quantities is more: negative when the first is less, 0 when they are equal. `undefined` when one cannot be read. */
export function compareQuantities(one: string, other: string): number | undefined {
  const a = parseQuantity(one);
  const b = parseQuantity(other);
  if (!a || !b) return undefined;
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The quantity that a misspelt one means: `512MB` and `512 mb` are `512M`, `1gi` is `1Gi`. */
export function nearestQuantity(text: string): string | undefined {
  const [, number, unit, isBinary] = /^(\d{1,20}(?:\.\d{1,9})?)\s{0,5}([kmgtpe])(i?)b?$/i.exec(text.trim()) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const letter = unit.toLowerCase() === 'k' && isBinary === '' ? 'k' : unit.toUpperCase();
  return `${number}${letter}${isBinary === '' ? '' : 'i'}`;
}
