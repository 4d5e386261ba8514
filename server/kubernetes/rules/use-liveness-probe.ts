import { defineRule } from '../../rule.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containerSpan } from '../owner.ts';
import { runsOn } from '../probe.ts';
import { containersOf, isWhole } from '../workload.ts';

/**
 * Not among the recommended rules: a process that ends by itself when it is broken needs no liveness probe, and a hasty one does
 * harm. No fix for the same reason: a probe that nobody thought about is worse than none.
 */
export const useLivenessProbe = defineRule<KubernetesModel, { readonly withoutImage: boolean }>({
  id: 'kubernetes/use-liveness-probe',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:no-liveness-probe', 'polaris:livenessProbeMissing'],
  message: {
    ko: '컨테이너 `{container}`에 `livenessProbe`가 없습니다. 멈춘 프로세스를 알아내는 프로브를 적으세요.',
    en: 'Container `{container}` has no `livenessProbe`. Write one that notices a process that hangs.',
  },
  why: {
    ko: '프로세스가 끝나지 않고 멈추기만 하면 Kubernetes는 알 수 없습니다. 프로브가 실패해야 컨테이너를 다시 시작합니다.',
    en: 'Kubernetes cannot see that a process hangs without ending; a probe that fails gets the container restarted.',
  },
  note: 'kubernetes/Container#livenessProbe',
  options: {
    // A container without an image belongs to a patch, or is still being written.
    withoutImage: false,
  },
  optionsInAll: { withoutImage: true },
  check: perWholeManifest((manifest, report, { withoutImage }) => {
    const { ast } = manifest.document.source;
    if (!runsOn(manifest)) return;
    for (const container of containersOf(manifest)) {
      const { node, name = '', role } = container;
      if (role !== 'main' || !isEmpty(nodeAt(ast, node, ['livenessProbe'])) || !(withoutImage || isWhole(manifest, container))) continue;
      const at = containerSpan(manifest, container);
      if (at) report({ at, data: { container: name } });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: «web» # 웹\n          image: shop/web:1.0\n          readinessProbe:\n            tcpSocket: {port: 80}\n          livenessProbe:\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Pod\r\n  metadata: {name: web}\r\n  spec:\r\n    containers: [{«image»: "shop/web:1.0"}]\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: migrate\n      image: shop/migrate:1.0\n  containers:\n    - name: web\n      image: shop/web:1.0\n      livenessProbe:\n        tcpSocket: {port: 80}\n',
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: report\n              image: shop/report:1.0\n',
      // a patch
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env: []\n',
    ],
  },
});
