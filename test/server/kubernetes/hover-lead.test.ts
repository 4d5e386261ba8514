import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createIndexes } from '../../../server/indexes.ts';
import type { HoverContent } from '../../../server/language.ts';
import { languages } from '../../../server/languages.ts';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import { library } from '../../../server/library.ts';
import { renderHover } from '../../../server/hover.ts';
import { createWorkspace } from '../../../server/workspace.ts';
import { contextIn } from '../../context.ts';
import { readCursor } from '../../marks.ts';
import { libraryOf } from '../../library-of.ts';

function contentAt(marked: string, locale: 'ko' | 'en' = 'ko', path = 'app.yaml'): HoverContent | undefined {
  const { text, offset } = readCursor(marked);
  const model = kubernetes.parse(TextDocument.create(`file:///${path}`, 'yaml', 1, text));
  return kubernetes.hover(model, offset, contextIn(locale));
}

/** The hover where no note has been written yet. */
function withoutNotes(marked: string, locale: 'ko' | 'en'): { readonly content: HoverContent | undefined; readonly shown: string } {
  const { text, offset } = readCursor(marked);
  const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, text));
  const context = { ...contextIn(locale), library: libraryOf({ notes: {}, sheets: [] }) };
  const content = kubernetes.hover(model, offset, context);
  return { content, shown: (content && renderHover(content, context, { commandLinks: false })?.value) ?? '' };
}

/** What stands above the note. */
function leadAt(marked: string, locale: 'ko' | 'en' = 'ko'): string {
  return (contentAt(marked, locale)?.lead ?? []).join('\n');
}

/** Checks what stands above the note in both languages. */
function leads(marked: string, ko: RegExp, en: RegExp): void {
  assert.match(leadAt(marked), ko, marked);
  assert.match(leadAt(marked, 'en'), en, marked);
}

function shownAt(marked: string, locale: 'ko' | 'en'): string {
  const content = contentAt(marked, locale);
  return (content && renderHover(content, contextIn(locale), { commandLinks: false })?.value) ?? '';
}

