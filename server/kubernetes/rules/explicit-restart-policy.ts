import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { podSpec } from '../workload.ts';

/** Kinds whose Pods the API server only takes with `Always`. */
const refused: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController']);

/** What the API server refuses is another rule's matter: Jobs without a policy, and other workloads with one that is not `Always`. */
export const explicitRestartPolicy = defineRule<KubernetesModel, { readonly accepted: readonly string[] }>({
  id: 'kubernetes/explicit-restart-policy',
  severity: 'hint',
  presets: [],
  equivalents: ['kube-linter:restart-policy'],
  message: {
    ko: '`{name}`에 `restartPolicy`가 없습니다. 컨테이너가 끝났을 때 다시 시작할지 적으세요.',
    en: '`{name}` has no `restartPolicy`. Write whether its containers are restarted when they end.',
  },
  variants: {
    other: {
      ko: '`restartPolicy: {policy}`이면 실패한 컨테이너를 다시 시작하지 않습니다. {accepted} 가운데 고르세요.',
      en: 'With `restartPolicy: {policy}` a container that failed is not restarted. Use one of {accepted}.',
    },
  },
  why: {
    ko: '적지 않으면 `Always`입니다. 적어 두면 읽는 사람이 기본값을 외우지 않아도 됩니다.',
    en: 'Left out it is `Always`; written down, nobody needs to know that by heart.',
  },
  note: 'kubernetes/PodSpec#restartPolicy',
  options: { accepted: ['Always', 'OnFailure'] },
  check: perWholeManifest((manifest, report, { accepted }) => {
    const { document } = manifest;
    const { ast } = document.source;
    const spec = podSpec(manifest);
    if (!spec) return;
    const value = nodeAt(ast, spec, ['restartPolicy']);
    const policy = textAt(ast, spec, ['restartPolicy']);
    const owner = ownerSpan(manifest);
    const isJob = manifest.kind === 'Job' || manifest.kind === 'CronJob';
    const at = value && spanOfNode(document, value);
    if (isEmpty(value)) {
      if (owner && !isJob) report({ at: owner, data: { name: manifest.name ?? manifest.kind } });
    } else if (at && !refused.has(manifest.kind) && policy !== undefined && !accepted.includes(policy))
      report({ at, variant: 'other', data: { policy, accepted: accepted.map((name) => `\`${name}\``).join(', ') } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  restartPolicy: «Never» # 한 번만\n  containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: apps/v1\r\n  kind: Deployment\r\n  metadata: {name: «web»}\r\n  spec: {template: {spec: {containers: []}}}\r\n',
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      restartPolicy: Always\n      containers: []\n',
      {
        text: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: []\n',
        options: { accepted: ['Never'] },
      },
      // refused by the API server: another rule speaks
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec:\n  template:\n    spec:\n      containers: []\n',
      // a patch
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers: []\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
