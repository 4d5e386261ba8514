import { createDice, damage, type Dice } from '../damage.ts';
import { exaggerate } from './exaggerate.ts';
import { pieces, seeds } from './seeds.ts';

/** The part of Mulgil that reads a text. */
export type CaseKind = 'dockerfile' | 'compose' | 'kubernetes' | 'output' | 'command' | 'query' | 'topic' | 'configuration';

/** Something to try. It is plain data, so that it can be kept in a file and tried again. */
export interface Case {
  readonly kind: CaseKind;
  /** A text and what edits made of it, the last one being what is looked at. */
  readonly versions: readonly string[];
  /** Other files of the workspace, by path. */
  readonly beside: Readonly<Record<string, string>>;
  /** Decides where the cursor stands. */
  readonly cursors: number;
}

/** Languages are tried more often than what reads one line. */
const kinds: readonly CaseKind[] = [
  ...Array<CaseKind>(8).fill('dockerfile'),
  ...Array<CaseKind>(8).fill('compose'),
  ...Array<CaseKind>(9).fill('kubernetes'),
  ...['output', 'output', 'command', 'command', 'query', 'topic', 'configuration'].map((kind) => kind as CaseKind),
];

/**
 * Makes a case. The same numbers make the same case.
 * @param largest as many characters as a text may be grown to
 */
export function makeCase(seed: number, round: number, largest: number): Case {
  const dice = createDice(((seed * 7919 + round * 104_729) % 2_147_483_646) + 1);
  for (let warm = 0; warm < 3; warm++) dice(2);
  const kind = pick(kinds, dice);
  const versions = [disturbed(pick(seeds[kind], dice), dice, largest)];
  if (kind === 'dockerfile' || kind === 'compose' || kind === 'kubernetes')
    for (let edits = dice(4); edits > 0; edits--) versions.push(edited(versions.at(-1) ?? '', dice));
  const beside = Object.fromEntries(
    ['.env', '.dockerignore', 'kustomization.yaml', 'common.yaml', 'package.json']
      .filter(() => dice(5) === 0)
      .map((path) => [path, disturbed(pick(pieces, dice), dice, 2000)]),
  );
  return { kind, versions, beside, cursors: dice(2_000_000_000) + 1 };
}

function disturbed(text: string, dice: Dice, largest: number): string {
  let changed = text;
  switch (dice(8)) {
    case 0:
      return changed;
    case 1: // two files in one
      changed = cut(changed, dice) + pick(pieces, dice).slice(dice(200));
      break;
    case 2:
      changed = cut(changed, dice);
      break;
    case 3:
      changed = flipped(changed, dice);
      break;
    case 4:
    case 5:
      changed = exaggerate(changed, dice, largest);
      break;
  }
  for (let hits = dice(5); hits > 0 && changed.length < 20_000; hits--) changed = damage(changed, pieces, dice);
  return changed;
}

/** What typing, deleting, pasting and undoing make of a text. */
function edited(text: string, dice: Dice): string {
  const from = dice(text.length + 1);
  const to = Math.min(text.length, from + dice(3) * dice(30));
  const lines = text.split('\n');
  switch (dice(5)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      lines.splice(dice(lines.length), 1);
      return lines.join('\n');
    case 2:
      return text.slice(0, from) + pick(pieces, dice).slice(0, dice(80)) + text.slice(to);
    default:
      return damage(text, pieces, dice);
  }
}

function cut(text: string, dice: Dice): string {
  return text.slice(0, dice(text.length + 1));
}

/** Bits fall over: in UTF-16, which gives halves of characters, or in UTF-8, which gives replacement characters. */
function flipped(text: string, dice: Dice): string {
  if (dice(2) === 0) {
    const units = [...Array(text.length).keys()].map((at) => text.charCodeAt(at));
    for (let flips = dice(10); flips >= 0 && units.length > 0; flips--) {
      const at = dice(units.length);
      units[at] = (units[at] ?? 0) ^ (1 << dice(16));
    }
    return units.map((unit) => String.fromCharCode(unit)).join('');
  }
  const bytes = new TextEncoder().encode(text);
  for (let flips = dice(10); flips >= 0 && bytes.length > 0; flips--) {
    const at = dice(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice(8));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function pick<T>(from: readonly T[], dice: Dice): T {
  return from[dice(from.length)] as T;
}
