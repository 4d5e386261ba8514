import { defineRule } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { runsOn } from '../probe.ts';

/** Silent on Pods that run once, as for a test or to look around, and on those of another's making. */
export const noBarePod = defineRule<KubernetesModel>({
  id: 'kubernetes/no-bare-pod',
  severity: 'info',
  presets: [],
  equivalents: ['kyverno:prevent-bare-pods'],
  message: {
    ko: '홀로 만든 Pod는 노드가 사라지면 다시 생기지 않습니다. Deployment 같은 워크로드로 만드세요.',
    en: 'A Pod of its own does not come back when its node is gone. Let a Deployment or another workload make it.',
  },
  why: {
    ko: 'kubelet은 컨테이너만 다시 시작합니다. Pod를 다른 노드에 다시 만들고 개수와 버전을 관리하는 것은 Deployment, StatefulSet, Job의 일입니다.',
    en: 'The kubelet only restarts containers. Making the Pod again on another node, and keeping its number and version, is what Deployments, StatefulSets and Jobs do.',
  },
  note: 'kubernetes/Pod',
  check: perWholeManifest((manifest, report) => {
    const { document, root, kind, apiVersion } = manifest;
    const { ast } = document.source;
    if (kind !== 'Pod' || apiVersion !== 'v1' || !runsOn(manifest)) return;
    const isMade = [['ownerReferences'], ['annotations', 'helm.sh/hook'], ['annotations', 'kubernetes.io/config.mirror']].some(
      (path) => !isEmpty(nodeAt(ast, root, ['metadata', ...path])),
    );
    const pair = pairOf(root, 'kind');
    const at = pair && spanOfKey(document, pair);
    if (at && !isMade && !isEmpty(nodeAt(ast, root, ['spec']))) report({ at });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\n«kind»: Pod # 웹\nmetadata:\n  name: web\nspec:\n  containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- {apiVersion: v1, «kind»: Pod, metadata: {name: web}, spec: {restartPolicy: Always, containers: []}}\r\n',
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers: []\n',
      // runs once
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: once\nspec:\n  restartPolicy: Never\n  containers: []\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: test\n  annotations:\n    helm.sh/hook: test\nspec:\n  containers: []\n',
    ],
  },
});
