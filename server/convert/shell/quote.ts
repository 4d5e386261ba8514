/** Characters of which a word of the shell may consist without quotes. A word that begins with `~` or holds `=` first is none. */
const plainWord = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/** A text as one word of a POSIX shell, which takes it exactly as it is. */
export function quoteWord(text: string): string {
  if (plainWord.test(text)) return text;
  return `'${withoutNul(text).replaceAll("'", `'\\''`)}'`;
}

/** A text inside double quotes of a POSIX shell: nothing of it is expanded. */
export function escapeInDouble(text: string): string {
  return withoutNul(text).replace(/[\\"$`]/g, '\\$&');
}

/** No argument of a program can hold the character NUL. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
