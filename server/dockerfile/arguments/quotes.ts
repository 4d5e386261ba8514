const quoted = /^(["'])(.*)\1$/s;

/** Whether one pair of quotes holds the whole word. */
export function isQuoted(word: string): boolean {
  return quoted.test(word);
}

/** A word without the quotes that hold the whole of it. For what stands between them, and for variables, see `plain`. */
export function unquoted(word: string): string {
  return word.replace(quoted, '$2');
}
