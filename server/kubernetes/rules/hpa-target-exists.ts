import { defineRule, type Fix, type RuleOptions } from '../../rule.ts';
import { insertEntry, replaceText } from '../../yaml/edit.ts';
import { mapAt, pairOf } from '../../yaml/read.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { perResource } from '../wires/check.ts';
import type { Cluster, Placed } from '../wires/cluster.ts';
import { mayShare } from '../wires/match.ts';
import { plainText } from '../wires/plain.ts';
import { seeAlso, spanOf, writeInstead } from '../wires/report.ts';
import { missingOf } from '../wires/resolve.ts';
import { hpaKey, scalable } from '../wires/scaling.ts';
import type { Reference, Resource } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const targetPath = ['spec', 'scaleTargetRef'];

export const hpaTargetExists = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/hpa-target-exists',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:dangling-horizontalpodautoscaler', 'kube-score:horizontalpodautoscaler-has-target'],
  message: {
    ko: '작업 영역에 {kind} `{name}` 매니페스트가 없습니다. 늘리고 줄일 대상의 이름을 확인하세요.',
    en: 'There is no {kind} `{name}` in the workspace. Check the name of what shall be scaled.',
  },
  variants: {
    near: {
      ko: '작업 영역에 {kind} `{name}` 매니페스트가 없습니다. 혹시 `{near}`인가요?',
      en: 'There is no {kind} `{name}`. You probably mean `{near}`.',
    },
    other: {
      ko: '{kind} `{name}` 매니페스트는 없고 `{near}` 매니페스트가 있습니다. `apiVersion: {apiVersion}`, `kind: {targetKind}`인가요?',
      en: 'There is no {kind} `{name}`, but there is `{near}`. Write `apiVersion: {apiVersion}` and `kind: {targetKind}`.',
    },
    group: {
      ko: '`scaleTargetRef`의 `apiVersion`이 `{near}`의 것과 다릅니다. `apiVersion: {apiVersion}`인가요?',
      en: 'The `apiVersion` of `scaleTargetRef` is not that of `{near}`. Write `apiVersion: {apiVersion}`.',
    },
  },
  why: {
    ko: '대상을 찾지 못한 HorizontalPodAutoscaler는 아무것도 늘리거나 줄이지 않습니다. 부하가 몰려도 Pod 수는 그대로입니다.',
    en: 'A HorizontalPodAutoscaler that finds no target scales nothing: under load the number of Pods stays what it is.',
  },
  note: 'kubernetes/HorizontalPodAutoscalerSpec#scaleTargetRef',
  options: {
    // Whether to speak even where the workspace holds nothing of the kind: it may be kept elsewhere.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, manifest }) => {
    const reference = resource.key === hpaKey ? targetReference(resource) : undefined;
    if (!reference) return;
    const missing = missingOf(cluster, resource, reference);
    // Without an `apiVersion` the controller looks for the kind in the core group, whatever one means.
    if (!missing && plainText(resource.object, [...targetPath, 'apiVersion']) !== undefined) return;
    const { name } = reference;
    const kind = plainText(resource.object, [...targetPath, 'kind']) ?? '';
    const at = spanOf(name.mark);
    const other = sameName(cluster, resource, name.text);
    if (other && !(other.resource.apiVersion === 'v1' && !missing)) {
      const { apiVersion, kind: targetKind } = other.resource;
      report({
        at,
        variant: kind === targetKind ? 'group' : 'other',
        data: { kind, name: name.text, near: `${targetKind}/${name.text}`, apiVersion, targetKind },
        ...(missing ? {} : { equivalents: [] }),
        related: [seeAlso(other, { ko: '같은 이름: `{resource}`.', en: '`{resource}` is here.' })],
        fix: () => retarget(manifest(), other),
      });
      return;
    }
    if (!missing) return;
    const near = missing.near?.resource.name?.text;
    if (missing.near && near !== undefined) {
      report({
        at,
        variant: 'near',
        data: { kind, name: name.text, near },
        related: [seeAlso(missing.near, { ko: '비슷한 이름: `{resource}`.', en: '`{resource}` is here.' })],
        fix: () => writeInstead(name.mark, near),
      });
    } else if (missing.hasOthers || options.unsure) report({ at, data: { kind, name: name.text } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: «web-servr» # 대상\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-server\nspec: {}\n',
        fixed:
          'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web-server # 대상\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-server\nspec: {}\n',
      },
      // another kind, in another file, with Windows line breaks
      {
        text: 'apiVersion: autoscaling/v2\r\nkind: HorizontalPodAutoscaler\r\nmetadata:\r\n  name: db\r\nspec:\r\n  maxReplicas: 5\r\n  scaleTargetRef:\r\n    apiVersion: apps/v1\r\n    kind: Deployment\r\n    name: «db»\r\n',
        fixed:
          'apiVersion: autoscaling/v2\r\nkind: HorizontalPodAutoscaler\r\nmetadata:\r\n  name: db\r\nspec:\r\n  maxReplicas: 5\r\n  scaleTargetRef:\r\n    apiVersion: apps/v1\r\n    kind: StatefulSet\r\n    name: db\r\n',
        files: { 'db/db.yaml': 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {}\n' },
      },
      // the group that the controller looks in is gone
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: autoscaling/v1\n    kind: HorizontalPodAutoscaler\n    metadata: {name: web}\n    spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: extensions/v1beta1, kind: Deployment, name: «web»}}\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {}\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: autoscaling/v1\n    kind: HorizontalPodAutoscaler\n    metadata: {name: web}\n    spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {}\n',
      },
      // without a group the controller looks in the core group
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef:\n    kind: Deployment\n    name: «web»\n  maxReplicas: 5\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {}\n',
        fixed:
          'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef:\n    kind: Deployment\n    name: web\n    apiVersion: apps/v1\n  maxReplicas: 5\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {}\n',
      },
      // what is there is something else altogether
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: «web»}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: database}\nspec: {}\n',
      },
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: «web»}\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {}\n',
      // the target is kept elsewhere
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
      // a kind that is not built in
      {
        text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web, namespace: shop}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web}\n',
        files: { 'rollout.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec: {}\n' },
      },
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: []\n',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  maxReplicas: 5\n  scaleTargetRef: {apiVersion: v1, kind: ReplicationController, name: web}\n---\napiVersion: v1\nkind: ReplicationController\nmetadata: {name: web}\nspec: {}\n',
    ],
  },
});

