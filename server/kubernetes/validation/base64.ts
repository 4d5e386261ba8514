/** Whether a text is Base64, line breaks left out. */
export function isBase64(text: string): boolean {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}

/** The Base64 of a text's UTF-8. */
export function encodeBase64(text: string): string | undefined {
  if (text.length > 10_000) return undefined;
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
