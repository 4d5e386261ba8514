import { defineRule, type RuleOptions, type Violation } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import type { Placed } from '../wires/cluster.ts';
import { nearestTo, seeAlso, spanOf, textsOf, writeInstead } from '../wires/report.ts';
import { missingOf, targetsOf } from '../wires/resolve.ts';
import type { Part } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const backendExists = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/backend-exists',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:dangling-ingress', 'kube-score:ingress-targets-service'],
  message: {
    ko: '작업 영역에 Service `{name}` 매니페스트가 없습니다. 이름을 확인하세요.',
    en: 'There is no Service `{name}` in the workspace. Check the name.',
  },
  variants: {
    near: {
      ko: '작업 영역에 Service `{name}` 매니페스트가 없습니다. 혹시 `{near}`인가요?',
      en: 'There is no Service `{name}`. You probably mean `{near}`.',
    },
    port: {
      ko: 'Service `{name}`에 `{port}` 포트가 없습니다. 있는 포트: {ports}. `targetPort`가 아니라 Service의 `port`나 그 이름을 적습니다.',
      en: 'Service `{name}` has no port `{port}`; it has {ports}. Write the Service’s `port` or its name, not the `targetPort`.',
    },
  },
  why: {
    ko: '보낼 Service나 포트가 없으면 이 경로로 온 요청은 503이나 404로 끝납니다.',
    en: 'Without the Service or the port, requests on this path end in 503 or 404.',
  },
  note: 'kubernetes/IngressServiceBackend',
  options: {
    // Whether to speak even where the workspace holds no Service at all.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    for (const reference of resource.references) {
      const { name, target, place, parts } = reference;
      if (target !== '/Service' || !/Backend/.test(place)) continue;
      const missing = missingOf(cluster, resource, reference);
      if (!missing) {
        const targets = targetsOf(cluster, resource, reference);
        for (const part of parts) checkPort(targets, name.text, part, report);
      } else if (missing.near) {
        const near = missing.near.resource.name?.text ?? '';
        report({
          at: spanOf(name.mark),
          variant: 'near',
          data: { name: name.text, near },
          related: [seeAlso(missing.near, { ko: '비슷한 이름: `{resource}`.', en: '`{resource}` is here.' })],
          fix: () => writeInstead(name.mark, near),
        });
      } else if (missing.hasOthers || options.unsure) report({ at: spanOf(name.mark), data: { name: name.text } });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: «web-servce»\n                port:\n                  number: 80\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web-service\nspec:\n  ports:\n    - port: 80\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: web-service\n                port:\n                  number: 80\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web-service\nspec:\n  ports:\n    - port: 80\n',
      },
      // the container's port instead of the Service's
      {
        text: 'apiVersion: networking.k8s.io/v1\r\nkind: Ingress\r\nmetadata:\r\n  name: web\r\nspec:\r\n  defaultBackend:\r\n    service:\r\n      name: web\r\n      port:\r\n        number: «8080» # 컨테이너\r\n',
        files: {
          'service.yaml':
            'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: http\n      port: 80\n      targetPort: 8080\n    - port: 9090\n',
        },
      },
      // a port's name
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n    service: {name: web, port: {name: «htp»}}\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n    service: {name: web, port: {name: http}}\n',
        files: { 'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{name: http, port: 80}]\n' },
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n    service: {name: «web», port: {number: 80}}\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n    service: {name: web, port: {name: http}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{name: http, port: 80}]\n',
      // no Service in the workspace: they are kept elsewhere
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n    service: {name: web, port: {number: 80}}\n',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  rules:\n    - host: shop.example.com\n',
      // an external name has no ports to check
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n    service: {name: web, port: {number: 80}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  type: ExternalName\n  externalName: shop.example.com\n',
    ],
  },
});

function checkPort(targets: readonly Placed[], name: string, part: Part, report: (violation: Violation) => void): void {
  const ports = targets.flatMap(({ resource }) => resource.ports);
  if (ports.length === 0) return;
  const isThere =
    part.kind === 'port number'
      ? ports.some(({ number }) => String(number) === part.text)
      : ports.some((port) => port.name?.text === part.text);
  if (isThere) return;
  const names = textsOf(ports.flatMap((port) => port.name ?? []));
  const near = part.kind === 'port name' ? nearestTo(part.text, names) : undefined;
  const [target] = targets;
  const shown = ports.map(({ name: portName, number }) => `\`${portName ? `${portName.text}: ` : ''}${String(number ?? '?')}\``);
  report({
    at: spanOf(part.mark),
    variant: 'port',
    data: { name, port: part.text, ports: [...new Set(shown)].slice(0, 5).join(', ') },
    ...(target
      ? { related: [seeAlso(target, { ko: '`{resource}`의 포트는 여기에 있습니다.', en: 'These are the ports of `{resource}`.' })] }
      : {}),
    ...(near === undefined ? {} : { fix: () => writeInstead(part.mark, near) }),
  });
}
