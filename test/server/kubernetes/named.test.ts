import assert from 'node:assert/strict';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import { named } from '../../../server/kubernetes/named.ts';
import { openManifests } from './workspace.ts';

const files = {
  'app/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: web:1.0
          ports:
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet: {path: /, port: http}
          env:
            - name: MODE
              valueFrom:
                configMapKeyRef:
                  name: "settings"
                  key: mode
          volumeMounts:
            - name: cache
              mountPath: /cache
      volumes:
        - name: cache
          emptyDir: {}
`,
  'app/service.yaml': `# 서비스
apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: http
`,
  'app/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\ndata:\n  mode: fast\n',
  'ingress.yaml':
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  defaultBackend:\n    service:\n      name: web\n      port:\n        name: http\n',
  'test/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: test\nspec:\n  selector:\n    app: web\n',
};

/** Where the name at the `n`th occurrence of a text stands: `path:line role`, lines from 1. */
function placesOf(path: keyof typeof files, text: string): readonly string[] | undefined {
  const workspace = openManifests(files);
  const offset = files[path].indexOf(text);
  assert.ok(offset >= 0, text);
  const entity = named(workspace.model(path), offset + text.length, workspace.place(path));
  if (!entity) return undefined;
  const { document } = workspace.model(path);
  const lines = [
    ...entity.occurrences.map(({ span, role }) => ({ path, line: document.positionAt(span.start).line, role })),
    ...(entity.elsewhere ?? []).map(({ path: other, range, role }) => ({ path: other, line: range.start.line, role })),
  ];
  return lines.map((place) => `${place.path}:${place.line + 1} ${place.role}`).sort();
}

describe('kubernetes names across the workspace', () => {
  it('leads from an Ingress to its Service, in its own namespace', () => {
    assert.deepEqual(placesOf('ingress.yaml', 'service:\n      name: web'), ['app/service.yaml:10 definition', 'ingress.yaml:9 use']);
  });
  it('leads from an Ingress to the port of its Service', () => {
    assert.deepEqual(placesOf('ingress.yaml', 'port:\n        name: http'), ['app/service.yaml:16 definition', 'ingress.yaml:11 use']);
  });
  it('leads from a target port to the ports and probes of the Pods', () => {
    assert.deepEqual(placesOf('app/service.yaml', 'targetPort: http'), [
      'app/deployment.yaml:19 definition',
      'app/deployment.yaml:22 use',
      'app/service.yaml:18 use',
    ]);
    assert.deepEqual(placesOf('app/deployment.yaml', 'port: http'), placesOf('app/service.yaml', 'targetPort: http'));
  });
  it('leads from a key to the ConfigMap, through quotes', () => {
    assert.deepEqual(placesOf('app/deployment.yaml', 'key: mode'), ['app/config.yaml:7 definition', 'app/deployment.yaml:28 use']);
    assert.deepEqual(placesOf('app/deployment.yaml', 'name: "settings'), ['app/config.yaml:4 definition', 'app/deployment.yaml:27 use']);
  });
  it('keeps volumes inside their Pod', () => {
    assert.deepEqual(placesOf('app/deployment.yaml', '- name: cache'), ['app/deployment.yaml:30 use', 'app/deployment.yaml:33 definition']);
  });
  it('finds a label in selectors and on Pods, but not in another namespace', () => {
    assert.deepEqual(placesOf('app/service.yaml', 'app: web'), [
      'app/deployment.yaml:13 definition',
      'app/deployment.yaml:9 use',
      'app/service.yaml:14 use',
    ]);
  });
  it('finds nothing in plain values', () => assert.equal(placesOf('app/deployment.yaml', '/cache'), undefined));

  it('renames what will do, and says why another name will not', () => {
    const workspace = openManifests(files);
    const at = (path: keyof typeof files, text: string) =>
      named(workspace.model(path), files[path].indexOf(text) + text.length, workspace.place(path));
    const refuse = (path: keyof typeof files, text: string, name: string) => at(path, text)?.refuse?.(name)?.en;
    assert.equal(refuse('app/service.yaml', 'name: web', 'shop'), undefined);
    assert.match(refuse('app/service.yaml', 'name: web', 'Web') ?? '', /lower-case/);
    assert.match(refuse('app/service.yaml', 'name: web', '123') ?? '', /number/);
    assert.match(refuse('app/service.yaml', 'targetPort: http', 'a-port-that-is-too-long') ?? '', /15/);
    assert.equal(refuse('app/service.yaml', 'app: web', 'web2'), undefined);
    assert.match(refuse('app/service.yaml', 'app: web', 'a b') ?? '', /63/);
    workspace.indexes.complete = false;
    assert.match(refuse('app/service.yaml', 'name: web', 'shop') ?? '', /still being read/);
  });

  it('lists the resources of a file with their containers', () => {
    const workspace = openManifests(files);
    const [deployment] = kubernetes.symbols?.(workspace.model('app/deployment.yaml')) ?? [];
    assert.equal(deployment?.name, 'Deployment/web');
    assert.deepEqual(
      deployment.children?.map(({ name, detail }) => [name, detail]),
      [['web', 'web:1.0']],
    );
    assert.deepEqual(
      kubernetes.symbols?.(workspace.model('app/service.yaml')).map(({ name, range }) => [name, range.start.line]),
      [
        ['Namespace/shop', 1],
        ['Service/web', 6],
      ],
    );
  });
});
