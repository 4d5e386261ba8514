/**
 * Takes a command of a Compose file apart as Compose does: white space, quotes and backslashes count, all else is text. Variables
 * of Compose stay as they are written.
 */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? '';
    if (char === "'") {
      const close = text.indexOf("'", at + 1);
      const stop = close < 0 ? text.length : close;
      word = (word ?? '') + text.slice(at + 1, stop);
      at = stop + 1;
    } else if (char === '"') {
      word ??= '';
      at++;
      for (; at < text.length && text[at] !== '"'; at++) {
        if (text[at] === '\\' && /["\\$`]/.test(text[at + 1] ?? '')) at++;
        word += text[at] ?? '';
      }
      at++;
    } else if (char === '\\') {
      word = (word ?? '') + (text[at + 1] ?? '');
      at += 2;
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
    } else if (char === '$' && text[at + 1] === '{') {
      const close = text.indexOf('}', at);
      const stop = close < 0 ? text.length : close + 1;
      word = (word ?? '') + text.slice(at, stop);
      at = stop;
    } else {
      word = (word ?? '') + char;
      at++;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}
