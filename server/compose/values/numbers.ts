/**
 * Numbers and truth values as Compose reads them where a key takes them and a text is written: variables are always texts.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */

/** The whole number that a text says, in digits only; `undefined` when it says none. */
export function parseInteger(text: string): number | undefined {
  return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The number that a text says; `undefined` when it says none. */
export function parseNumber(text: string): number | undefined {
  const plain = text.length < 60 ? text.replaceAll(/(\d)_(?=\d)/g, '$1') : text;
  return /^[-+]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})(?:e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

/** The truth value that a text says, those of old YAML included; `undefined` when it says none. */
export function parseBoolean(text: string): boolean | undefined {
  if (/^(?:true|y|yes|on)$/i.test(text)) return true;
  return /^(?:false|n|no|off)$/i.test(text) ? false : undefined;
}