const head = (apiVersion: string, kind: string): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n`;
const indented = (lines: string, by: number): string => lines.replace(/^/gm, ' '.repeat(by));
const spec = (apiVersion: string, kind: string, lines: string): string => `${head(apiVersion, kind)}spec:\n${indented(lines, 2)}\n`;
const pod = (lines: string): string => spec('v1', 'Pod', lines);
const container = (lines: string): string => pod(`containers:\n  - name: app\n${indented(lines, 4)}`);
const deployment = (lines: string): string => spec('apps/v1', 'Deployment', lines);

const web = deployment(
  'replicas: 2\nselector: {matchLabels: {app: web}}\ntemplate:\n  metadata: {labels: {app: web}}\n  spec:\n    containers:\n      - name: app\n        image: nginx:1.30\n        ports: [{name: http, containerPort: 8080}]\n        resources: {requests: {cpu: 200m}}',
);

describe('kubernetes hover: values', () => {
  it('shows what the value comes to, then the first paragraph of the note', () => {
    const shown = shownAt(container('resources: {requests: {memory: 1▮Gi}}'), 'en');
    const note = library.note('kubernetes/ResourceRequirements#requests.memory', 'en');
    const [first = '', second = ''] = note?.body.split('\n\n') ?? [];
    assert.ok(shown.startsWith('`1Gi` = 1,073,741,824 bytes (1.07 GB)\n\n**requests.memory** — '));
    assert.ok(first !== '' && shown.includes(first) && second !== '' && !shown.includes(second));
  });

  it('shows the same above the whole note of the key', () => {
    const shown = shownAt(container('resources: {requests: {mem▮ory: 1Gi}}'), 'en');
    assert.ok(shown.startsWith('`1Gi` = 1,073,741,824 bytes'));
    assert.ok(shown.includes(library.note('kubernetes/ResourceRequirements#requests.memory', 'en')?.body.split('\n\n')[1] ?? '–'));
  });

  for (const [what, marked, ko, en] of [
    ['quantities', container('resources: {limits: {cpu: 25▮0m}}'), /0\.25코어/, /0\.25 core/],
    ['a mistake in memory', container('resources: {limits: {memory: 40▮0m}}'), /`400Mi`를 뜻/, /`400Mi` meant/],
    ['a quota', spec('v1', 'ResourceQuota', 'hard: {requests.cpu: "1▮0"}'), /10코어/, /10 cores/],
    ['a size', spec('v1', 'PersistentVolumeClaim', 'resources: {requests: {storage: 10G▮}}'), /`10Gi`보다/, /less than `10Gi`/],
    ['a size limit', pod('volumes: [{name: a, emptyDir: {sizeLimit: 51▮2Mi}}]'), /536,870,912바이트/, /536,870,912 bytes/],
    [
      'schedules',
      spec('batch/v1', 'CronJob', 'schedule: "30 3 * ▮* *"\ntimeZone: Asia/Seoul'),
      /매일 03:30.*`Asia\/Seoul`/,
      /Every day at 03:30/,
    ],
    ['images', container('image: node:1▮6'), /2023-09-11/, /2023-09-11/],
    ['the policy beside an image', container('image: a:1▮\nimagePullPolicy: Always'), /^`Docker|`Always`/, /`Always`/],
    ['seconds', pod('terminationGracePeriodSeconds: 1▮20'), /= 2분/, /= 2 minutes/],
    ['file modes', pod('volumes: [{name: a, secret: {defaultMode: 42▮0}}]'), /`0644`/, /`0644`/],
    ['file modes in octal', pod('volumes: [{name: a, secret: {defaultMode: 0▮400}}]'), /`r--------`/, /`256`/],
    ['user ids', container('securityContext: {runAsUser: 0▮}'), /root/, /root/],
    ['base64', `${head('v1', 'Secret')}data:\n  password: aGVs▮bG8K\n`, /6바이트/, /6 bytes/],
    ['base64 at its key', `${head('v1', 'Secret')}data:\n  pass▮word: hello\n`, /base64가 아니라/, /Not base64/],
    [
      'verbs',
      `${head('rbac.authorization.k8s.io/v1', 'Role')}rules:\n  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [li▮st]\n`,
      /Secret/,
      /Secrets/,
    ],
    ['API groups', `${head('rbac.authorization.k8s.io/v1', 'Role')}rules:\n  - apiGroups: ["▮"]\n`, /코어 그룹/, /core group/],
    [
      'resources',
      `${head('rbac.authorization.k8s.io/v1', 'Role')}rules:\n  - apiGroups: [""]\n    resources: [deploy▮ments]\n`,
      /`apps`/,
      /`apps`/,
    ],
    ['known words', pod('restartPolicy: Nev▮er'), /다시 시작하지 않습니다/, /not started again/],
    ['known words in lists', spec('v1', 'PersistentVolumeClaim', 'accessModes:\n  - ReadWrite▮Once'), /`RWO`/, /`RWO`/],
    ['headless', spec('v1', 'Service', 'clusterIP: No▮ne'), /헤드리스/, /headless/],
    ['API versions', 'apiVersion: apps/v▮1\nkind: Deployment\n', /그룹 `apps`/, /Group `apps`/],
    ['versions that are gone', 'apiVersion: extensions/v1▮beta1\nkind: Ingress\n', /1\.22에서 없어졌습니다/, /Removed in Kubernetes 1\.22/],
    ['kinds', 'apiVersion: v1\nkind: Nod▮e\n', /클러스터 전체/, /whole cluster/],
    ['topology keys', pod('topologySpreadConstraints: [{topologyKey: topology.kubernetes.io/zo▮ne}]'), /영역/, /zone/],
    [
      'annotations',
      `${head('v1', 'Pod')}  annotations:\n    kubectl.kubernetes.io/default-cont▮ainer: app\n`,
      /`kubectl logs`/,
      /`kubectl logs`/,
    ],
    ['labels', `${head('v1', 'Pod')}  labels:\n    app.kubernetes.io/na▮me: app\n`, /애플리케이션/, /application/],
    ['node selectors', pod('nodeSelector:\n  kubernetes.io/ar▮ch: arm64'), /아키텍처/, /architecture/],
    ['forgotten quotes', container('env: [{name: A, value: 808▮0}]'), /`"8080"`/, /`"8080"`/],
    ['words for booleans', pod('hostNetwork: ye▮s'), /`true`/, /`true`/],
    ['signals', container('lifecycle: {stopSignal: SIG▮TERM}'), /15번/, /number 15/],
    ['references of commands', container('env: [{name: A, value: x}]\nargs: ["$(▮A)"]'), /`\$\(A\)` → `x`/, /`\$\(A\)` → `x`/],
    ['references upwards only', container('env: [{name: B, value: $(▮A)}, {name: A, value: x}]'), /그대로 남습니다/, /stays as it is/],
    ['references from elsewhere', container('envFrom: [{secretRef: {name: a}}]\nargs: ["$(▮A)"]'), /`envFrom`/, /`envFrom`/],
    [
      'a Service’s names',
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: we▮b\n  namespace: shop\n`,
      /`web\.shop\.svc\.cluster\.local`/,
      /one virtual IP/,
    ],
    ['a StatefulSet’s names', spec('apps/v1', 'StatefulSet', 'serviceName: d▮b'), /`web-0\.db\./, /`web-0\.db\./],
    ['known ports', container('ports: [{containerPort: 54▮32}]'), /PostgreSQL/, /PostgreSQL/],
    [
      'named ports of a probe',
      container('ports: [{name: http, containerPort: 8080}]\nlivenessProbe: {httpGet: {port: ht▮tp}}'),
      /컨테이너 `app`의 포트 `8080`/,
      /port `8080` of container `app`/,
    ],
    [
      'named ports that are none',
      container('ports: [{name: http, containerPort: 8080}]\nlivenessProbe: {httpGet: {port: we▮b}}'),
      /있는 이름: `http`/,
      /There is `http`/,
    ],
    [
      'target ports',
      `${spec('v1', 'Service', 'selector: {app: web}\nports: [{port: 80, targetPort: ht▮tp}]')}---\n${web}`,
      /`Deployment\/web`의 포트 `8080`/,
      /port `8080` of `Deployment\/web`/,
    ],
    [
      'where a port of a Service leads',
      `${spec('v1', 'Service', 'selector: {app: web}\nports: [{port: 8▮0, targetPort: http}]')}---\n${web}`,
      /→ `http` = .*`8080`/,
      /→ `http` = port `8080`/,
    ],
    ['pull policies', container('image: nginx:1.30\nimagePullPolicy: Alwa▮ys'), /적지 않으면 `IfNotPresent`/, /gets `IfNotPresent`/],
    ['retries', spec('batch/v1', 'Job', 'backoffLimit: ▮6'), /6번까지/, /up to 6 times/],
    ['how many Pods of a Job run', spec('batch/v1', 'Job', 'completions: ▮5\nparallelism: 2'), /한 번에 2개/, /up to 2 at a time/],
    [
      'blocks of addresses',
      spec('networking.k8s.io/v1', 'NetworkPolicy', 'ingress: [{from: [{ipBlock: {cidr: 10.0.1▮.0/24}}]}]'),
      /`10\.0\.1\.255` \(주소 256개\)/,
      /256 addresses/,
    ],
    [
      'claims of a StatefulSet',
      spec('apps/v1', 'StatefulSet', 'volumeClaimTemplates: [{metadata: {name: da▮ta}}]'),
      /`data-web-0`/,
      /`data-web-0`/,
    ],
    ['the class of a Pod', container('resour▮ces: {limits: {cpu: 1, memory: 1Gi}}'), /`Guaranteed`/, /`Guaranteed`/],
    ['node ports', spec('v1', 'Service', 'ports: [{port: 80, nodePort: 300▮80}]'), /모든 노드/, /every node/],
  ] as const)
    it(`explains ${what}`, () => leads(marked, ko, en));

  it('says nothing of values that speak for themselves', () => {
    for (const marked of [
      container('image: "{{ .Values.ima▮ge }}"'),
      container('resources: {limits: {cpu: "{{ .Values.c▮pu }}"}}'),
      container('env: [{name: A, value: "808▮0"}]'),
      container('workingDir: /ap▮p'),
      pod('terminationGracePeriodSeconds: 3▮0'),
      `${head('v1', 'Pod')}  labels:\n    ap▮p: web\n`,
      container('args: ["$(▮date)", a]'),
    ])
      assert.equal(leadAt(marked), '', marked);
  });

  it('keeps a value without note and facts quiet, and lists what is allowed', () => {
    assert.equal(withoutNotes(pod('nodeName: no▮de-1'), 'ko').content, undefined);
    const policy = withoutNotes(pod('dnsPolicy: No▮pe'), 'ko').content;
    assert.match(policy?.facts?.join('') ?? '', /^값 `ClusterFirst`/);
  });
});

describe('kubernetes hover: what settings come to', () => {
  const probe = 'livenessProbe:\n  httpGet: {path: /, port: 80}\n  initialDelaySeconds: 30\n  periodSeconds: 10\n  failureThreshold: 6';
  for (const key of ['livenessProbe', 'initialDelaySeconds', 'periodSeconds', 'failureThreshold'])
    it(`times a probe at ${key}`, () =>
      leads(container(probe.replace(key, `${key.slice(0, 3)}▮${key.slice(3)}`)), /최대 90초\(1분 30초\) 뒤/, /within 90 s/));

  it('times a probe at its values, with defaults, and beside a startup probe', () => {
    leads(container(probe.replace('periodSeconds: 10', 'periodSeconds: 1▮0')), /최대 90초/, /within 90 s/);
    leads(container('readiness▮Probe: {tcpSocket: {port: 1}}'), /최대 30초 뒤에 Service에서 빠집니다/, /out of its Services within 30 s/);
    leads(container('startup▮Probe: {failureThreshold: 30, tcpSocket: {port: 1}}'), /최대 300초\(5분\)/, /up to 300 s/);
    leads(
      container('liveness▮Probe: {tcpSocket: {port: 1}}\nstartupProbe: {tcpSocket: {port: 1}}'),
      /`startupProbe`가 성공/,
      /`startupProbe` has/,
    );
    leads(
      container('liveness▮Probe: {tcpSocket: {port: 1}}').replace('containers:', 'terminationGracePeriodSeconds: 120\n  containers:'),
      /120초\(2분\)/,
      /120 s/,
    );
    leads(container('liveness▮Probe: {terminationGracePeriodSeconds: 5}'), /5초까지/, /5 s more/);
  });

  it('leaves probes of templates alone', () => {
    assert.equal(leadAt(container('liveness▮Probe: {periodSeconds: "{{ .Values.period }}"}')), '');
    assert.equal(leadAt(container('livenessProbe: {timeout▮Seconds: 3}')), '');
  });

  it('counts the Pods of a rolling update', () => {
    const text = 'replicas: 3\nstrategy:\n  rollingUpdate:\n    maxSurge: 25%\n    maxUnavailable: 25%';
    for (const key of ['replicas', 'strategy', 'rollingUpdate', 'maxSurge', 'maxUnavailable'])
      leads(deployment(text.replace(key, `${key.slice(0, 3)}▮${key.slice(3)}`)), /최대 4개.*최소 3개/, /at most 4 Pods.*at least 3/);
    leads(deployment('strat▮egy: {type: Recreate}\nreplicas: 3'), /서비스가 멈춥니다/, /is down/);
    assert.equal(leadAt(deployment('repli▮cas: {{ .Values.n }}')), '');
    assert.equal(leadAt(spec('apps/v1', 'ReplicaSet', 'repli▮cas: 3')), '');
  });

  it('counts what a partition and a budget allow', () => {
    leads(
      spec('apps/v1', 'StatefulSet', 'replicas: 3\nupdateStrategy: {rollingUpdate: {partition: ▮2}}'),
      /`-2`인 Pod만/,
      /Only the Pods `-2`/,
    );
    const budget = spec('policy/v1', 'PodDisruptionBudget', 'minAvailable: 5▮0%\nselector: {matchLabels: {app: web}}');
    leads(`${budget}---\n${web}`, /`Deployment\/web`의 Pod 2개 가운데 한 번에 \*\*1개/, /Of the 2 Pods of `Deployment\/web`/);
    assert.equal(leadAt(budget), '');
  });

  it('works out what a HorizontalPodAutoscaler aims at', () => {
    const scaler = spec(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\nmetrics:\n  - type: Resource\n    resource: {name: cpu, target: {type: Utilization, averageUtilization: 7▮0}}',
    );
    leads(`${scaler}---\n${web}`, /`140m`.*`200m`/, /`140m` a Pod, of `200m`/);
    leads(scaler, /70 %/, /70 %/);
    const whole = web.replace('spec:\n      containers', 'spec:\n      resources: {requests: {cpu: 500m}}\n      containers');
    assert.notEqual(whole, web);
    leads(`${scaler}---\n${whole}`, /`350m`.*`500m`/, /`350m` a Pod, of `500m`/);
    leads(scaler.replace('averageUtilization: 7▮0', 'averageValue: 5▮00m'), /0\.5코어/, /0\.5 core/);
  });

  it('says what selectors select', () => {
    leads(`${spec('v1', 'Service', 'sel▮ector: {app: web}')}---\n${web}`, /`Deployment\/web`/, /Selects now: `Deployment\/web`/);
    leads(`${spec('v1', 'Service', 'selector: {ap▮p: web}')}---\n${web}`, /`Deployment\/web`/, /`Deployment\/web`/);
    leads(`${spec('v1', 'Service', 'selector: {app: we▮c}')}---\n${web}`, /맞는 것이 없습니다/, /Matches not/);
    leads(spec('v1', 'Service', 'sel▮ector: {}'), /아무 Pod도/, /no Pods/);
    leads(spec('networking.k8s.io/v1', 'NetworkPolicy', 'podSel▮ector: {}'), /모두 고릅니다/, /everything/);
    leads(
      `${spec('networking.k8s.io/v1', 'NetworkPolicy', 'podSel▮ector: {matchExpressions: [{key: app, operator: In, values: [web, api]}]}')}---\n${web}`,
      /`Deployment\/web`/,
      /`Deployment\/web`/,
    );
    leads(web.replace('matchLabels', 'match▮Labels'), /`Deployment\/web`/, /`Deployment\/web`/);
    leads(
      `${spec('networking.k8s.io/v1', 'NetworkPolicy', 'ingress: [{from: [{namespaceSel▮ector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]')}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n`,
      /`Namespace\/shop`/,
      /`Namespace\/shop`/,
    );
    const elsewhere = web.replace('name: web\n', 'name: web\n  namespace: other\n');
    assert.doesNotMatch(
      leadAt(`${spec('v1', 'Service', 'sel▮ector: {app: web}').replace('name: web', 'name: web\n  namespace: shop')}---\n${elsewhere}`),
      /Deployment/,
    );
    assert.equal(leadAt(`${spec('v1', 'Service', 'sel▮ector: {app: {{ .Values.app }}}')}---\n${web}`), '');
  });

  it('says where a name leads, and who uses one', () => {
    const config = '---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n';
    leads(
      container('envFrom: [{configMapRef: {name: set▮tings}}]') + config,
      /→ `ConfigMap\/settings`: 이 파일 \d+번째 줄/,
      /this file, line \d+/,
    );
    assert.equal(leadAt(container('envFrom: [{configMapRef: {name: oth▮er}}]') + config), '');
    assert.equal(leadAt(container('env▮From: [{configMapRef: {name: settings}}]') + config), '');
    leads(
      container('envFrom: [{configMapRef: {name: settings}}]') + config.replace('name: set', 'name: set▮'),
      /쓰는 곳: `Pod\/web`/,
      /Used by `Pod\/web`/,
    );
    leads(
      `${spec('v1', 'Service', 'selector: {app: web}')}---\n${web.replace('name: web', 'name: we▮b')}`,
      /쓰는 곳: `Service\/web`/,
      /Used by `Service\/web`/,
    );
  });

  it('stays in the first document while the second is edited', () => {
    const open = (text: string, previous?: ReturnType<typeof kubernetes.parse>): ReturnType<typeof kubernetes.parse> =>
      kubernetes.parse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), previous);
    const { text, offset } = readCursor(
      `${spec('v1', 'Service', 'ty▮pe: NodePort')}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n`,
    );
    const before = open(text);
    const after = open(`${text}# more\n`, before);
    for (const model of [before, after])
      assert.equal(kubernetes.hover(model, offset, contextIn('en'))?.noteId, 'kubernetes/ServiceSpec#type');
  });

  it('looks into the other files of the workspace', () => {
    const indexes = createIndexes(languages);
    const workspace = createWorkspace([], 'unknown', indexes);
    const parse = (path: string, text: string): ReturnType<typeof kubernetes.parse> =>
      kubernetes.parse(TextDocument.create(`file:///${path}`, 'yaml', 1, text));
    indexes.update('web.yaml', { language: kubernetes, model: parse('web.yaml', web) });
    const { text, offset } = readCursor(spec('v1', 'Service', 'sel▮ector: {app: web}'));
    const model = parse('service.yaml', text);
    indexes.update('service.yaml', { language: kubernetes, model });
    const content = kubernetes.hover(model, offset, { locale: 'en', library, workspace, path: 'service.yaml' });
    assert.deepEqual(content?.lead, ['Selects now: `Deployment/web`']);
  });
});

