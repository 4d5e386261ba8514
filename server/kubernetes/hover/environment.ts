import { isSeq } from 'yaml';
import { mapsAt, nodeAt, stringAt, textAt } from '../../yaml/read.ts';
import { isEmpty } from '../../yaml/read.ts';
import { referenceFacts, type Environment } from '../values/references.ts';
import type { Lines } from '../../say.ts';
import { containerPath, type Spot } from './spot.ts';

/** What `$(NAME)` becomes in a variable, a command or an argument. */
export function environmentLead(spot: Spot, text: string): Lines {
  if (!/^(?:EnvVar#value|(?:Ephemeral)?Container#(?:command|args))$/.test(spot.field) || !text.includes('$(')) return [];
  const container = containerPath(spot);
  if (!container) return [];
  // A variable sees those above it; commands see all.
  const index = spot.field === 'EnvVar#value' ? spot.path.at(-2) : undefined;
  const { ast } = spot.manifest.document.source;
  const variables = new Map<string, string | undefined>();
  for (const variable of mapsAt(ast, spot.manifest.root, [...container, 'env']).slice(0, typeof index === 'number' ? index : undefined)) {
    const name = stringAt(ast, variable, ['name']);
    const comesFromElsewhere = !isEmpty(nodeAt(ast, variable, ['valueFrom']));
    if (name !== undefined) variables.set(name, comesFromElsewhere ? undefined : (textAt(ast, variable, ['value']) ?? ''));
  }
  const from = nodeAt(ast, spot.manifest.root, [...container, 'envFrom']);
  const environment: Environment = { variables, isOpen: isSeq(from) && from.items.length > 0, mayBeShell: index === undefined };
  return referenceFacts(text, environment);
}
