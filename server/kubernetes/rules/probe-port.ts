import { isScalar } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { replaceText } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapsAt, nodeAt, pairOf, textAt, textOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { portProbes, type PortProbe } from '../probe.ts';
import { containersOf, isWhole } from '../workload.ts';

const equivalents: Readonly<Record<PortProbe['probe'], string>> = {
  livenessProbe: 'kube-linter:liveness-port',
  readinessProbe: 'kube-linter:readiness-port',
  startupProbe: 'kube-linter:startup-port',
};

/** A port of a container that is declared. */
interface Declared {
  readonly name: string | undefined;
  readonly number: string | undefined;
  readonly protocol: string;
}

export const probePort = defineRule<KubernetesModel, { readonly numbers: boolean; readonly withoutImage: boolean }>({
  id: 'kubernetes/probe-port',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: Object.values(equivalents),
  message: {
    ko: '`{probe}`가 묻는 포트 이름 `{port}`가 컨테이너 `{container}`의 `ports`에 없습니다. 이름을 고치거나 포트를 적으세요.',
    en: 'The `{probe}` asks the port named `{port}`, which is not among the `ports` of container `{container}`. Correct the name or declare the port.',
  },
  variants: {
    number: {
      ko: '`{probe}`가 묻는 포트 {port}이(가) 컨테이너 `{container}`의 `ports`에 없습니다. 번호를 확인하거나 포트를 적으세요.',
      en: 'The `{probe}` asks port {port}, which is not among the `ports` of container `{container}`. Check the number or declare the port.',
    },
    protocol: {
      ko: '`{probe}`는 TCP로 묻는데 컨테이너 `{container}`의 포트 `{port}`는 {protocol}입니다. TCP 포트를 적으세요.',
      en: 'The `{probe}` asks over TCP, but port `{port}` of container `{container}` is {protocol}. Name a TCP port.',
    },
  },
  why: {
    ko: '이름에 맞는 포트가 없으면 프로브는 언제나 실패합니다. 컨테이너가 거듭 다시 시작하거나 트래픽을 받지 못합니다.',
    en: 'A probe whose port name leads nowhere always fails: the container is restarted over and over, or never gets traffic.',
  },
  note: 'kubernetes/HTTPGetAction#port',
  options: {
    // A number works although it is not declared; that it is not may be a slip.
    numbers: false,
    // A container without an image belongs to a patch, or is still being written.
    withoutImage: false,
  },
  optionsInAll: { numbers: true, withoutImage: true },
  check: perWholeManifest((manifest, report, { numbers, withoutImage }) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const container of containersOf(manifest)) {
      if (!withoutImage && !isWhole(manifest, container)) continue;
      const declared = mapsAt(ast, container.node, ['ports']).map((port): Declared => ({
        name: textAt(ast, port, ['name']),
        number: textAt(ast, port, ['containerPort']),
        protocol: textAt(ast, port, ['protocol']) ?? 'TCP',
      }));
      for (const { probe, node } of portProbes(ast, container.node)) {
        const value = nodeAt(ast, node, ['port']);
        const at = value && spanOfNode(document, value);
        if (!isScalar(value) || isEmpty(value) || !at) continue;
        const port = textOf(value);
        const byName = typeof value.value === 'string' && !/^\d+$/.test(port);
        // What is filled in later is not known.
        if (/[${}]/.test(port) || (!byName && !numbers)) continue;
        const meant = declared.filter(({ name, number }) => (byName ? name : number) === port);
        if (meant.some(({ protocol }) => protocol === 'TCP')) continue;
        const [other] = meant;
        const data = { probe, port, container: container.name ?? '', protocol: other?.protocol ?? '' };
        const variant = other ? 'protocol' : byName ? undefined : 'number';
        report({
          at,
          data,
          ...(variant !== undefined && { variant }),
          equivalents: [equivalents[probe]],
          fix: () => (byName ? useName(manifest, node, port, declared) : undefined),
        });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:1.0\n          ports:\n            - name: http\n              containerPort: 8080\n            - name: metrics\n              containerPort: 9090\n          readinessProbe:\n            httpGet:\n              path: /ready\n              port: «htpp» # 웹\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:1.0\n          ports:\n            - name: http\n              containerPort: 8080\n            - name: metrics\n              containerPort: 9090\n          readinessProbe:\n            httpGet:\n              path: /ready\n              port: http # 웹\n',
      },
      // no port at all
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: shop/web:1.0\r\n      livenessProbe: {tcpSocket: {port: «"http"»}}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: dns\nspec:\n  containers:\n    - name: dns\n      image: shop/dns:1.0\n      ports:\n        - {name: dns, containerPort: 53, protocol: UDP}\n      startupProbe:\n        tcpSocket:\n          port: «dns»\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      ports:\n        - containerPort: 8080\n      livenessProbe:\n        grpc:\n          port: «9000»\n',
        options: { numbers: true },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      ports:\n        - {name: http, containerPort: 8080}\n      startupProbe:\n        httpGet: {path: /live, port: http}\n      livenessProbe:\n        httpGet: {path: /live, port: 8080}\n      readinessProbe:\n        exec:\n          command: [check]\n',
      // a number need not be declared
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      ports:\n        - {name: http, containerPort: 8080}\n      livenessProbe:\n        httpGet: {path: /live, port: 9090}\n',
      // another host's port
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      livenessProbe:\n        tcpSocket: {host: 10.0.0.1, port: 9090}\n',
        options: { numbers: true },
      },
      // a patch: the ports are elsewhere
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          livenessProbe:\n            httpGet: {path: /live, port: http}\n',
    ],
  },
});

/** Writes the name that is nearest, or the only one there is. */
function useName({ document }: Manifest, handler: PortProbe['node'], port: string, declared: readonly Declared[]): Fix | undefined {
  const names = declared.flatMap(({ name, protocol }) => (name !== undefined && protocol === 'TCP' ? [name] : []));
  const name = nearestNames(port, names, 1)[0] ?? (names.length === 1 ? names[0] : undefined);
  const pair = pairOf(handler, 'port');
  const edits = name === undefined || !pair ? undefined : replaceText(document, pair, name);
  return edits && name !== undefined ? { title: { ko: `\`${name}\` 포트로 바꾸기`, en: `Ask port \`${name}\`` }, edits } : undefined;
}
