import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { selects } from '../wires/match.ts';
import { plainText } from '../wires/plain.ts';
import { nameOf, seeAlso, spanOf, writeInstead } from '../wires/report.ts';
import { missingOf, targetsOf } from '../wires/resolve.ts';
import type { Resource } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

export const statefulSetService = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/stateful-set-service',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-score:statefulset-has-servicename'],
  message: {
    ko: '작업 영역에 Service `{name}` 매니페스트가 없습니다. `serviceName`이 가리킬 헤드리스 Service를 만드세요.',
    en: 'There is no Service `{name}` in the workspace. Make the headless Service that `serviceName` means.',
  },
  variants: {
    none: {
      ko: '`{name}`에 `serviceName`이 없습니다. 헤드리스 Service를 만들고 그 이름을 적으세요.',
      en: '`{name}` has no `serviceName`. Make a headless Service and write its name.',
    },
    near: {
      ko: '작업 영역에 Service `{name}` 매니페스트가 없습니다. 혹시 `{near}`인가요?',
      en: 'There is no Service `{name}`. You probably mean `{near}`.',
    },
    headless: {
      ko: 'Service `{name}`에 가상 IP가 있습니다. `serviceName`에는 `clusterIP: None`인 헤드리스 Service를 적으세요.',
      en: 'Service `{name}` has a virtual IP. `serviceName` wants a headless Service, one with `clusterIP: None`.',
    },
    pods: {
      ko: 'Service `{name}`의 셀렉터는 이 StatefulSet의 Pod를 고르지 않습니다. 둘의 레이블을 맞추세요.',
      en: 'The selector of Service `{name}` does not choose the Pods of this StatefulSet. Make the labels agree.',
    },
  },
  why: {
    ko: 'Pod마다 갖는 고정 이름(`db-0.db`)은 이 헤드리스 Service가 DNS에 올립니다. 없거나 맞지 않으면 Pod끼리 이름으로 찾지 못합니다.',
    en: 'This headless Service is what puts each Pod’s own name (`db-0.db`) into DNS. Without it the Pods cannot find each other by name.',
  },
  note: 'kubernetes/StatefulSetSpec#serviceName',
  options: {
    // Whether to speak of a missing Service even where the workspace holds none at all, or none is asked for.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options }) => {
    if (resource.key !== 'apps/StatefulSet') return;
    const reference = resource.references.find(({ place }) => place === 'apps/StatefulSetSpec#serviceName');
    if (!reference) {
      if (options.unsure) report({ at: spanOf(resource.mark), variant: 'none', data: { name: nameOf(resource) } });
      return;
    }
    const { name } = reference;
    const at = spanOf(name.mark);
    const data = { name: name.text };
    const missing = missingOf(cluster, resource, reference);
    if (missing) {
      const near = missing.near?.resource.name?.text;
      if (missing.near && near !== undefined) {
        report({
          at,
          variant: 'near',
          data: { ...data, near },
          related: [seeAlso(missing.near, { ko: '비슷한 이름: `{resource}`.', en: '`{resource}` is here.' })],
          fix: () => writeInstead(name.mark, near),
        });
      } else if (missing.hasOthers || options.unsure) report({ at, data });
      return;
    }
    const services = targetsOf(cluster, resource, reference);
    const [service] = services;
    // Of a Service that is patched only parts are known.
    if (!service || services.some(({ path }) => cluster.isPatch(path))) return;
    const related = [seeAlso(service, { ko: '`{resource}` 매니페스트가 여기에 있습니다.', en: '`{resource}` is here.' })];
    if (!services.some((placed) => isHeadless(placed.resource))) report({ at, variant: 'headless', data, related });
    else if (resource.pods && !services.some((placed) => choosesPodsOf(placed.resource, resource)))
      report({ at, variant: 'pods', data, related });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  serviceName: «db» # 이름\n  template:\n    metadata:\n      labels: {app: db}\n    spec: {}\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  selector: {app: db}\n  ports:\n    - port: 5432\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\n  namespace: shop\r\nspec:\r\n  serviceName: "«db-headles»"\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\n  namespace: shop\r\nspec:\r\n  serviceName: "db-headless"\r\n',
        files: {
          'service.yaml':
            'apiVersion: v1\nkind: Service\nmetadata: {name: db-headless, namespace: shop}\nspec: {clusterIP: None, selector: {app: db}}\n',
        },
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: StatefulSet\n    metadata: {name: db}\n    spec: {serviceName: «db», template: {metadata: {labels: {app: db}}, spec: {}}}\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: db}\n    spec: {clusterIP: None, selector: {app: web}}\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {serviceName: «db»}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}}\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  serviceName: «db»\n',
        options: { unsure: true },
      },
      {
        text: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: «db»\nspec:\n  template: {}\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  serviceName: db\n  template:\n    metadata:\n      labels: {app: db, tier: data}\n    spec: {}\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  clusterIP: None\n  selector: {app: db}\n',
      // kept elsewhere
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  serviceName: db\n',
      // one of two environments has it
      {
        text: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {serviceName: db, template: {metadata: {labels: {app: db}}, spec: {}}}\n',
        files: {
          'test/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {selector: {app: db}}\n',
          'live/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {clusterIP: "None", selector: {app: db}}\n',
        },
      },
      // a patch of the Service tells only a part
      {
        text: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {serviceName: db}\n',
        files: {
          'live/kustomization.yaml': 'resources: [../]\npatches: [{path: service.yaml}]\n',
          'live/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {ports: [{port: 1}]}\n',
        },
      },
    ],
  },
});

function isHeadless({ object }: Resource): boolean {
  return plainText(object, ['spec', 'clusterIP']) === 'None';
}

function choosesPodsOf(service: Resource, { pods }: Resource): boolean {
  const [selection] = service.selections;
  // Without a selector somebody else writes the endpoints, Pods' names included.
  return selection === undefined || selection.conditions.length === 0 || selects(selection.conditions, pods?.labels ?? new Map());
}
