import type { Locale } from '../../locale.ts';
import { keyFacts } from '../values/labels.ts';
import { meaningFacts } from '../values/meanings.ts';
import type { Lines } from '../../say.ts';
import { podLead } from './pods.ts';
import { probeLead } from './probes.ts';
import { referenceLead } from './references.ts';
import { rolloutLead } from './rollouts.ts';
import { selectorLead } from './selectors.ts';
import { writtenAt, type Spot } from './spot.ts';
import { valueLead } from './values.ts';

/** Most lines that stand above a note: a hover is read in five seconds. */
const lineLimit = 4;

/**
 * What stands above the note: what the settings around the spot come to, and what its value does.
 * @param role whether the cursor is in the key or in the value; the note of a key explains all its values already
 */
export function leadOf(spot: Spot, role: 'key' | 'value', locale: Locale): readonly string[] {
  const written = writtenAt(spot);
  const lines: Lines = [
    ...keysOf(spot, written?.text),
    ...(written ? valueLead(spot, written) : []),
    ...(written && role === 'value' ? meaningFacts(spot.field, written.text) : []),
    ...probeLead(spot),
    ...rolloutLead(spot),
    ...podLead(spot),
    ...selectorLead(spot),
    ...referenceLead(spot),
  ];
  return lines.slice(0, lineLimit).map((line) => line[locale]);
}

const labelled: readonly string[] = [
  'ObjectMeta#labels',
  'ObjectMeta#annotations',
  'LabelSelector#matchLabels',
  'PodSpec#nodeSelector',
  'ServiceSpec#selector',
];

function keysOf({ field, resolution: { mapKey } }: Spot, value: string | undefined): Lines {
  return mapKey !== undefined && labelled.includes(field) ? keyFacts(mapKey, value) : [];
}