describe('kubernetes hover: the schema and its texts', () => {
  it('shows default and allowed values of a field', () => {
    assert.deepEqual(contentAt(pod('dns▮Policy: None'), 'en')?.facts, [
      'Type `string`',
      'Default `ClusterFirst`',
      'Values `ClusterFirst`, `ClusterFirstWithHostNet`, `Default`, `None`',
    ]);
    assert.match(contentAt(container('lifecycle: {stop▮Signal: SIGTERM}'), 'en')?.facts?.at(-1) ?? '', /… \(\d+\)$/);
    assert.match(contentAt(spec('v1', 'PersistentVolumeClaim', 'access▮Modes: []'), 'en')?.facts?.at(-1) ?? '', /`ReadWriteOncePod`/);
  });

  it('shows the official text where there is no note', () => {
    const marked = pod('host▮Aliases: []');
    assert.match(withoutNotes(marked, 'ko').shown, /---\n\n\*공식 설명\(영문\)\*\n\nHostAliases is an optional list/);
    assert.match(withoutNotes(marked, 'en').shown, /---\n\n\*Official description\*\n\n/);
  });

  it('knows kinds that definitions in the workspace make', () => {
    const definition =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: databases.example.com}\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Database, plural: databases}\n  versions:\n    - name: v1\n      served: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              required: [engine]\n              properties:\n                engine: {type: string, enum: [mysql, postgres], description: Which program serves the data.}\n';
    const database = `${definition}---\napiVersion: example.com/v1\nkind: Database\nspec:\n  engine: mysql\n`;
    const key = database.replace('  engine: mysql', '  eng▮ine: mysql');
    assert.deepEqual(contentAt(key, 'en')?.facts, ['Type `string`', 'Required', 'Values `mysql`, `postgres`']);
    assert.match(shownAt(key, 'ko'), /Which program serves the data/);
    assert.match(shownAt(database.replace('kind: Database\nspec', 'kind: Data▮base\nspec'), 'en'), /`kubectl get databases`/);
    assert.equal(contentAt('apiVersion: example.com/v1\nkind: Data▮base\n'), undefined);
  });

  it('explains a kind that has no note', () => {
    assert.match(
      withoutNotes('apiVersion: storage.k8s.io/v1\nkind: CSIDri▮ver\n', 'en').shown,
      /csidrivers[^]*\*\*`CSIDriver`\*\*[^]*Official description/,
    );
  });
});

