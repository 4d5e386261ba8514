import assert from 'node:assert/strict';
import { box, draw, lines } from './draw.ts';

const deployment = (name: string, app: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: 3
  selector: { matchLabels: { app: ${app} } }
  template:
    metadata: { labels: { app: ${app} } }
    spec:
      containers: [{ name: c, image: "registry.example.com/team/app:1.2"${more} }]
`;
const service = (name: string, app: string) => `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${app} }, ports: [{ port: 80, targetPort: 8080 }] }
`;
const ingress = (to: string, port = 80) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${to}, port: { number: ${port} } } } }] } }]
`;
const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { key: a }\n`;
const fromConfig = (name: string, key = 'key') => `, env: [{ name: A, valueFrom: { configMapKeyRef: { name: ${name}, key: ${key} } } }]`;

const app = {
  'service.yaml': service('web', 'web'),
  'ingress.yaml': ingress('web'),
  'app.yaml': [deployment('web', 'web', fromConfig('conf')), configMap('conf')].join('---\n'),
  'hpa.yaml': `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: hpa }\nspec: { minReplicas: 2, maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }\n`,
  'other.yaml': deployment('other', 'other', fromConfig('conf')),
};

describe('drawing manifests', () => {
  it('shows what the file’s resources lead to, and what leads to them', () => {
    const drawing = draw(app);
    assert.deepEqual(lines(drawing).toSorted(), ['web -80→8080-> web', 'web --> conf', 'web -:80-> web'].toSorted());
    assert.equal(drawing.reach, 'file');
    assert.deepEqual(
      drawing.nodes.map(({ caption, label }) => `${caption ?? ''} ${label}`),
      ['Service web', 'Deployment web', 'ConfigMap conf', 'Ingress web'],
    );
    const workload = drawing.nodes[1];
    assert.equal(workload?.detail, 'replicas: 3\napp:1.2\napp.yaml');
    assert.deepEqual(workload.at, {
      uri: 'file:///w/app.yaml',
      range: { start: { line: 2, character: 18 }, end: { line: 2, character: 21 } },
    });
    assert.equal(box(drawing, 'web').isMain, true);
    assert.equal(drawing.nodes[3]?.detail, 'a.example.com\ningress.yaml');
  });

  it('counts lines from the start of the file', () => {
    const { nodes } = draw({ 'a.yaml': app['app.yaml'] });
    assert.equal(nodes.find(({ label }) => label === 'conf')?.at?.range.start.line, 13);
  });

  it('shows autoscalers and everything of a workspace', () => {
    const drawing = draw(app, { everything: true });
    assert.equal(drawing.reach, 'workspace');
    assert.equal(drawing.nodes.length, 6);
    assert.ok(lines(drawing).includes('hpa --> web'));
    assert.equal(box(drawing, 'hpa').detail, '2–9 Pods\nhpa.yaml');
  });

  it('marks loose wires: names, labels, keys and ports that are not there', () => {
    const named = draw({ 'a.yaml': ingress('wep'), 'b.yaml': service('web', 'web') });
    assert.deepEqual(lines(named), ['web =:80=x wep']);
    assert.equal(box(named, 'wep').isMissing, true);
    assert.equal(box(named, 'wep').detail, 'not in the workspace');
    const chosen = draw({ 'a.yaml': service('web', 'wep'), 'b.yaml': deployment('web', 'web') });
    assert.deepEqual(lines(chosen), ['web =80→8080=x app=wep']);
    assert.equal(box(chosen, 'app=wep').detail, 'no Pod has these labels');
    const key = draw({ 'a.yaml': deployment('web', 'web', fromConfig('conf', 'kye')), 'b.yaml': configMap('conf') });
    assert.deepEqual(lines(key), ['web =kye?=x conf']);
    const port = draw({ 'a.yaml': ingress('web', 8080), 'b.yaml': service('web', 'web') });
    assert.ok(lines(port).includes('web =8080?=x web'));
  });

  it('calls nothing missing that may be kept elsewhere, or while the workspace is read', () => {
    const alone = draw({ 'a.yaml': deployment('web', 'web', fromConfig('conf')) });
    assert.deepEqual(lines(alone), ['web ..> conf']);
    assert.equal(box(alone, 'conf').isMissing, undefined);
    const reading = draw({ 'a.yaml': ingress('wep'), 'b.yaml': service('web', 'web') }, { isReading: true, locale: 'ko' });
    assert.deepEqual(
      reading.nodes.filter(({ isMissing }) => isMissing),
      [],
    );
    assert.match(reading.remarks?.[0] ?? '', /아직 읽고 있어/);
  });

  it('frames namespaces when there are several, and keeps environments apart', () => {
    const inNamespace = (text: string, name: string): string => text.replaceAll('metadata: { name', `metadata: { namespace: ${name}, name`);
    const one = [service('web', 'web'), deployment('web', 'web')].join('---\n');
    const drawing = draw({ 'a/a.yaml': inNamespace(one, 'a'), 'b/b.yaml': inNamespace(one, 'b') }, { everything: true });
    assert.deepEqual(
      drawing.groups.map(({ label }) => label),
      ['namespace a', 'namespace b'],
    );
    assert.equal(drawing.edges.length, 2);
    const overlays = draw({ 'a/a.yaml': one, 'b/b.yaml': one });
    assert.equal(overlays.edges.length, 1);
  });

  it('draws a StatefulSet with its Service once, and a lone Namespace', () => {
    const set = deployment('db', 'db').replace('Deployment', 'StatefulSet').replace('replicas: 3', 'replicas: 1\n  serviceName: db');
    assert.deepEqual(lines(draw({ 'a.yaml': [set, service('db', 'db')].join('---\n') })), ['db -80→8080-> db']);
    assert.deepEqual(
      draw({ 'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: n }\n' }).nodes.map(({ label }) => label),
      ['n'],
    );
  });

  it('draws what is half typed or broken', () => {
    for (const text of [
      'apiVersion: v1\nkind: Service\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name:\nspec:\n  selector:\n',
      'apiVersion: v1\nkind: Service\nmetadata: { name: a\nspec: [\n',
      'apiVersion: v1\nkind: Service\nmetadata: { name: 7 }\nspec: { selector: [], ports: {} }\n',
    ])
      assert.doesNotThrow(() => draw({ 'a.yaml': text }), text);
  });

  it('answers at once for five thousand manifests that all name each other, and says what it left out', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1250 }, (_, index) => [
        `f${index}.yaml`,
        [service(`s${index}`, 'web'), deployment(`d${index}`, 'web', fromConfig('conf')), configMap('conf'), ingress(`gone${index}`)].join(
          '---\n',
        ),
      ]),
    );
    const drawing = draw(files, { everything: true });
    assert.equal(drawing.nodes.length, 120);
    assert.match(drawing.remarks?.[0] ?? '', /^Only 120 of \d+ are drawn/);
    assert.ok(draw(files).nodes.length <= 120);
  }).timeout(20_000);
});
