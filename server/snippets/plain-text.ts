/** What a snippet inserts when nothing is typed over: each tab stop's default, or its first choice. */
export function plainText(snippet: string): string {
  const defaults = new Map<string, string>();
  let at = 0;
  const read = (isInside: boolean): string => {
    let text = '';
    while (at < snippet.length && !(isInside && snippet[at] === '}')) {
      const [whole, number = '', kind = '', bare] = /^\$(?:\{(\d+)([:|}])|(\d+))/.exec(snippet.slice(at, at + 12)) ?? [];
      if (snippet[at] === '\\') {
        text += snippet[at + 1] ?? '';
        at += 2;
      } else if (whole === undefined) text += snippet[at++] ?? '';
      else {
        at += whole.length;
        if (bare !== undefined || kind === '}') text += defaults.get(bare ?? number) ?? '';
        else text += remember(number, kind === '|' ? choice() : inside());
      }
    }
    return text;
  };
  const inside = (): string => {
    const text = read(true);
    at++;
    return text;
  };
  const choice = (): string => {
    const end = snippet.indexOf('|}', at);
    const words = snippet.slice(at, end < 0 ? snippet.length : end);
    at = end < 0 ? snippet.length : end + 2;
    return words.split(',', 1)[0] ?? '';
  };
  const remember = (number: string, text: string): string => {
    if (!defaults.has(number)) defaults.set(number, text);
    return text;
  };
  return read(false);
}
