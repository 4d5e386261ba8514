/** Values that are secrets whatever their name: private keys, keys and tokens of well-known services, addresses with a password in them. */
const patterns: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]{1,12} ){0,3}PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bglpat-[\w-]{20}/,
  /\bxox[abprs]-[\w-]{10}/,
  /\bBearer [\w.~+/-]{20}/,
  /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/?#@]{1,80}:(?![$<{])[^\s:/?#@]{1,200}@/,
];

/** How much of a value is looked at. */
const limit = 200_000;

/** Whether a value is plainly a secret, whatever its name. */
export function looksSecret(value: string): boolean {
  const text = value.slice(0, limit);
  return patterns.some((pattern) => pattern.test(text));
}
