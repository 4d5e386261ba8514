import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { lintWorkspace } from '../../../server/api.ts';
import { pieces } from '../../../server/kubernetes/completion/skeletons/pieces.ts';
import { library } from '../../../server/library.ts';
import { accepted, labels } from './completing.ts';

const limits = '      resources:\n        requests: {cpu: 100m, memory: 128Mi}\n        limits: {memory: 256Mi}\n';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web}\nspec:\n';
const container = (rest: string, resources = limits): string =>
  `${pod}  containers:\n    - name: web\n      image: example/web:1.0.0\n${resources}${rest}`;
const ofPod = (rest: string): string => `${container('')}${rest}`;
const ingress = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  ingressClassName: nginx\n';
const policy = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {}\n';

/** Where each piece goes. */
const frames: Readonly<Record<string, string>> = {
  'core/Container#resources': container('      ▮\n', ''),
  'core/Container#': `${container('')}    - ▮\n`,
  'core/Container': container('      ▮\n'),
  'core/PodSpec': ofPod('  ▮\n'),
  'core/ContainerPort': container('      readinessProbe: {tcpSocket: {port: 8080}}\n      ports:\n        - ▮\n'),
  'core/EnvVar': container('      env:\n        - ▮\n'),
  'core/VolumeMount': `${container('      volumeMounts:\n        - ▮\n')}  volumes:\n    - name: data\n      emptyDir: {}\n`,
  'core/Volume': ofPod('  volumes:\n    - ▮\n'),
  'core/Toleration': ofPod('  tolerations:\n    - ▮\n'),
  'core/TopologySpreadConstraint': ofPod('  topologySpreadConstraints:\n    - ▮\n'),
  'core/ServicePort': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - ▮\n',
  'networking.k8s.io/IngressRule': `${ingress}  rules:\n    - ▮\n`,
  'networking.k8s.io/HTTPIngressPath': `${ingress}  rules:\n    - host: a.example.com\n      http:\n        paths:\n          - ▮\n`,
  'networking.k8s.io/IngressTLS': `${ingress}  defaultBackend:\n    service:\n      name: web\n      port:\n        number: 80\n  tls:\n    - ▮\n`,
  'networking.k8s.io/NetworkPolicyIngressRule': `${policy}  policyTypes: [Ingress]\n  ingress:\n    - ▮\n`,
  'networking.k8s.io/NetworkPolicyEgressRule': `${policy}  policyTypes: [Egress]\n  egress:\n    - ▮\n`,
  'rbac.authorization.k8s.io/PolicyRule': 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: a\nrules:\n  - ▮\n',
  'autoscaling/MetricSpec':
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  minReplicas: 2\n  maxReplicas: 5\n  metrics:\n    - ▮\n',
};

/** What the recommended rules say about a file, and what does not parse in it. */
function findings(text: string): readonly string[] {
  const broken = parseAllDocuments(text).flatMap((document) =>
    (document as { errors: readonly Error[] }).errors.map(({ message }) => message),
  );
  const { files } = lintWorkspace([{ path: 'manifest.yaml', text }], {}, (message) => assert.fail(message));
  assert.equal(files.length, 1, `recognised: ${text}`);
  return [...broken, ...(files[0]?.findings ?? []).map(({ rule, message }) => `${rule}: ${message}`)];
}

const otherStyle = (marked: string): string =>
  marked.replace(/(?<=metadata:\n)(?: {2}\w.*\n)+/, (lines) => lines.replaceAll(/^ {2}/gm, '    '));

describe('kubernetes skeletons', () => {
  for (const piece of pieces) {
    const { label, on, field } = piece;
    it(`${on} ${label}: parses, is valid, and quiet under the recommended rules`, () => {
      const marked = frames[field === undefined ? `${on}#` : `${on}#${field}`] ?? frames[on];
      assert.ok(marked, `a frame for ${on}`);
      for (const frame of [marked, otherStyle(marked)]) {
        const text = accepted(frame, label);
        assert.deepEqual(findings(text), [], text);
      }
    });
  }

  it('have notes and tell in both languages what they are', () => {
    for (const { label, note, detail } of pieces) {
      assert.match(detail.ko, /[가-힣]/, label);
      assert.doesNotMatch(detail.en, /[가-힣]/, label);
      assert.ok(library.has(note), note);
    }
  });

  it('come below the fields, and only where they fit', () => {
    const found = labels(container('      ▮\n'));
    assert.ok(found.indexOf('livenessProbe (HTTP)') > found.indexOf('workingDir'));
    assert.ok(!found.includes('resources (requests, limits)') && !found.includes('container'));
  });
});
