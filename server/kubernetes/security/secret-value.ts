import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';

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

/** A line that sets a password in a file of settings: `spring.datasource.password=1234`, `"adminPassword": "1234"`. */
const passwordLine =
  /^[ \t]{0,40}["']?([\w.-]{0,80}(?:password|passwd|secret[_.-]?access[_.-]?key|api[_.-]?key))["']?[ \t]{0,10}[:=][ \t]{0,10}["']?([^\s"'`#;,{}[\]]{3,200})/gim;

/** The name under which a file of settings holds a password as plain text. */
export function passwordIn(file: string): string | undefined {
  for (const [, name = '', value = ''] of file.slice(0, limit).matchAll(passwordLine)) {
    if (soundsSecret(name) && !isHarmlessValue(value) && !isPlaceholder(value) && !value.includes('%')) return name;
  }
  return undefined;
}

/** Whether a value is put in by something else: `$(OTHER)` of Kubernetes, `${OTHER}` of a script that fills manifests in. */
export function isPlaceholder(value: string): boolean {
  return /\$\(\w|\$\{\w|^\$\w+$|^<[^>]*>$/.test(value);
}
