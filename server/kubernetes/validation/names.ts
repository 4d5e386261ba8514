/** The names that the API server takes. */

const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const qualified = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** One part of a DNS name: at most 63 lower-case letters, digits and dashes. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && label.test(text);
}

/** A DNS name in lower case, at most 253 characters. */
export function isDnsName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((part) => label.test(part));
}

/** The key of a label or annotation: a name of at most 63 characters, behind an optional domain and a slash. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  return parts.length <= 2 && name.length <= 63 && qualified.test(name) && (parts.length === 1 || isDnsName(parts[0] ?? ''));
}

/** The value of a label: empty, or at most 63 letters, digits, `-`, `_` and `.`. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && qualified.test(text));
}

/** The name of a port: at most 15 letters, digits and single dashes, at least one letter. */
export function isPortName(text: string): boolean {
  return text.length <= 15 && label.test(text) && /[a-z]/.test(text) && !text.includes('--');
}
