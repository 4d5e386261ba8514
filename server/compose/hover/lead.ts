import { isScalar } from 'yaml';
import type { Locale } from '../../locale.ts';
import type { Lines } from '../../say.ts';
import { soundsSecret } from '../../secret-names.ts';
import { parseAssignment } from '../values/environment.ts';
import { meaningFacts } from '../values/meanings.ts';
import { buildLead } from './builds.ts';
import { environmentLead, variableAt } from './environment.ts';
import { healthLead } from './health.ts';
import { nameLead } from './names.ts';
import { keyOfSpot, readText, writtenText, type Spot } from './spot.ts';
import { valueLead } from './values.ts';
import { variableLead } from './variables.ts';

/** Most lines that stand above a note: a hover is read in five seconds. */
const lineLimit = 4;

/**
 * What stands above the note: what the value and the settings around it come to.
 * @param role whether the cursor is in the key or in the value; the note of a key explains all its words already
 */
export function leadOf(spot: Spot, role: 'key' | 'value', locale: Locale): readonly string[] {
  const lines: Lines = variableAt(spot)
    ? environmentLead(spot)
    : [
        ...resetLead(spot),
        ...filledIn(spot, role),
        ...wordLead(spot, role),
        ...valueLead(spot),
        ...healthLead(spot),
        ...nameLead(spot),
        ...buildLead(spot),
      ];
  return [...new Set(lines.map((line) => line[locale]))].slice(0, lineLimit);
}

function filledIn(spot: Spot, role: 'key' | 'value'): Lines {
  const text = role === 'value' ? writtenText(spot, spot.node) : undefined;
  if (text === undefined) return [];
  // The name before the value: `TOKEN: ${X}`, `- TOKEN=${X}`.
  const name = spot.place.name ?? (spot.place.place.endsWith('[]') ? parseAssignment(text).key : '');
  return variableLead(text, spot.file, soundsSecret(name.slice(0, 200)));
}

function wordLead(spot: Spot, role: 'key' | 'value'): Lines {
  const text = role === 'value' && isScalar(spot.node) ? readText(spot, spot.node) : undefined;
  return text === undefined ? [] : meaningFacts(keyOfSpot(spot), text);
}

/** What a tag does to the value of the file that this one is laid over. */
function resetLead({ node }: Spot): Lines {
  if (node?.tag === '!reset')
    return [{ ko: '`!reset` — 앞선 파일의 이 값을 없앱니다.', en: '`!reset` — removes what the earlier file says here.' }];
  if (node?.tag !== '!override') return [];
  return [
    {
      ko: '`!override` — 앞선 파일의 값과 합치지 않고 통째로 바꿉니다.',
      en: '`!override` — replaces what the earlier file says, instead of merging.',
    },
  ];
}
