import { isScalar, type Pair } from 'yaml';
import type { Span } from '../../text/span.ts';
import type { Workspace } from '../../workspace.ts';
import { spanOfKey, type YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, resolve } from '../../yaml/read.ts';
import { chainOf, settingOf, type Chain } from '../project/extends.ts';
import { entriesOf, type Entry, type Parts } from '../project/parts.ts';

/** A service of the file under check, with what it takes over from others. */
export interface Service {
  readonly name: string;
  readonly entry: Entry;
  readonly document: YamlDocument;
  /** Its own settings, those of merge keys included. */
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly chain: Chain;
  /** The same service in the files beside, such as the override. */
  readonly elsewhere: readonly Chain[];
  /** Whether all of its settings are known. */
  readonly complete: boolean;
  /** Where its name stands. */
  readonly at: Span;
}

/** The services that the file under check declares. */
export function servicesIn({ own, beside, complete }: Parts, workspace: Workspace): readonly Service[] {
  const byPart = new Map([own, ...beside].map((part) => [part, entriesOf(part.file, 'services')]));
  const isAlone = beside.length === 0 && own.file.documents.length === 1;
  return (byPart.get(own) ?? []).flatMap((entry): Service[] => {
    const at = spanOfKey(entry.document, entry.pair);
    if (!at || !entry.map || entry.map.tag === '!reset') return [];
    const chain = chainOf(own, entry, workspace);
    // Documents of one file are merged as files are.
    const elsewhere = (isAlone ? [] : [own, ...beside]).flatMap((part) =>
      (byPart.get(part) ?? [])
        .filter((other) => other.name === entry.name && other.pair !== entry.pair)
        .map((other) => chainOf(part, other, workspace)),
    );
    const isKnown = complete && chain.complete && elsewhere.every((other) => other.complete);
    const pairs = chain.levels[0]?.pairs ?? new Map<string, Pair>();
    return [{ name: entry.name, entry, document: entry.document, pairs, chain, elsewhere, complete: isKnown, at }];
  });
}

/** Whether a service has a setting, of its own or from elsewhere. */
export function hasSetting({ chain, elsewhere }: Service, key: string): boolean {
  return [chain, ...elsewhere].some((one) => {
    const found = settingOf(one, key);
    const node = found && resolve(found.level.document.source.ast, found.pair.value);
    return !isEmpty(node) && !(isScalar(node) && node.value === '');
  });
}
