/** A text whose template expressions are masked at equal length, so that positions hold. */
export interface MaskedText {
  readonly masked: string;
  readonly templated: boolean;
}

/**
 * Masks Go template expressions (`{{ … }}`), as Helm charts have them, so that what remains parses as YAML.
 * A line that holds nothing else becomes blank; an expression among other text becomes as many letters.
 */
export function maskTemplates(text: string): MaskedText {
  if (!text.includes('{{')) return { masked: text, templated: false };
  let masked = '';
  let position = 0;
  let templated = false;
  while (position < text.length) {
    const open = text.indexOf('{{', position);
    const close = open < 0 ? -1 : text.indexOf('}}', open + 2);
    if (open < 0 || close < 0) break;
    const end = close + 2;
    templated = true;
    const alone = isBlank(text, text.lastIndexOf('\n', open - 1) + 1, open) && isBlank(text, end, lineEnd(text, end));
    masked += text.slice(position, open) + text.slice(open, end).replace(/[^\r\n]/g, alone ? ' ' : 'x');
    position = end;
  }
  return { masked: masked + text.slice(position), templated };
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] !== ' ' && text[i] !== '\t' && text[i] !== '\r') return false;
  return true;
}
