import { isSeq } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { mapAt, pairsOf, pairOf, resolve } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { groupOf, type KubernetesModel } from '../model.ts';
import { remove } from '../security/fixes.ts';

export const noExternalIps = defineRule<KubernetesModel>({
  id: 'kubernetes/no-external-ips',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kyverno:restrict-service-external-ips'],
  message: {
    ko: '`externalIPs`는 아무 주소나 가로챌 수 있어 Kubernetes 1.36에서 폐기 예고되었습니다. LoadBalancer나 Ingress를 쓰세요.',
    en: '`externalIPs` can seize any address and is deprecated since Kubernetes 1.36. Use a LoadBalancer or an Ingress.',
  },
  why: {
    ko: 'CVE-2020-8554: Kubernetes는 누구의 주소인지 확인하지 않아, Service를 만들 수 있는 사람이 남의 트래픽을 가로챌 수 있습니다.',
    en: 'CVE-2020-8554: Kubernetes does not ask whose address it is, so whoever may make Services can take the traffic of others.',
  },
  note: 'kubernetes/ServiceSpec#externalIPs',
  url: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  check: perManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    if (manifest.kind !== 'Service' || groupOf(manifest) !== '') return;
    const spec = mapAt(ast, root, ['spec']);
    const pair = spec && pairsOf(ast, spec).get('externalIPs');
    const addresses = pair && resolve(ast, pair.value);
    if (!pair || !isSeq(addresses) || addresses.items.length === 0) return;
    const at = spanOfKey(document, pair);
    if (!at) return;
    const own = pairOf(spec, 'externalIPs');
    report({ at, fix: () => own && remove(document, spec, own) });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  «externalIPs»:\n    - 203.0.113.7\n  ports:\n    - port: 80\n',
        fixed: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: v1\r\n    kind: Service\r\n    metadata: {name: web}\r\n    spec: {ports: [{port: 80}], «externalIPs»: [203.0.113.7]}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n  externalIPs: []\n  ports:\n    - port: 80\n',
      'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  externalIPs: [203.0.113.7]\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  externalIPs: 203.0.113.7\n',
    ],
  },
});
