import { isMap, isNode, type Pair } from 'yaml';
import { defineRule, type Fix, type Violation } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { spanOfKey, spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, pairOf } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { isPatch } from '../patch.ts';
import { addBoth, addLabels, addSelector } from '../selector-fix.ts';
import { selectionOf, type Requirement, type Selection } from '../selector.ts';
import { meets } from '../wires/match.ts';
import { containersOf, isWhole } from '../workload.ts';

const check = perManifest((manifest, report) => {
  const selection = selectionOf(manifest);
  const violation = selection && judge(manifest, selection);
  if (violation) report({ ...violation, equivalents: equivalentsOf(manifest) });
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
    let patch: boolean | undefined; // asked only when there is something to say
    check(
      model,
      (violation) => {
        patch ??= isPatch(context);
        if (!patch) report(violation);
      },
      context,
    );
  },
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n«spec»:\n  replicas: 2\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: '# 웹 서버\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n«spec»: # 원하는 상태\n  # 틀\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          '# 웹 서버\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec: # 원하는 상태\n  selector:\n    matchLabels:\n      app: web\n  # 틀\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      // a version changes with every release, a selector never may
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n«spec»:\n  replicas: 2 # 두 개\n  # comment of the template\n  template:\n    metadata:\n      labels:\n        app: web\n        app.kubernetes.io/version: "1.4"\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2 # 두 개\n  selector:\n    matchLabels:\n      app: web\n  # comment of the template\n  template:\n    metadata:\n      labels:\n        app: web\n        app.kubernetes.io/version: "1.4"\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  «selector»: {}\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      // Windows line breaks, four columns
      {
        text: 'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n    name: db\r\nspec:\r\n    serviceName: db\r\n    selector:\r\n        matchLabels:\r\n            app: db\r\n    «template»:\r\n        spec:\r\n            containers:\r\n                - name: db\r\n                  image: mysql:8.4\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n    name: db\r\nspec:\r\n    serviceName: db\r\n    selector:\r\n        matchLabels:\r\n            app: db\r\n    template:\r\n        metadata:\r\n            labels:\r\n                app: db\r\n        spec:\r\n            containers:\r\n                - name: db\r\n                  image: mysql:8.4\r\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    «metadata»:\n      annotations:\n        team: shop\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      annotations:\n        team: shop\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      «app: web»\n  template:\n    metadata:\n      labels:\n        app: website # 이름\n        tier: front\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web # 이름\n        tier: front\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n      «tier: "1"»\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n      tier: "1"\n  template:\n    metadata:\n      labels:\n        app: web\n        tier: "1"\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      // flow style: nothing is inserted
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {«app: web»}}\n  template:\n    metadata: {labels: {tier: front}}\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchExpressions:\n      - «key: app\n        operator: In\n        values: [web, api]»\n  template:\n    metadata:\n      labels:\n        app: db\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n    matchExpressions:\n      - «{key: tier, operator: Exists}»\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchExpressions:\n      - {key: app, operator: Exists}\n      - «{key: app, operator: NotIn, values: [web]}»\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      // an anchor: an edit might change another place too
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: &labels\n      «app: web»\n  template:\n    metadata:\n      labels: &others\n        tier: front\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: DaemonSet\n    metadata:\n      name: agent\n    spec:\n      selector:\n        matchLabels:\n          «app: agent»\n      template:\n        metadata:\n          labels:\n            app: agents\n        spec:\n          containers:\n            - name: agent\n              image: agent:1.0\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: DaemonSet\n    metadata:\n      name: agent\n    spec:\n      selector:\n        matchLabels:\n          app: agent\n      template:\n        metadata:\n          labels:\n            app: agent\n        spec:\n          containers:\n            - name: agent\n              image: agent:1.0\n',
      },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop # 가게\n--- # 두 번째 문서\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n  «selector»: # 채우기\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop # 가게\n--- # 두 번째 문서\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n  selector: # 채우기\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  manualSelector: true\n  selector:\n    matchLabels:\n      «run: once»\n  template:\n    metadata:\n      labels:\n        run: twice\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
        fixed:
          'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  manualSelector: true\n  selector:\n    matchLabels:\n      run: once\n  template:\n    metadata:\n      labels:\n        run: once\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
      },
      {
        text: 'apiVersion: v1\nkind: ReplicationController\nmetadata:\n  name: web\nspec:\n  selector:\n    «app: web»\n  template:\n    metadata:\n      labels:\n        app: shop # 이름\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: ReplicationController\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  template:\n    metadata:\n      labels:\n        app: web # 이름\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      },
    ],
    good: [
      // the template's labels count where these have no selector
      'apiVersion: v1\nkind: ReplicationController\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n        tier: front\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchExpressions:\n      - {key: app, operator: In, values: [web, api]}\n      - {key: old, operator: DoesNotExist}\n      - {key: tier, operator: NotIn, values: [back]}\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      // merge keys count
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: &labels\n      app: web\n  template:\n    metadata:\n      labels:\n        <<: *labels\n        tier: front\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: "web"}}\n  template:\n    metadata: {labels: {app: \'web\'}}\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      // a Job gets its selector from the API server
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  selector:\n    matchLabels:\n      batch.kubernetes.io/job-name: once\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
      // a patch: the rest is elsewhere
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: web\n          env:\n            - name: A\n              value: b\n',
      // a patch, says the kustomization beside it
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
        files: { 'kustomization.yaml': 'resources: [base]\npatches:\n  - path: ./manifest.yaml\n' },
      },
      // still being written
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec: {}\n',
      // a template
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Chart.Name }}\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - web.yaml\n',
      // a kind of somebody else's
      'apiVersion: argoproj.io/v1alpha1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - image: a:1\n',
    ],
  },
});

