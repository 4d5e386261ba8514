import { messageMeaning } from './messages.ts';
import { argument, quoted, type Say, type Seen } from './seen.ts';
import type { OutputTable } from './table.ts';

/** The columns by which a table of events is known. */
export const eventColumns = ['TYPE', 'REASON', 'OBJECT', 'MESSAGE'];

/** The warnings of a table of `kubectl get events`, one for each object and reason. What is normal is left out. */
export function warningsOf({ rows }: OutputTable, say: Say): readonly Seen[] {
  const found = new Map<string, Seen>();
  for (const row of rows) {
    const [type, reason, object, message, namespace] = [row('TYPE'), row('REASON'), row('OBJECT'), row('MESSAGE'), row('NAMESPACE')];
    if (type !== 'Warning' || object === '') continue;
    const name = object.slice(object.indexOf('/') + 1);
    const means = messageMeaning(message);
    found.set(`${namespace} ${object} ${reason}`, {
      kind: 'object',
      name: object,
      ...(namespace === '' ? {} : { namespace }),
      state: reason,
      isFine: false,
      about: [message, reason],
      signs: [quoted(message), ...(means ? [`→ ${say(means)}`] : [])],
      commands: object.startsWith('pod/')
        ? [`kubectl describe pod ${argument(name, 'pod')}${namespace === '' ? '' : ` -n ${argument(namespace, 'namespace')}`}`]
        : [],
    });
  }
  return [...found.values()];
}
