import { defineRule, type RuleOptions } from '../../rule.ts';
import { mapsAt, nodeAt, stringAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { createMarker } from '../../yaml/marks.ts';
import { selects } from '../wires/match.ts';
import { selectorOf, serviceMonitorKey, servicesAround } from '../wires/monitors.ts';
import { nearMiss, speaksOf, type LabelsOf } from '../wires/pods.ts';
import { nearestTo, seeAlso, spanOf, textsOf, writeInstead } from '../wires/report.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const equivalents = ['kube-linter:dangling-servicemonitor'];
const labelsOfService: LabelsOf = ({ labels }) => labels;

export const serviceMonitorSelectsServices = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/service-monitor-selects-services',
  severity: 'warning',
  presets: ['recommended'],
  equivalents,
  message: {
    ko: '이 셀렉터에 맞는 Service가 작업 영역에 없습니다. Service의 `metadata.labels`와 같게 적으세요.',
    en: 'No Service of the workspace matches this selector. Write the `metadata.labels` of the Service.',
  },
  variants: {
    near: {
      ko: '이 레이블을 가진 Service가 없습니다. 혹시 `{resource}`의 `{key}: {value}`인가요?',
      en: 'No Service has this label. You probably mean `{key}: {value}` of `{resource}`.',
      equivalents,
    },
    port: {
      ko: '이 ServiceMonitor가 고르는 Service에 `{port}` 포트가 없습니다. Service의 `ports[].name`과 같게 적으세요.',
      en: 'The Services that this ServiceMonitor selects have no port named `{port}`. Write a name of the Service’s `ports`.',
      equivalents: [],
    },
  },
  why: {
    ko: '맞는 Service나 포트가 없는 ServiceMonitor는 오류 없이 아무것도 수집하지 않습니다. 지표와 알림이 조용히 빠집니다.',
    en: 'A ServiceMonitor without a matching Service or port collects nothing and says nothing: metrics and alerts are quietly missing.',
  },
  note: 'kubernetes/LabelSelector',
  url: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor',
  options: {
    // Whether to speak even where no Service of the workspace has any of the labels' keys: it may be kept elsewhere.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, manifest }) => {
    const written = resource.key === serviceMonitorKey ? manifest() : undefined;
    const selector = written && selectorOf(written);
    if (!selector || selector.conditions.length === 0) return;
    const { conditions, mark } = selector;
    const around = servicesAround(cluster, resource);
    const chosen = around.filter((placed) => selects(conditions, placed.resource.labels));
    if (chosen.length === 0) {
      const miss = nearMiss(around, conditions, labelsOfService);
      if (miss) {
        const { condition, value, candidate } = miss;
        report({
          at: spanOf(condition.mark),
          variant: 'near',
          data: { key: condition.key, value, resource: `Service/${candidate.resource.name?.text ?? ''}` },
          related: [seeAlso(candidate, { ko: '그 레이블을 가진 것은 `{resource}`입니다.', en: '`{resource}` has that label.' })],
          fix: () => writeInstead(condition.mark, value),
        });
      } else if (options.unsure || speaksOf(around, conditions, labelsOfService)) report({ at: spanOf(mark) });
      return;
    }
    if (chosen.some(({ path }) => cluster.isPatch(path))) return; // of a patched Service only some ports are known
    const names = chosen.flatMap((placed) => textsOf(placed.resource.ports.flatMap(({ name }) => name ?? [])));
    const { document, root } = written;
    const marker = createMarker(document.source.text);
    for (const endpoint of mapsAt(document.source.ast, root, ['spec', 'endpoints'])) {
      const node = nodeAt(document.source.ast, endpoint, ['port']);
      const port = stringAt(document.source.ast, endpoint, ['port']);
      const where = node && marker.mark(node);
      if (!where || port === undefined || names.includes(port)) continue;
      const near = nearestTo(port, names);
      report({
        at: spanOf(where),
        variant: 'port',
        data: { port },
        related: chosen
          .slice(0, 1)
          .map((placed) => seeAlso(placed, { ko: '`{resource}`의 포트는 여기에 있습니다.', en: '`{resource}` is here.' })),
        ...(near === undefined ? {} : { fix: () => writeInstead(where, near) }),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: «web-servr» # 웹\n  endpoints:\n    - port: metrics\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {app: web-server}}\nspec: {ports: [{name: metrics, port: 9090}]}\n',
        fixed:
          'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web-server # 웹\n  endpoints:\n    - port: metrics\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {app: web-server}}\nspec: {ports: [{name: metrics, port: 9090}]}\n',
      },
      // the labels that count are the Service's own, not those of its selector
      {
        text: 'apiVersion: monitoring.coreos.com/v1\r\nkind: ServiceMonitor\r\nmetadata: {name: web, namespace: monitoring}\r\nspec: {namespaceSelector: {matchNames: [shop]}, «selector»: {matchLabels: {app: web}}}\r\n',
        files: {
          'service.yaml':
            'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop, labels: {app: frontend}}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n',
        },
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: monitoring.coreos.com/v1\n    kind: ServiceMonitor\n    metadata: {name: web}\n    spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: "«metric»"}]}\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: web, labels: {app: web}}\n    spec: {ports: [{name: metrics, port: 9090}]}\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: monitoring.coreos.com/v1\n    kind: ServiceMonitor\n    metadata: {name: web}\n    spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: "metrics"}]}\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: web, labels: {app: web}}\n    spec: {ports: [{name: metrics, port: 9090}]}\n',
      },
      {
        text: 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web}\nspec:\n  «selector»:\n    matchLabels: {app: web}\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web}\nspec:\n  selector:\n    matchExpressions: [{key: app, operator: In, values: [web, api]}]\n  endpoints:\n    - port: metrics\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {app: web}}\nspec: {ports: [{name: metrics, port: 9090}]}\n',
      // the Service is kept elsewhere
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web}\nspec:\n  selector:\n    matchLabels: {app: web}\n',
      // every Service of every namespace
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web, namespace: monitoring}\nspec:\n  namespaceSelector: {any: true}\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop, labels: {app: web}}\nspec: {ports: [{port: 80}]}\n',
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web}\nspec:\n  selector: {}\n',
    ],
  },
});
