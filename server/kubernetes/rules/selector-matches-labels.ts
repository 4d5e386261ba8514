import { isMap, isNode, type Pair } from 'yaml';
import { defineRule, type Fix, type Violation } from '../../rule.ts';
import type { Localized } from '../../locale.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { insertEntry, insertFirst, mergeEntries, type Entry } from '../../yaml/edit.ts';
import { spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, pairOf } from '../../yaml/read.ts';
import { looksLikePatch, perManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { isMet, selectionOf, type Requirement, type Selection } from '../selector.ts';
import { containersOf, isWhole } from '../workload.ts';

const titles = {
  selector: { ko: '템플릿의 레이블로 `selector` 넣기', en: "Add a selector with the template's labels" },
  labels: { ko: '`selector`의 레이블을 템플릿에 넣기', en: "Add the selector's labels to the template" },
  both: { ko: '`selector`와 템플릿에 레이블 넣기', en: 'Add a label to the selector and the template' },
} satisfies Record<string, Localized>;

const check = perManifest((manifest, report) => {
  const selection = selectionOf(manifest);
  const violation = selection && judge(manifest, selection);
  if (violation) report(violation);
});

export const selectorMatchesLabels = defineRule<KubernetesModel>({
  id: 'kubernetes/selector-matches-labels',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [
    'kube-linter:mismatching-selector',
    'kube-score:deployment-pod-selector-labels-match-template-metadata-labels',
    'kube-score:statefulset-pod-selector-labels-match-template-metadata-labels',
  ],
  message: {
    ko: 'Pod 템플릿의 레이블이 `selector`의 `{key}: {value}`와 다릅니다. 두 곳에 같은 레이블을 적으세요.',
    en: "The Pod template's labels do not match the selector's `{key}: {value}`. Write the same label in both places.",
  },
  variants: {
    'no-selector': {
      ko: '`selector`가 없습니다. 템플릿의 레이블과 같은 `matchLabels`를 적으세요.',
      en: "There is no `selector`. Write one whose `matchLabels` equal the template's labels.",
    },
    'empty-selector': {
      ko: '`selector`가 비어 있습니다. 템플릿의 레이블과 같은 `matchLabels`를 적으세요.',
      en: "The `selector` is empty. Give it `matchLabels` that equal the template's labels.",
    },
    'no-labels': {
      ko: 'Pod 템플릿에 레이블이 없습니다. `selector`와 같은 레이블을 `template.metadata.labels`에 적으세요.',
      en: "The Pod template has no labels. Write the selector's labels in `template.metadata.labels`.",
    },
    neither: {
      ko: '`selector`와 Pod 템플릿의 레이블이 모두 없습니다. 두 곳에 같은 레이블을 적으세요.',
      en: 'Both the `selector` and the labels of the Pod template are missing. Write the same label in both places.',
    },
    expression: {
      ko: 'Pod 템플릿의 레이블이 `selector`의 `{key}` 조건(`{operator}`)에 맞지 않습니다. 레이블이나 조건을 고치세요.',
      en: "The Pod template's labels do not meet the selector's condition on `{key}` (`{operator}`). Change the labels or the condition.",
    },
  },
  why: {
    ko: '워크로드는 `selector`로 자기 Pod를 알아봅니다. 만든 Pod를 찾지 못하게 되므로 API 서버가 이런 매니페스트를 거부합니다.',
    en: 'A workload recognises its Pods by the selector. One that could never find them is refused by the API server.',
  },
  note: 'kubernetes/DeploymentSpec#selector',
  check: (model, report, context) => {
    if (!looksLikePatch(model.document)) check(model, report, context);
  },
  examples: { bad: [], good: [] },
});

function judge(manifest: Manifest, selection: Selection): Violation | undefined {
  const { document } = manifest;
  const { selectorPair, specPair, requirements, labels } = selection;
  const hasLabels = labels.size > 0;
  const unmet = requirements?.find((requirement) => !isMet(requirement, labels));
  if (requirements !== undefined && requirements.length > 0 && !unmet) return undefined;
  // A patch names only what it changes; what it leaves out is in the resource that it changes.
  if ((!unmet || !hasLabels) && isPartial(manifest)) return undefined;
  if (!unmet) {
    const pair = selectorPair ?? specPair;
    const variant = !hasLabels ? 'neither' : selectorPair && !isEmpty(asNode(selectorPair.value)) ? 'empty-selector' : 'no-selector';
    const at = keySpan(document, pair);
    return at && { at, variant, fix: () => (hasLabels ? addSelector(manifest, selection) : addBoth(manifest, selection)) };
  }
  const { key, operator, values } = unmet;
  const fix = (): Fix | undefined => addLabels(manifest, selection);
  if (!hasLabels) {
    const at = keySpan(document, labelsPair(selection));
    return at && { at, variant: 'no-labels', fix };
  }
  const at = requirementSpan(document, selection, unmet);
  if (operator === 'equals') return at && { at, data: { key, value: values[0] ?? '' }, fix };
  return at && { at, variant: 'expression', data: { key, operator } };
}

/** Whether the workload is only a part of one, as in a patch: no containers, or one without an image. */
function isPartial(manifest: Manifest): boolean {
  const containers = containersOf(manifest).filter(({ role }) => role === 'main');
  return containers.length === 0 || !containers.every((container) => isWhole(manifest, container));
}

/** The innermost of `template`, `metadata` and `labels` that is there. */
function labelsPair({ templatePair }: Selection): Pair {
  const metadata = isMap(templatePair.value) ? pairOf(templatePair.value, 'metadata') : undefined;
  const labels = isMap(metadata?.value) ? pairOf(metadata.value, 'labels') : undefined;
  return labels ?? metadata ?? templatePair;
}

function addSelector({ document }: Manifest, { labels, ...selection }: Selection): Fix | undefined {
  const lasting = [...labels].filter(([key]) => !/(?:^|\/)(?:version|chart|managed-by|pod-template-hash)$/.test(key));
  const edits = selectorEdits(document, selection, lasting.length > 0 ? lasting : [...labels]);
  return edits && { title: titles.selector, edits, isPreferred: true };
}

function addBoth(manifest: Manifest, selection: Selection): Fix | undefined {
  const { name, document } = manifest;
  if (name === undefined || !/^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/.test(name)) return undefined;
  const labels = [['app', name]] as const;
  const edits = [selectorEdits(document, selection, labels), labelEdits(document, selection, labels)];
  const [first, second] = edits;
  return first && second && { title: titles.both, edits: [...first, ...second], isPreferred: true };
}

function addLabels({ document }: Manifest, selection: Selection): Fix | undefined {
  const { requirements = [], labels } = selection;
  const wanted = requirements.filter(({ operator }) => operator === 'equals').map(({ key, values }) => [key, values[0] ?? ''] as const);
  if (wanted.length === 0 || requirements.some((requirement) => !isMet(requirement, new Map([...labels, ...wanted])))) return undefined;
  const edits = labelEdits(document, selection, wanted);
  // Where the values differ, either side may be the one that is meant.
  return edits && { title: titles.labels, edits, isPreferred: labels.size === 0 };
}

function selectorEdits(document: YamlDocument, { spec, specPair, selectorPair }: Omit<Selection, 'labels'>, labels: readonly Entry[]): readonly TextEdit[] | undefined {
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

/** Where a requirement is written; at the selector's key when an alias brings it from elsewhere. */
function requirementSpan(document: YamlDocument, { selectorPair }: Selection, { nodes: [first, last] }: Requirement): Span | undefined {
  const start = spanOfNode(document, first)?.start;
  const end = spanOfNode(document, last)?.end;
  const selector = asNode(selectorPair?.value);
  const within = selector && spanOfNode(document, selector);
  if (start !== undefined && end !== undefined && within && within.start <= start && end <= within.end) return { start, end: trimmed(document, start, end) };
  return selectorPair && keySpan(document, selectorPair);
}

/** The end of what is written there: a block map's range reaches to the next key. */
function trimmed(document: YamlDocument, start: number, end: number): number {
  const { start: offset } = document.span;
  return start + document.source.text.slice(start - offset, end - offset).trimEnd().length;
}

function keySpan(document: YamlDocument, { key }: Pair): Span | undefined {
  return isNode(key) ? spanOfNode(document, key) : undefined;
}

function asNode(value: unknown): Parameters<typeof isEmpty>[0] {
  return isNode(value) ? value : undefined;
}
