import { isMap } from 'yaml';
import type { Localized } from '../locale.ts';
import type { Fix } from '../rule.ts';
import type { TextEdit } from '../text/edit.ts';
import { insertEntry, insertFirst, mergeEntries, type Entry } from '../yaml/edit.ts';
import type { YamlDocument } from '../yaml/parse.ts';
import { pairOf } from '../yaml/read.ts';
import type { Manifest } from './model.ts';
import { type Selection } from './selector.ts';
import { meets } from './wires/match.ts';

const titles = {
  selector: { ko: '템플릿의 레이블로 `selector` 넣기', en: "Add a selector with the template's labels" },
  labels: { ko: '`selector`의 레이블을 템플릿에 넣기', en: "Add the selector's labels to the template" },
  both: { ko: '`selector`와 템플릿에 레이블 넣기', en: 'Add a label to the selector and the template' },
} satisfies Record<string, Localized>;

/** Adds a selector that holds the template's labels, except those that change with a release. */
export function addSelector({ document }: Manifest, { labels, ...selection }: Selection): Fix | undefined {
  const lasting = [...labels].filter(([key]) => !/(?:^|\/)(?:version|chart|managed-by|pod-template-hash)$/.test(key));
  const edits = selectorEdits(document, selection, lasting.length > 0 ? lasting : [...labels]);
  return edits && { title: titles.selector, edits, isPreferred: true };
}

/** Adds `app: <name>` to the selector and to the template. */
export function addBoth(manifest: Manifest, selection: Selection): Fix | undefined {
  const { name, document } = manifest;
  if (name === undefined || !/^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/.test(name)) return undefined;
  const labels = [['app', name]] as const;
  const edits = [selectorEdits(document, selection, labels), labelEdits(document, selection, labels)];
  const [first, second] = edits;
  return first && second && { title: titles.both, edits: [...first, ...second], isPreferred: true };
}

/** Makes the template's labels include the selector's; nothing where that would not be enough. */
export function addLabels({ document }: Manifest, selection: Selection): Fix | undefined {
  const { requirements = [], labels } = selection;
  const wanted = requirements.filter(({ operator }) => operator === 'equals').map(({ key, values }) => [key, values[0] ?? ''] as const);
  if (wanted.length === 0 || requirements.some((requirement) => !meets(requirement, new Map([...labels, ...wanted])))) return undefined;
  const edits = labelEdits(document, selection, wanted);
  // Where the values differ, either side may be the one that is meant.
  return edits && { title: titles.labels, edits, isPreferred: labels.size === 0 };
}

function selectorEdits(
  document: YamlDocument,
  { spec, specPair, selectorPair }: Omit<Selection, 'labels'>,
  labels: readonly Entry[],
): readonly TextEdit[] | undefined {
  if (selectorPair) return mergeEntries(document, selectorPair, [['matchLabels', labels]]);
  const entry: Entry = ['selector', [['matchLabels', labels]]];
  const edit = pairOf(spec, 'replicas') ? insertEntry(document, spec, entry, 'replicas') : insertFirst(document, specPair, entry);
  return edit && [edit];
}

function labelEdits(document: YamlDocument, { templatePair }: Selection, labels: readonly Entry[]): readonly TextEdit[] | undefined {
  const entry: Entry = ['metadata', [['labels', labels]]];
  if (isMap(templatePair.value) && !pairOf(templatePair.value, 'metadata')) {
    const edit = insertFirst(document, templatePair, entry);
    return edit && [edit];
  }
  return mergeEntries(document, templatePair, [entry]);
}
