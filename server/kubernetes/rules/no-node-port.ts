import { defineRule } from '../../rule.ts';
import { replaceText } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapAt, mapsAt, nodeAt, pairOf, stringAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';

const equivalents: Readonly<Record<string, readonly string[]>> = {
  NodePort: ['kube-linter:exposed-services', 'kube-score:service-type', 'kyverno:restrict-node-port'],
  LoadBalancer: ['kube-linter:exposed-services'],
};

export const noNodePort = defineRule<KubernetesModel, { readonly types: readonly string[] }>({
  id: 'kubernetes/no-node-port',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:exposed-services', 'kube-score:service-type', 'kyverno:restrict-node-port'],
  message: {
    ko: '`NodePort`는 모든 노드의 포트를 바깥에 엽니다. 개발용이 아니면 `ClusterIP`와 Ingress를 쓰세요.',
    en: '`NodePort` opens a port of every node to the outside. Unless it is for development, use `ClusterIP` with an Ingress.',
  },
  variants: {
    other: {
      ko: '`{type}` 타입의 Service는 클러스터 바깥에서 닿습니다. 안에서만 쓴다면 `ClusterIP`로 하세요.',
      en: 'A Service of type `{type}` is reached from outside the cluster. If only the cluster needs it, use `ClusterIP`.',
    },
  },
  why: {
    ko: '노드에 닿을 수 있는 누구나 Ingress의 TLS와 인증, 네트워크 규칙을 거치지 않고 들어옵니다.',
    en: 'Whoever can reach a node comes in past the TLS, the authentication and the rules of the Ingress.',
  },
  note: 'kubernetes/ServiceSpec#type',
  options: {
    // The types of Services that are not wanted.
    types: ['NodePort'],
  },
  optionsInAll: { types: ['NodePort', 'LoadBalancer'] },
  check: perManifest((manifest, report, { types }) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    const spec = mapAt(ast, root, ['spec']);
    const value = nodeAt(ast, spec, ['type']);
    const type = stringAt(ast, spec, ['type']);
    const at = value && spanOfNode(document, value);
    if (!isOfKind(manifest, 'Service', '') || !spec || !at || type === undefined || !types.includes(type)) return;
    report({
      at,
      equivalents: equivalents[type] ?? [],
      data: { type },
      ...(type !== 'NodePort' && { variant: 'other' }),
      fix: () => {
        // These fields belong to the other types.
        const fields = [
          'externalTrafficPolicy',
          'healthCheckNodePort',
          'loadBalancerIP',
          'loadBalancerClass',
          'loadBalancerSourceRanges',
          'allocateLoadBalancerNodePorts',
        ];
        const isBound =
          fields.some((field) => !isEmpty(nodeAt(ast, spec, [field]))) ||
          mapsAt(ast, spec, ['ports']).some((port) => !isEmpty(nodeAt(ast, port, ['nodePort'])));
        const pair = pairOf(spec, 'type');
        const edits = isBound || !pair ? undefined : replaceText(document, pair, 'ClusterIP');
        return edits && { title: { ko: '`ClusterIP`로 바꾸기', en: 'Change to `ClusterIP`' }, edits };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: «NodePort» # 개발용\n  ports:\n    - port: 80\n',
        fixed: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ClusterIP # 개발용\n  ports:\n    - port: 80\n',
      },
      // its port belongs to the type
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Service\r\n  metadata: {name: web}\r\n  spec: {type: «"NodePort"», ports: [{port: 80, nodePort: 30080}]}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: «LoadBalancer»\n  externalTrafficPolicy: Local\n  ports:\n    - port: 80\n',
        options: { types: ['LoadBalancer'] },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ClusterIP\n  ports:\n    - port: 80\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 80\n',
    ],
  },
});
