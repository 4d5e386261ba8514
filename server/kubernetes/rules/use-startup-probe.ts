import { isMap, isScalar, type YAMLMap } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import { deletePair, insertEntry, type Entry } from '../../yaml/edit.ts';
import { spanOfKey, type YamlDocument } from '../../yaml/parse.ts';
import { keyOf } from '../../yaml/path.ts';
import { isEmpty, mapAt, nodeAt, pairOf, pairsOf, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containersOf } from '../workload.ts';

export const useStartupProbe = defineRule<KubernetesModel, { readonly seconds: number }>({
  id: 'kubernetes/use-startup-probe',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`livenessProbe`가 시작을 기다리느라 {seconds}초를 쉽니다. 느린 시작은 `startupProbe`로 기다리고 이 값을 줄이세요.',
    en: 'The `livenessProbe` rests {seconds} seconds to wait for the start. Wait for a slow start with a `startupProbe` and lower this.',
  },
  why: {
    ko: '이 시간은 다시 시작할 때마다 고스란히 지나가고, 그보다 느린 시작은 끝없는 재시작이 됩니다. `startupProbe`는 시작이 끝나는 대로 검사를 넘겨줍니다.',
    en: 'The delay passes in full at every restart, and a start that takes longer still ends in a restart loop. A `startupProbe` hands over as soon as the container has started.',
  },
  note: 'kubernetes/Container#startupProbe',
  options: {
    // A shorter delay is not worth another probe.
    seconds: 30,
  },
  check: perWholeManifest((manifest, report, { seconds }) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const { node } of containersOf(manifest)) {
      const probe = mapAt(ast, node, ['livenessProbe']);
      const pair = probe && pairsOf(ast, probe).get('initialDelaySeconds');
      const at = pair && spanOfKey(document, pair);
      const delay = Number(textAt(ast, probe, ['initialDelaySeconds']));
      if (probe && at && delay > seconds && isEmpty(nodeAt(ast, node, ['startupProbe'])))
        report({ at, data: { seconds: String(delay) }, fix: () => startUp(document, node, probe, delay) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:1.0\n          livenessProbe:\n            httpGet:\n              path: /live\n              port: 8080\n            «initialDelaySeconds»: 60 # 느린 시작\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:1.0\n          startupProbe:\n            httpGet:\n              path: /live\n              port: 8080\n            periodSeconds: 5\n            failureThreshold: 24\n          livenessProbe:\n            httpGet:\n              path: /live\n              port: 8080\n            # 느린 시작\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n        - name: web\r\n          image: shop/web:1.0\r\n          livenessProbe:\r\n            «initialDelaySeconds»: 60\r\n            exec:\r\n              command: [check]\r\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: shop/web:1.0\r\n      livenessProbe: {tcpSocket: {port: 80}, «initialDelaySeconds»: 20}\r\n',
        options: { seconds: 10 },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      startupProbe:\n        tcpSocket: {port: 80}\n        failureThreshold: 30\n      livenessProbe:\n        tcpSocket: {port: 80}\n        initialDelaySeconds: 60\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      livenessProbe:\n        tcpSocket: {port: 80}\n        initialDelaySeconds: 15\n',
      // a readiness probe restarts nothing
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      readinessProbe:\n        tcpSocket: {port: 80}\n        initialDelaySeconds: 90\n',
    ],
  },
});

/** Asks the same in a startup probe, for up to twice the delay, and drops the delay. */
function startUp(document: YamlDocument, container: YAMLMap, liveness: YAMLMap, delay: number): Fix | undefined {
  const handler = liveness.items
    .map((pair) => [keyOf(pair), pair.value] as const)
    .find(([key]) => key === 'httpGet' || key === 'tcpSocket' || key === 'grpc');
  const [name, value] = handler ?? [];
  const fields = isMap(value) ? value.items.map((pair) => scalarEntry(keyOf(pair), pair.value)) : [];
  const before = container.items[container.items.findIndex((pair) => keyOf(pair) === 'livenessProbe') - 1];
  const after = before && keyOf(before);
  const pair = pairOf(liveness, 'initialDelaySeconds');
  if (name === undefined || after === undefined || !pair || fields.length === 0 || !fields.every((field) => field !== undefined))
    return undefined;
  if (pairOf(container, 'startupProbe')) return undefined;
  const period = 5;
  const entry: Entry = [
    'startupProbe',
    [
      [name, fields],
      ['periodSeconds', period],
      ['failureThreshold', Math.ceil((2 * delay) / period)],
    ],
  ];
  const added = insertEntry(document, container, entry, after);
  const removed = deletePair(document, liveness, pair);
  const title = { ko: '`startupProbe`로 시작을 기다리기', en: 'Wait for the start with a `startupProbe`' };
  return added && removed && { title, edits: [added, removed] };
}

function scalarEntry(key: string | undefined, value: unknown): Entry | undefined {
  if (key === undefined || !isScalar(value) || value.anchor !== undefined) return undefined;
  const { value: scalar } = value;
  return typeof scalar === 'string' || typeof scalar === 'number' || typeof scalar === 'boolean' ? [key, scalar] : undefined;
}
