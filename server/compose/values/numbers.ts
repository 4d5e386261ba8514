/**
 * Numbers and truth values as Compose reads them where a key takes them and a text is written: variables are always texts.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */

/** The whole number that a text says; `undefined` when it says none. */
export function parseInteger(text: string): number | undefined {
  return /^[-+]?(?:0[xX][\da-fA-F]{1,13}|0[oO]?[0-7]{1,17}|0[bB][01]{1,50}|\d{1,15})$/.test(text)
    ? Number(text.replace(/^([-+]?)0(?=\d)/, '$10o').replace(/^[-+]/, '')) * (text.startsWith('-') ? -1 : 1)
    : undefined;
}

/** The number that a text says; `undefined` when it says none. */
export function parseNumber(text: string): number | undefined {
  return /^[-+]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

/** The truth value that a text says, those of old YAML included; `undefined` when it says none. */
export function parseBoolean(text: string): boolean | undefined {
  if (/^(?:true|y|yes|on)$/i.test(text)) return true;
  return /^(?:false|n|no|off)$/i.test(text) ? false : undefined;
}
