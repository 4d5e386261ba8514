import assert from 'node:assert/strict';
import { accepted, complete, labels } from './completing.ts';

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';
const container = `${pod}  containers:\n    - name: web\n`;

const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api, tier: back }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.2.3
          ports:
            - { name: http, containerPort: 8080 }
          envFrom:
            - configMapRef: { name: not-there-yet }
`;
const settings = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { LOG_LEVEL: info, DB_HOST: db }
---
apiVersion: v1
kind: Secret
metadata: { name: elsewhere, namespace: other }
stringData: { PASSWORD: x }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec:
  selector: { app: api }
  ports: [{ name: web, port: 80, targetPort: http }]
`;
const files = { 'api.yaml': workload, 'settings.yaml': settings };

describe('kubernetes completion of values', () => {
  it('offers what the schema allows, with what it means', () => {
    assert.deepEqual(labels(`${service}  type: ▮\n`), ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']);
    assert.match(JSON.stringify(complete(`${service}  type: ▮\n`, { locale: 'ko' })), /[가-힣]/);
    assert.deepEqual(labels(`${pod}  hostNetwork: ▮\n`), ['false', 'true']);
    assert.ok(labels(`${container}      securityContext:\n        capabilities:\n          drop:\n            - ▮\n`).includes('ALL'));
    assert.equal(accepted(`${service}  type: Clu▮ster # x\n`, 'NodePort'), `${service}  type: NodePort # x\n`);
    assert.equal(accepted(`${service}  type: "▮"\n`, 'NodePort'), `${service}  type: "NodePort"\n`);
    assert.equal(accepted(`${service}  type:▮\n`, 'NodePort'), `${service}  type: NodePort\n`);
    const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  accessModes:\n';
    assert.equal(accepted(`${claim}    ▮\n`, '- ReadWriteOnce'), `${claim}    - ReadWriteOnce\n`);
    assert.equal(accepted(`${claim}    - ▮\n`, 'ReadWriteOnce'), `${claim}    - ReadWriteOnce\n`);
  });

  it('offers examples that do not come up for a number that is typed', () => {
    const items = complete(`${container}      resources:\n        limits:\n          memory: ▮\n`);
    assert.ok(items.some(({ label }) => label === '256Mi'));
    assert.ok(items.every(({ filterText = '' }) => !/\d/.test(filterText)));
    assert.ok(labels(`${container}      resources:\n        limits:\n          ▮\n`).includes('cpu'));
    const cron = 'apiVersion: batch/v1\nkind: CronJob\nspec:\n  schedule: ▮\n';
    assert.equal(accepted(cron, '0 3 * * *').split('\n')[3], '  schedule: "0 3 * * *"');
    assert.match(JSON.stringify(complete(cron, { locale: 'ko' })), /매일/);
  });

  it('brings kind and apiVersion together', () => {
    assert.ok(labels('apiVersion: apps/v1\nkind: ▮\n').includes('StatefulSet'));
    assert.ok(!labels('apiVersion: apps/v1\nkind: ▮\n').includes('Service'));
    assert.deepEqual(labels('apiVersion: ▮\nkind: CronJob\n'), ['batch/v1']);
    assert.equal(accepted('kind: ▮\nmetadata: {}\n', 'Ingress'), 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {}\n');
    assert.equal(accepted('apiVersion: ▮\n', 'apps/v1 Deployment'), 'apiVersion: apps/v1\nkind: Deployment\n');
    assert.equal(accepted('kind: Job\n▮\n', 'apiVersion'), 'kind: Job\napiVersion: batch/v1\n');
  });

  it('names the resources of the workspace that fit', () => {
    const env = `${container.replace('name: web\n', 'name: web\n  namespace: shop\n')}      env:\n        - name: A\n          valueFrom:\n            configMapKeyRef:\n`;
    const [item] = complete(`${env}              name: ▮\n`, { files });
    assert.deepEqual([item?.label, item?.detail], ['settings', 'ConfigMap/settings (shop) · settings.yaml']);
    assert.deepEqual(labels(`${env}              name: settings\n              key: ▮\n`, { files }), ['DB_HOST', 'LOG_LEVEL']);
    assert.deepEqual(labels(`${env}              name: nothing\n              key: ▮\n`, { files }), []);
    assert.deepEqual(labels(`${env.replace('configMapKeyRef', 'secretKeyRef')}              name: ▮\n`, { files }), []);
    const scaler =
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef:\n    kind: Deployment\n    name: ▮\n';
    assert.deepEqual(labels(scaler, { files }), ['api']);
    assert.ok(labels(pod.replace('name: web', 'name: web\n  namespace: ▮'), { files }).includes('shop'));
    assert.deepEqual(labels('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ▮\n', { files }), ['not-there-yet']);
  });

  it('names the ports of a Service, of its Pods and of the container', () => {
    const backend =
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  defaultBackend:\n    service:\n      name: api\n      port:\n';
    assert.deepEqual(labels(`${backend}        number: ▮\n`, { files }).slice(0, 1), ['80']);
    assert.deepEqual(labels(`${backend}        name: ▮\n`, { files }), ['web']);
    assert.deepEqual(labels(`${service}  selector: {app: api}\n  ports:\n    - port: 80\n      targetPort: ▮\n`, { files }), [
      'http',
      '8080',
    ]);
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec:\n  podSelector: {matchLabels: {app: api}}\n  ingress:\n    - ports:\n        - port: ▮\n';
    assert.deepEqual(labels(policy, { files }), ['http', '8080']);
    const probe = `${container}      ports:\n        - name: http\n          containerPort: 3000\n      livenessProbe:\n        httpGet:\n          port: ▮\n`;
    assert.deepEqual(labels(probe), ['http', '3000']);
  });

  it('names the volumes of the Pod', () => {
    assert.deepEqual(labels(`${container}      volumeMounts:\n        - name: ▮\n  volumes:\n    - name: tmp\n      emptyDir: {}\n`), [
      'tmp',
    ]);
    const stateful =
      'apiVersion: apps/v1\nkind: StatefulSet\nspec:\n  volumeClaimTemplates:\n    - metadata:\n        name: data\n  template:\n';
    assert.deepEqual(labels(`${stateful}    spec:\n      containers:\n        - volumeMounts:\n            - name: ▮\n`), ['data']);
    assert.deepEqual(labels(`${pod}  volumes:\n    - name: tmp\n      emptyDir: ▮\n`), ['{}']);
  });

  it('mounts what the workspace holds, together with its volume', () => {
    const marked = `${container.replace('  name: web', '  name: web\n  namespace: shop')}      ▮\n`;
    assert.deepEqual(
      labels(marked, { files }).filter((label) => label.startsWith('volumeMounts (')),
      ['volumeMounts (ConfigMap/settings)', 'volumeMounts (emptyDir)'],
    );
    assert.equal(
      accepted(`${container}      ▮\n`, 'volumeMounts (emptyDir)'),
      `${pod}  volumes:\n    - name: tmp\n      emptyDir: {}\n  containers:\n    - name: web\n      volumeMounts:\n        - name: tmp\n          mountPath: /tmp\n`,
    );
    const more = `${container}      volumeMounts:\n        - ▮\n  volumes:\n  - name: a\n    emptyDir: {}\n`;
    assert.equal(
      accepted(more, 'mount (ConfigMap/settings)', { files }),
      `${container}      volumeMounts:\n        - name: settings\n          mountPath: /etc/settings\n  volumes:\n  - name: a\n    emptyDir: {}\n  - name: settings\n    configMap:\n      name: settings\n`,
    );
    assert.ok(!labels(`${container}      ▮\n  volumes: []\n`).includes('volumeMounts (emptyDir)'));
  });

  it('offers the variables of the container after `$(`', () => {
    const env = `${container}      env:\n        - name: A\n          value: x\n        - name: B\n          value: `;
    assert.deepEqual(labels(`${env}"http://$(▮\n`), ['A']);
    assert.equal(accepted(`${env}"http://$(▮/x"\n`, 'A'), `${env}"http://$(A)/x"\n`);
    assert.deepEqual(labels(`${env}$$(▮\n`), []);
    assert.deepEqual(labels(`${env}b\n      args: ["$▮"]\n`, { trigger: '$' }), ['A', 'B']);
    assert.equal(accepted(`${env}b\n      args:\n        - $▮\n`, 'B'), `${env}b\n      args:\n        - $(B)\n`);
    assert.deepEqual(labels(`${container}      image: $▮\n`, { trigger: '$' }), []);
  });

  it('names roles and accounts', () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bot}\n';
    const binding = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\n';
    assert.deepEqual(labels(`${binding}roleRef:\n  kind: Role\n  name: ▮\n`, { files: { 'role.yaml': role } }), ['reader']);
    assert.deepEqual(labels(`${binding}subjects:\n  - kind: ServiceAccount\n    name: ▮\n`, { files: { 'role.yaml': role } }), ['bot']);
    assert.deepEqual(labels(`${binding}subjects:\n  - kind: ▮\n`), ['ServiceAccount', 'Group', 'User']);
  });

  it('offers the labels of the Pods to selectors', () => {
    assert.deepEqual(labels(`${service}  selector:\n    ▮\n`, { files }), ['app: api', 'tier: back']);
    assert.deepEqual(labels(`${service}  selector:\n    app: ▮\n`, { files }), ['api']);
    assert.equal(accepted(`${service}  selector:\n    ti▮\n`, 'tier: back', { files }), `${service}  selector:\n    tier: back\n`);
    const own =
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector:\n    matchLabels:\n      ▮\n  template:\n    metadata:\n      labels:\n        app: own\n';
    assert.equal(labels(own, { files })[0], 'app: own');
    assert.ok(labels('apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    ▮\n').includes('pod-security.kubernetes.io/enforce'));
    assert.deepEqual(labels('apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    pod-security.kubernetes.io/enforce: ▮\n'), [
      'restricted',
      'baseline',
      'privileged',
    ]);
  });

  it('offers the images that the workspace runs', () => {
    assert.deepEqual(labels(`${container}      image: ▮\n`, { files }), ['registry.example.com/api:1.2.3']);
    assert.equal(
      accepted(`${container}      image: reg▮\n`, 'registry.example.com/api:1.2.3', { files }),
      `${container}      image: registry.example.com/api:1.2.3\n`,
    );
  });

  it('knows the groups and resources of roles', () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules:\n  - apiGroups: ["apps"]\n    resources:\n      - ▮\n    verbs: ["get"]\n';
    const found = labels(role);
    assert.ok(found.includes('deployments') && !found.includes('pods'));
    assert.ok(labels(role.replace('apps', '')).includes('pods/log'));
    assert.deepEqual(labels(role.replace('"get"', '"▮"').replace('- ▮', '- pods')).slice(0, 3), ['get', 'list', 'watch']);
  });
});
