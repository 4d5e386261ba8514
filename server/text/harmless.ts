/** Control characters, line breaks among them; those that change the direction of text or cannot be seen; halves of characters. */
export const dangerous = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\p{Cs}]/gu;

/** Makes a stranger's text safe to show on one line: what a terminal would obey, or what hides or turns text around, is written out as an escape. */
export function harmless(text: string): string {
  return text.replace(dangerous, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Like {@link harmless} for what stands inside a sentence: line breaks and tabs are blanks, and what nobody reads to the end is cut. */
export function inLine(text: string, limit = 300): string {
  const cut = text.length > limit ? `${text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return harmless(cut.replace(/[\r\n\t]+/g, ' '));
}