describe('kubernetes hover: shapes of files', () => {
  it('works in JSON, flow style and items of a list', () => {
    leads('{"apiVersion": "v1", "kind": "Pod", "spec": {"restartPolicy": "Nev▮er"}}', /`Never`/, /`Never`/);
    leads('{apiVersion: apps/v1, kind: Deployment, spec: {rep▮licas: 3}}\n', /최대 4개/, /at most 4/);
    leads(
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: Deployment\n    spec:\n      replicas: 3▮\n',
      /최대 4개/,
      /at most 4/,
    );
  });

  it('follows aliases', () => {
    leads(container('env: [{name: A, value: &v "yes"}, {name: B, value: *▮v}]'), /`\*v` = `yes`/, /`\*v` = `yes`/);
    leads(container('resources: {requests: {cpu: &c 250m}, limits: {cpu: *▮c}}'), /0\.25코어/, /0\.25 core/);
    assert.equal(contentAt(container('resources: *▮nothing')), undefined);
    leads(container('resources:\n  limits: &r {cpu: 1}\n  requests: *▮r'), /^$/, /^$/);
  });

  it('works in Helm templates, where values are not known', () => {
    const text =
      '{{- if .Values.web }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  replicas: {{ .Values.n }}\n  strategy: {rollingUpdate: {max▮Surge: 1}}\n{{- end }}\n';
    assert.equal(contentAt(text)?.noteId, 'kubernetes/RollingUpdateDeployment#maxSurge');
    assert.equal(leadAt(text), '');
    leads(text.replace('{{ .Values.n }}', '3'), /최대 4개/, /at most 4/);
  });

  it('survives broken files', () => {
    for (const marked of [
      'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, image: "ng▮inx',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers: text▮\n',
      'apiVersion: v1\nkind: Service\nspec: {selector: [a, b▮], ports: {targetPort: x}}\n',
      'apiVersion: v1\nkind: Service\nspec: {selector: text, ports: [{targetPort: x▮}]}\n',
      'apiVersion: batch/v1\nkind: CronJob\nspec: {schedule: [▮1]}\n',
      'apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: {a: 1}, strategy: ▮5}\n',
      'apiVersion: v1\nkind: Pod\nspec: {containers: [{livenessProbe: [▮]}]}\n',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: {metrics: [{resource: {target: {averageUtilization: 5▮}}}]}\n',
    ])
      assert.doesNotThrow(() => contentAt(marked), marked);
  });

  it('never throws at any place of damaged files', () => {
    const text = `${web}---\n${spec('v1', 'Service', 'selector: {app: web}\nports: [{port: 80, targetPort: http}]')}---\n${spec('batch/v1', 'CronJob', 'schedule: "*/5 * * * *"')}`;
    for (let cut = 0; cut < text.length; cut += 7) {
      const damaged = text.slice(0, cut) + text.slice(cut + (cut % 5));
      const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, damaged));
      for (let offset = cut % 11; offset <= damaged.length; offset += 11) kubernetes.hover(model, offset, contextIn('ko'));
    }
  });
});
