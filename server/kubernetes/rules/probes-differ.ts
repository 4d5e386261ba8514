import type { YAMLMap } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry, replaceText } from '../../yaml/edit.ts';
import { spanOfKey, type YamlDocument } from '../../yaml/parse.ts';
import { mapAt, pairOf, pairsOf, textAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { patienceOf, questionOf } from '../probe.ts';
import { containersOf } from '../workload.ts';

/**
 * The same question in both probes is fine where the liveness probe waits longer, which Kubernetes' documentation recommends:
 * the Pod leaves the traffic first and is restarted only if that does not help. Otherwise both act at once. This holds for
 * `tcpSocket` too, although its question can hardly be another one: patience can.
 */
export const probesDiffer = defineRule<KubernetesModel>({
  id: 'kubernetes/probes-differ',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-score:pod-probes-identical', 'kyverno:ensure-probes-different'],
  message: {
    ko: '컨테이너 `{container}`의 `livenessProbe`가 `readinessProbe`와 같은 검사를 하고 더 오래 기다리지도 않습니다. 다른 경로로 검사하거나 `failureThreshold`를 늘리세요.',
    en: 'The `livenessProbe` of container `{container}` asks the same as its `readinessProbe` and waits no longer. Let it ask something else, or raise its `failureThreshold`.',
  },
  why: {
    ko: '잠시 바쁠 뿐인 컨테이너는 트래픽에서 빼고 기다리면 됩니다. 두 프로브가 함께 실패하면 쉬게 하는 대신 다시 시작해, 남은 Pod에 짐이 더 몰립니다.',
    en: 'A container that is merely busy needs a rest from traffic. If both probes fail together it is restarted instead, and the other Pods get its load on top.',
  },
  note: 'kubernetes/Container#livenessProbe',
  url: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
  check: perManifest((manifest, report) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const { node, name } of containersOf(manifest)) {
      const readiness = mapAt(ast, node, ['readinessProbe']);
      const liveness = mapAt(ast, node, ['livenessProbe']);
      if (!readiness || !liveness) continue;
      const question = questionOf(ast, node, liveness);
      if (question === undefined || question !== questionOf(ast, node, readiness)) continue;
      if (patienceOf(ast, liveness) > patienceOf(ast, readiness)) continue;
      const pair = pairsOf(ast, node).get('livenessProbe');
      const at = pair && spanOfKey(document, pair);
      if (at) report({ at, data: { container: name ?? '' }, fix: () => waitLonger(document, liveness, patienceOf(ast, readiness)) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      «livenessProbe»:\n        httpGet:\n          path: /health\n          port: 8080\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n        failureThreshold: 6\n',
      },
      // timing differs, patience does not
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n        initialDelaySeconds: 30\n      «livenessProbe»:\n        httpGet:\n          path: /health\n          port: 8080\n        # 천천히\n        initialDelaySeconds: 60\n        periodSeconds: 10\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n        initialDelaySeconds: 30\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n        # 천천히\n        initialDelaySeconds: 60\n        periodSeconds: 10\n        failureThreshold: 6\n',
      },
      // a named port, a default written out
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      ports:\n        - {name: http, containerPort: 8080}\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: http\n      «livenessProbe»:\n        httpGet:\n          path: /health\n          port: 8080\n          scheme: HTTP\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      ports:\n        - {name: http, containerPort: 8080}\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: http\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n          scheme: HTTP\n        failureThreshold: 6\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        tcpSocket:\n          port: 3306\n      «livenessProbe»:\n        tcpSocket:\n          port: 3306\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        tcpSocket:\n          port: 3306\n      livenessProbe:\n        tcpSocket:\n          port: 3306\n        failureThreshold: 6\n',
      },
      // an alias
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe: &ping\n        exec:\n          command: [mysqladmin, ping]\n      «livenessProbe»: *ping\n',
      },
      // less patient than the readiness probe
      {
        text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe: {grpc: {port: 9000}, failureThreshold: 5}\n      «livenessProbe»: {grpc: {port: 9000, service: ''}}\n",
      },
      {
        text: '# 웹\r\n---\r\napiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: 웹\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: shop/web:1.0\r\n      readinessProbe:\r\n        httpGet:\r\n          path: /health\r\n          port: 8080\r\n      «livenessProbe»:\r\n        httpGet:\r\n          path: /health\r\n          port: 8080\r\n',
        fixed:
          '# 웹\r\n---\r\napiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: 웹\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: shop/web:1.0\r\n      readinessProbe:\r\n        httpGet:\r\n          path: /health\r\n          port: 8080\r\n      livenessProbe:\r\n        httpGet:\r\n          path: /health\r\n          port: 8080\r\n        failureThreshold: 6\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /readyz\n          port: 8080\n      livenessProbe:\n        httpGet:\n          path: /livez\n          port: 8080\n',
      // it leaves the traffic first, and is restarted only later
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n        failureThreshold: 6\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        tcpSocket:\n          port: 3306\n        periodSeconds: 5\n      livenessProbe:\n        tcpSocket:\n          port: 3306\n        periodSeconds: 20\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      livenessProbe:\n        tcpSocket:\n          port: 3306\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      readinessProbe: {}\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n',
      // a template
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: {{ .Values.image }}\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      livenessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n',
    ],
  },
});

/** Lets the liveness probe fail for twice as long as the readiness probe before it acts. */
function waitLonger(document: YamlDocument, liveness: YAMLMap, patience: number): Fix | undefined {
  const period = Number(textAt(document.source.ast, liveness, ['periodSeconds']) ?? 10);
  const threshold = Math.ceil((2 * patience) / period);
  if (!(threshold > 0 && threshold < 1000)) return undefined;
  const pair = pairOf(liveness, 'failureThreshold');
  const edit = pair ? undefined : insertEntry(document, liveness, ['failureThreshold', threshold]);
  const edits = pair ? replaceText(document, pair, threshold) : edit && [edit];
  const title = {
    ko: `\`failureThreshold: ${threshold}\`으로 더 오래 기다리기`,
    en: `Wait longer, with \`failureThreshold: ${threshold}\``,
  };
  return edits && { title, edits };
}