/** kube-score has a check for each of two kinds. */
function equivalentsOf({ kind }: Manifest): readonly string[] {
  const ofKind =
    kind === 'Deployment' || kind === 'StatefulSet' ? `${kind.toLowerCase()}-pod-selector-labels-match-template-metadata-labels` : '';
  return ['kube-linter:mismatching-selector', ...(ofKind === '' ? [] : [`kube-score:${ofKind}`])];
}

function judge(manifest: Manifest, selection: Selection): Violation | undefined {
  const { document } = manifest;
  const { selectorPair, specPair, requirements, labels } = selection;
  const hasLabels = labels.size > 0;
  const unmet = requirements?.find((requirement) => !meets(requirement, labels));
  if (requirements !== undefined && requirements.length > 0 && !unmet) return undefined;
  // A patch names only what it changes; what it leaves out is in the resource that it changes.
  if ((!unmet || !hasLabels) && isPartial(manifest)) return undefined;
  if (!unmet) {
    const pair = selectorPair ?? specPair;
    const variant = !hasLabels ? 'neither' : selectorPair && !isEmpty(selectorPair.value) ? 'empty-selector' : 'no-selector';
    const at = spanOfKey(document, pair);
    return at && { at, variant, fix: () => (hasLabels ? addSelector(manifest, selection) : addBoth(manifest, selection)) };
  }
  const { key, operator, values } = unmet;
  const fix = (): Fix | undefined => addLabels(manifest, selection);
  if (!hasLabels) {
    const at = spanOfKey(document, labelsPair(selection));
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

/** Where a requirement is written; at the selector's key when an alias brings it from elsewhere. */
function requirementSpan(document: YamlDocument, { selectorPair }: Selection, { nodes: [first, last] }: Requirement): Span | undefined {
  const start = spanOfNode(document, first)?.start;
  const end = spanOfNode(document, last)?.end;
  const within = isNode(selectorPair?.value) ? spanOfNode(document, selectorPair.value) : undefined;
  if (start !== undefined && end !== undefined && within && within.start <= start && end <= within.end)
    return { start, end: trimmed(document, start, end) };
  return selectorPair && spanOfKey(document, selectorPair);
}

/** The end of what is written there: a block map's range reaches to the next key. */
function trimmed(document: YamlDocument, start: number, end: number): number {
  const { start: offset } = document.span;
  return start + document.source.text.slice(start - offset, end - offset).trimEnd().length;
}
