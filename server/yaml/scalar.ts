/**
 * A text as a YAML scalar: plain where every reader takes it for that string (YAML 1.1's `yes` and `on` included), else in double quotes.
 */
export function plainOrQuoted(text: string): string {
  // A colon that is followed by a slash divides nothing in YAML: `data:/var/lib/mysql`.
  return /^[A-Za-z_/][\w./-]*(?::\/[\w./-]*)?$/.test(text) && !isOtherType(text)
    ? text
    : /^[1-9]\d*(?:s|m|Mi|Gi|Ki)$/.test(text)
      ? text
      : JSON.stringify(text);
}

function isOtherType(text: string): boolean {
  return /^(?:y|yes|n|no|true|false|on|off|null)$/i.test(text);
}
