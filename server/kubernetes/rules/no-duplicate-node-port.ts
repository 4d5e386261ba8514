import { defineRule, type RuleOptions } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { byKey } from '../wires/by-key.ts';
import { perResource } from '../wires/check.ts';
import { plainCount, plainList, plainText } from '../wires/plain.ts';
import { nameOf, seeAlso } from '../wires/report.ts';
import { areSame, standsAfter, surelyMeet } from '../wires/together.ts';
import type { Resource } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const withPort = byKey((resource) => nodePortsOf(resource).map(([, port]) => keyOf(port)));

export const noDuplicateNodePort = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/no-duplicate-node-port',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: 'Service `{other}`도 `nodePort: {port}`를 씁니다. 다른 번호를 적거나 지워서 클러스터가 고르게 하세요.',
    en: 'Service `{other}` uses `nodePort: {port}`, too. Write another number, or none and let the cluster choose.',
  },
  why: {
    ko: '`nodePort`는 네임스페이스가 달라도 클러스터 전체에서 하나씩입니다. 나중에 적용한 Service는 `provided port is already allocated` 오류로 거부됩니다.',
    en: 'A `nodePort` is given away once in the whole cluster, whatever the namespace. The Service applied second is refused with `provided port is already allocated`.',
  },
  note: 'kubernetes/ServicePort#nodePort',
  options: {
    // Whether to speak even where the two may belong to different clusters or environments.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, path, manifest }) => {
    if (resource.key !== '/Service') return;
    const own = { resource, path };
    for (const [index, port] of nodePortsOf(resource)) {
      const other = withPort(cluster.all('/Service'), keyOf(port)).find(
        (placed) =>
          !areSame(own, placed) &&
          !cluster.isPatch(placed.path) &&
          (options.unsure || placed.path === path || surelyMeet(own, placed)) &&
          standsAfter(cluster, own, placed),
      );
      const written = other && manifest();
      const map = written && mapsAt(written.document.source.ast, written.root, ['spec', 'ports'])[index];
      const node = map && nodeAt(written.document.source.ast, map, ['nodePort']);
      const at = node && spanOfNode(written.document, node);
      if (!at) continue;
      report({
        at,
        data: { port: String(port.number), other: nameOf(other.resource) },
        related: [seeAlso(other, { ko: '`{resource}` 매니페스트가 여기에 있습니다.', en: '`{resource}` is here.' })],
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: test}\nspec:\n  type: NodePort\n  ports: [{port: 80, nodePort: 30080}]\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n    - port: 443\n    - port: 80\n      nodePort: «30080» # 바깥\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Service\r\nmetadata: {name: web, namespace: shop}\r\nspec: {type: LoadBalancer, ports: [{port: 80, nodePort: «30080»}]}\r\n',
        files: {
          'api.yaml':
            'apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: {type: NodePort, ports: [{port: 81, nodePort: 30080}]}\n',
        },
      },
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, ports: [{port: 80, nodePort: «30080»}]}\n',
        files: {
          'api.yaml':
            'apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {type: NodePort, ports: [{port: 81, nodePort: 30080}]}\n',
        },
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Service\nmetadata: {name: dns}\nspec: {type: NodePort, ports: [{port: 53, nodePort: 30053, protocol: UDP}, {port: 53, nodePort: 30053}]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}\n',
      // perhaps of another environment
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}\n',
        files: {
          'a/web.yaml':
            'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}\n',
          'b/web.yaml':
            'apiVersion: v1\nkind: Service\nmetadata: {name: web-test}\nspec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}\n',
        },
      },
      'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: 80}\n',
    ],
  },
});

interface NodePort {
  readonly number: number;
  readonly protocol: string;
}

/** The node ports that a Service asks for, with the places of their ports in the list. */
function nodePortsOf({ object }: Resource): readonly (readonly [index: number, port: NodePort])[] {
  return plainList(object, ['spec', 'ports']).flatMap((port, index): [number, NodePort][] => {
    const number = plainCount(port, ['nodePort']);
    return number ? [[index, { number, protocol: plainText(port, ['protocol']) ?? 'TCP' }]] : [];
  });
}

function keyOf({ number, protocol }: NodePort): string {
  return `${number}/${protocol}`;
}
