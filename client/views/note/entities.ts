const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00A0' };

/**
 * The character that HTML calls by a name, or the name as it is: what the Markdown renderer needs of the package `entities`, whose
 * place the build gives to this file. That package's table of two thousand names would be a third of the renderer; notes use none.
 */
export function decodeHTMLStrict(name: string): string {
  return characters[name] ?? name;
}
