import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { chosenBy } from '../wires/pods.ts';
import { nearestTo, seeAlso, spanOf, textsOf, writeInstead } from '../wires/report.ts';

export const serviceTargetPort = defineRule<KubernetesModel>({
  id: 'kubernetes/service-target-port',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '이 Service가 고르는 Pod에 `{port}` 포트가 없습니다. 컨테이너의 `ports[].name`과 같게 적으세요.',
    en: 'The Pods that this Service selects have no port named `{port}`. Write a name of the containers’ `ports`.',
  },
  variants: {
    near: {
      ko: '이 Service가 고르는 Pod에 `{port}` 포트가 없습니다. 혹시 `{near}`인가요?',
      en: 'The Pods that this Service selects have no port named `{port}`. You probably mean `{near}`.',
    },
  },
  why: {
    ko: '이름으로 적은 `targetPort`는 Pod의 컨테이너 포트에서 찾습니다. 없으면 그 포트에는 엔드포인트가 생기지 않아 연결이 실패합니다.',
    en: 'A `targetPort` that is a name is looked up in the Pods’ container ports. Without one the port has no endpoints, and connections fail.',
  },
  note: 'kubernetes/ServicePort#targetPort',
  check: perResource((resource, report, { cluster }) => {
    const [selection] = resource.key === '/Service' ? resource.selections : [];
    if (!selection || selection.conditions.length === 0) return;
    const chosen = chosenBy(cluster, resource, selection);
    // A patch shows some of a Pod's ports only.
    if (chosen.length === 0 || chosen.some(({ path }) => cluster.isPatch(path))) return;
    const names = chosen.flatMap((placed) => textsOf(placed.resource.pods?.ports.flatMap(({ name }) => name ?? []) ?? []));
    for (const { target } of resource.ports) {
      if (!target || /^\d+$/.test(target.text) || names.includes(target.text)) continue;
      const near = nearestTo(target.text, names);
      const [first] = chosen;
      report({
        at: spanOf(target.mark),
        ...(near === undefined ? {} : { variant: 'near', fix: () => writeInstead(target.mark, near) }),
        data: { port: target.text, near: near ?? '' },
        ...(first
          ? { related: [seeAlso(first, { ko: '`{resource}`의 Pod를 고릅니다.', en: 'It selects the Pods of `{resource}`.' })] }
          : {}),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: «htp»\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      ports:\n        - name: http\n          containerPort: 8080\n',
        fixed:
          'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: http\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      ports:\n        - name: http\n          containerPort: 8080\n',
      },
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n  ports:\n    - {port: 80, targetPort: "«metrics»"}\n',
        files: {
          'web.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          ports: [{name: http, containerPort: 8080}]\n',
        },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: http\n    - port: 443\n      targetPort: 8443\n    - port: 22\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      ports:\n        - name: http\n          containerPort: 8080\n',
      // no Pod to look at
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: http\n',
      // one of the Pods has it
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: http\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: web}}\nspec:\n  containers: [{name: a, ports: [{name: http, containerPort: 80}]}]\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b, labels: {app: web}}\nspec:\n  containers: [{name: b}]\n',
    ],
  },
});
