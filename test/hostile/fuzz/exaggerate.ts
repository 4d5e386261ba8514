import type { Dice } from '../damage.ts';

/** What opens something, or goes on without an end. */
const openers = [
  '- ', '? ', '[', '{a: ', '{{', '${', '${A:-', '$(', '"', "'", '`', '\\', '\\\n', '<<E\n', '&a ', '*a ', '!!str ', '|\n', ': ', '# ', '\n',
  '---\n', '\r', '\t', ' ', '\0', '\uD800', '\uFEFF', '한', '💥', 'a', 'a: ', 'a.', 'a-', 'a/', 'a,', 'a:', '@', '=', '--a=b ', '0', '(', '*', '**/',
  '&& ', '; ', '| ', '<!--', '](', '\u001b[1m',
]; // prettier-ignore

/** Makes something of a text too large or too deep. @param largest as many characters as are added at most */
export function exaggerate(text: string, dice: Dice, largest: number): string {
  const most = dice(12) === 0 ? largest : Math.min(largest, 30_000); // many small ones find more in the time
  const size = Math.floor(50 * (most / 50) ** (dice(1000) / 1000));
  const at = dice(text.length + 1);
  const put = (piece: string): string => text.slice(0, at) + piece + text.slice(at);
  const times = (piece: string): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)));
  switch (dice(9)) {
    case 0:
    case 1:
      return put(times(openers[dice(openers.length)] ?? 'a'));
    case 2: // two that alternate
      return put(times((openers[dice(openers.length)] ?? 'a') + (openers[dice(openers.length)] ?? 'b')));
    case 3: {
      // a piece of the text itself
      const piece = text.slice(at, at + dice(60) + 1);
      return put(times(piece || 'x'));
    }
    case 4: {
      const lines = text.split('\n');
      const from = dice(lines.length);
      const piece = `${lines.slice(from, from + dice(6) + 1).join('\n')}\n`;
      return [...lines.slice(0, from), times(piece), ...lines.slice(from)].join('\n');
    }
    case 5:
      return times(`${text}\n---\n`);
    case 6: {
      const levels = Math.min(2000, Math.floor(Math.sqrt(size)));
      const stairs = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}${level % 2 ? '- ' : ''}a:`);
      return put(`\n${stairs.join('\n')}\n`);
    }
    case 7: {
      const levels = 5 + dice(30);
      const lines = Array.from({ length: levels }, (_, level) => `x${level}: &x${level} [${`*x${level - 1},`.repeat(9)}]`);
      const bomb = ['x-: &x-1 [x]', ...lines].join('\n');
      return `${bomb}\n${text.replace(/: \S+$/m, `: *x${dice(levels)}`)}`;
    }
    default:
      // Things that hold themselves.
      return text.replace(/:\n/, `: &me\n    <<: *me\n    again: *me\n    list: &them [*them, *me]\n`);
  }
}