/** What the autoscaler scales. Its metrics refer to things, too. */
function targetReference({ references, object }: Resource): Reference | undefined {
  const name = plainText(object, [...targetPath, 'name']);
  const kind = plainText(object, [...targetPath, 'kind']);
  return references.find(
    ({ place, target, name: { text } }) =>
      place === 'autoscaling/CrossVersionObjectReference#name' && text === name && kind !== undefined && target.endsWith(`/${kind}`),
  );
}

/** Something with the name that can be scaled, of the kind that is written if there is one: its kind or group was written wrongly. */
function sameName(cluster: Cluster, { namespace, object }: Resource, name: string): Placed | undefined {
  const kind = plainText(object, [...targetPath, 'kind']);
  const candidates = scalable.flatMap((key) => cluster.named(key, name)).filter(({ resource }) => mayShare(namespace, resource.namespace));
  return candidates.find(({ resource }) => resource.kind === kind) ?? candidates[0];
}

/** Points the autoscaler at what has the name, where that is plain to write. */
function retarget(manifest: Manifest | undefined, { resource }: Placed): Fix | undefined {
  const target = manifest && mapAt(manifest.document.source.ast, manifest.root, targetPath);
  const kind = target && pairOf(target, 'kind');
  const kindEdits = kind && replaceText(manifest.document, kind, resource.kind);
  if (!kindEdits) return undefined;
  const apiVersion = pairOf(target, 'apiVersion');
  const added = apiVersion ? undefined : insertEntry(manifest.document, target, ['apiVersion', resource.apiVersion]);
  const edits = apiVersion ? replaceText(manifest.document, apiVersion, resource.apiVersion) : added && [added];
  if (!edits) return undefined;
  const name = `${resource.apiVersion} ${resource.kind}`;
  return { title: { ko: `\`${name}\`(으)로 고치기`, en: `Change to \`${name}\`` }, edits: [...kindEdits, ...edits] };
}
