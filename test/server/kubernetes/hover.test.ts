import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { HoverContent } from '../../../server/language.ts';
import { languages } from '../../../server/languages.ts';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import { library } from '../../../server/library.ts';
import { createService } from '../../../server/service.ts';
import { readCursor } from '../../marks.ts';
import { alone, contextIn } from '../../context.ts';

const service = createService({ languages, library, log: (message) => assert.fail(message) });

/** What the hover at the cursor ▮ is about. */
function contentAt(marked: string): HoverContent | undefined {
  const { text, offset } = readCursor(marked);
  const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, text));
  return kubernetes.hover(model, offset, contextIn('ko'));
}

const noteAt = (marked: string): string | undefined => contentAt(marked)?.noteId;

/** The hover as it is shown, in one language. */
function shownAt(marked: string, locale: 'ko' | 'en'): string | undefined {
  const { text, offset } = readCursor(marked);
  const document = TextDocument.create('file:///shown.yaml', 'yaml', 1, text);
  const hover = service.hover(document, document.positionAt(offset), { locale, ...alone }, { commandLinks: false });
  service.forget(document.uri);
  return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : undefined;
}

const head = (apiVersion: string, kind: string): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: app\n`;
const container = (lines: string): string =>
  `${head('apps/v1', 'Deployment')}spec:\n  template:\n    spec:\n      containers:\n        - name: app\n${lines.replace(/^/gm, '          ')}\n`;
const deployment = (lines: string): string => `${head('apps/v1', 'Deployment')}spec:\n${lines.replace(/^/gm, '  ')}\n`;

/** Every place that the study notes speak of, with the note that explains it. */
const places: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ['v1', 'Namespace'],
      ['v1', 'Pod'],
      ['apps/v1', 'Deployment'],
      ['v1', 'Service'],
      ['networking.k8s.io/v1', 'Ingress'],
      ['v1', 'ConfigMap'],
      ['v1', 'Secret'],
      ['v1', 'PersistentVolumeClaim'],
      ['apps/v1', 'StatefulSet'],
      ['apps/v1', 'DaemonSet'],
      ['batch/v1', 'Job'],
      ['batch/v1', 'CronJob'],
    ].map(([apiVersion = '', kind = '']) => [
      `apiVersion: ${apiVersion}\nkind: ${kind.slice(0, 2)}▮${kind.slice(2)}\nmetadata:\n  name: app\n`,
      `kubernetes/${kind}`,
    ]),
  ),
  'api▮Version: v1\nkind: Pod\n': 'kubernetes/TypeMeta#apiVersion',
  'apiVersion: v1\nki▮nd: Pod\n': 'kubernetes/TypeMeta#kind',
  [`${head('v1', 'Pod')}spec:\n  con▮tainers: []\n`]: 'kubernetes/PodSpec#containers',
  [container('im▮age: nginx:1.29')]: 'kubernetes/Container#image',
  [container('image: ngi▮nx:1.29')]: 'kubernetes/Container#image',
  [container('po▮rts: []')]: 'kubernetes/Container#ports',
  [container('ports:\n  - container▮Port: 80')]: 'kubernetes/ContainerPort#containerPort',
  [container('en▮v: []')]: 'kubernetes/Container#env',
  [container('env:\n  - name: A\n    va▮lue: b')]: 'kubernetes/EnvVar#value',
  [container('env:\n  - name: A\n    valueFrom:\n      secretKey▮Ref: {name: x, key: y}')]: 'kubernetes/EnvVarSource#secretKeyRef',
  [container('env▮From: []')]: 'kubernetes/Container#envFrom',
  [container('envFrom:\n  - secret▮Ref:\n      name: x')]: 'kubernetes/EnvFromSource#secretRef',
  [container('envFrom:\n  - config▮MapRef:\n      name: x')]: 'kubernetes/EnvFromSource#configMapRef',
  [container('volume▮Mounts: []')]: 'kubernetes/Container#volumeMounts',
  [container('volumeMounts:\n  - mount▮Path: /data')]: 'kubernetes/VolumeMount#mountPath',
  [`${head('v1', 'Pod')}spec:\n  vol▮umes: []\n`]: 'kubernetes/PodSpec#volumes',
  [`${head('v1', 'Pod')}spec:\n  volumes:\n    - name: data\n      persistent▮VolumeClaim:\n        claimName: x\n`]:
    'kubernetes/Volume#persistentVolumeClaim',
  [`${head('v1', 'Pod')}spec:\n  volumes:\n    - name: data\n      persistentVolumeClaim:\n        claim▮Name: x\n`]:
    'kubernetes/PersistentVolumeClaimVolumeSource#claimName',
  [container('reso▮urces: {}')]: 'kubernetes/Container#resources',
  [container('resources:\n  requ▮ests:\n    cpu: 100m')]: 'kubernetes/ResourceRequirements#requests',
  [container('resources:\n  lim▮its:\n    memory: 1Gi')]: 'kubernetes/ResourceRequirements#limits',
  [container('resources:\n  requests:\n    cp▮u: 100m')]: 'kubernetes/ResourceRequirements#requests.cpu',
  [container('resources:\n  requests:\n    mem▮ory: 1Gi')]: 'kubernetes/ResourceRequirements#requests.memory',
  [container('resources:\n  limits:\n    cpu: 50▮0m')]: 'kubernetes/ResourceRequirements#limits.cpu',
  [container('resources:\n  limits:\n    mem▮ory: 1Gi')]: 'kubernetes/ResourceRequirements#limits.memory',
  [container('live▮nessProbe: {}')]: 'kubernetes/Container#livenessProbe',
  [container('ready: 1\nreadi▮nessProbe: {}')]: 'kubernetes/Container#readinessProbe',
  [container('start▮upProbe: {}')]: 'kubernetes/Container#startupProbe',
  [container('livenessProbe:\n  http▮Get:\n    path: /')]: 'kubernetes/Probe#httpGet',
  [container('livenessProbe:\n  tcp▮Socket:\n    port: 1')]: 'kubernetes/Probe#tcpSocket',
  [container('livenessProbe:\n  ex▮ec:\n    command: [a]')]: 'kubernetes/Probe#exec',
  [container('startupProbe:\n  initial▮DelaySeconds: 5')]: 'kubernetes/Probe#initialDelaySeconds',
  [container('startupProbe:\n  period▮Seconds: 5')]: 'kubernetes/Probe#periodSeconds',
  [container('startupProbe:\n  timeout▮Seconds: 5')]: 'kubernetes/Probe#timeoutSeconds',
  [container('startupProbe:\n  success▮Threshold: 1')]: 'kubernetes/Probe#successThreshold',
  [container('startupProbe:\n  failure▮Threshold: 30')]: 'kubernetes/Probe#failureThreshold',
  [deployment('rep▮licas: 2')]: 'kubernetes/DeploymentSpec#replicas',
  [deployment('sel▮ector: {}')]: 'kubernetes/DeploymentSpec#selector',
  [deployment('selector:\n  match▮Labels:\n    app: web')]: 'kubernetes/LabelSelector#matchLabels',
  [deployment('tem▮plate: {}')]: 'kubernetes/DeploymentSpec#template',
  [deployment('strat▮egy: {}')]: 'kubernetes/DeploymentSpec#strategy',
  [deployment('strategy:\n  rolling▮Update: {}')]: 'kubernetes/DeploymentStrategy#rollingUpdate',
  [deployment('strategy:\n  type: Rec▮reate')]: 'kubernetes/DeploymentStrategy#type',
  [deployment('strategy:\n  rollingUpdate:\n    max▮Surge: 1')]: 'kubernetes/RollingUpdateDeployment#maxSurge',
  [deployment('strategy:\n  rollingUpdate:\n    max▮Unavailable: 0')]: 'kubernetes/RollingUpdateDeployment#maxUnavailable',
  [`${head('v1', 'PersistentVolumeClaim')}spec:\n  access▮Modes: []\n`]: 'kubernetes/PersistentVolumeClaimSpec#accessModes',
  [`${head('v1', 'PersistentVolumeClaim')}spec:\n  accessModes:\n    - Read▮WriteOnce\n`]:
    'kubernetes/PersistentVolumeClaimSpec#accessModes',
  [`${head('v1', 'PersistentVolumeClaim')}spec:\n  accessModes: [ReadWriteOnce▮]\n`]: 'kubernetes/PersistentVolumeClaimSpec#accessModes',
  [`${head('v1', 'PersistentVolumeClaim')}spec:\n  resources:\n    requests:\n      stor▮age: 1Gi\n`]:
    'kubernetes/VolumeResourceRequirements#requests.storage',
  [`${head('v1', 'Service')}spec:\n  ty▮pe: ClusterIP\n`]: 'kubernetes/ServiceSpec#type',
  [`${head('v1', 'Service')}spec:\n  type: Cluster▮IP\n`]: 'kubernetes/ServiceSpec#type',
  [`${head('v1', 'Service')}spec:\n  sel▮ector: {}\n`]: 'kubernetes/ServiceSpec#selector',
  [`${head('v1', 'Service')}spec:\n  ports:\n    - po▮rt: 80\n`]: 'kubernetes/ServicePort#port',
  [`${head('v1', 'Service')}spec:\n  ports:\n    - target▮Port: 80\n`]: 'kubernetes/ServicePort#targetPort',
  [`${head('v1', 'Service')}spec:\n  ports:\n    - node▮Port: 30080\n`]: 'kubernetes/ServicePort#nodePort',
  [`${head('networking.k8s.io/v1', 'Ingress')}spec:\n  ru▮les: []\n`]: 'kubernetes/IngressSpec#rules',
  [`${head('networking.k8s.io/v1', 'Ingress')}spec:\n  rules:\n    - http:\n        pa▮ths: []\n`]: 'kubernetes/HTTPIngressRuleValue#paths',
  [`${head('networking.k8s.io/v1', 'Ingress')}spec:\n  rules:\n    - http:\n        paths:\n          - path▮Type: Prefix\n`]:
    'kubernetes/HTTPIngressPath#pathType',
  [`${head('networking.k8s.io/v1', 'Ingress')}spec:\n  rules:\n    - http:\n        paths:\n          - back▮end: {}\n`]:
    'kubernetes/HTTPIngressPath#backend',
  [`${head('gateway.networking.k8s.io/v1', 'HTTPRoute')}spec:\n  parent▮Refs: []\n`]: 'kubernetes/HTTPRouteSpec#parentRefs',
  [`${head('gateway.networking.k8s.io/v1', 'HTTPRoute')}spec:\n  rules:\n    - backendRefs:\n        - wei▮ght: 1\n`]:
    'kubernetes/HTTPBackendRef#weight',
  [`${head('gateway.networking.k8s.io/v1', 'Gateway')}spec:\n  listeners:\n    - allowed▮Routes: {}\n`]:
    'kubernetes/Listener#allowedRoutes',
  [`${head('v1', 'Secret')}string▮Data: {}\n`]: 'kubernetes/Secret#stringData',
  [`${head('v1', 'Secret')}da▮ta: {}\n`]: 'kubernetes/Secret#data',
  [`${head('v1', 'ConfigMap')}da▮ta: {}\n`]: 'kubernetes/ConfigMap#data',
  [`${head('v1', 'Pod')}  lab▮els: {app: web}\n`]: 'kubernetes/ObjectMeta#labels',
};

describe('kubernetes hover', () => {
  for (const [marked, noteId] of Object.entries(places)) {
    it(`shows ${noteId} in both languages: ${JSON.stringify(
      marked
        .split('\n')
        .find((line) => line.includes('▮'))
        ?.trim(),
    )}`, () => {
      assert.equal(noteAt(marked), noteId);
      for (const locale of ['ko', 'en'] as const) {
        const note = library.note(noteId, locale);
        assert.ok(note && shownAt(marked, locale)?.includes(`**${note.title}** — `), locale);
      }
    });
  }

  it('explains the map for keys that the author made up', () => {
    assert.equal(noteAt(deployment('selector:\n  matchLabels:\n    app▮: web')), 'kubernetes/LabelSelector#matchLabels');
    assert.deepEqual(contentAt(deployment('selector:\n  matchLabels:\n    app▮: web'))?.facts, []);
  });

  it('tells type, need and allowed values from the schema', () => {
    assert.deepEqual(contentAt(`${head('v1', 'Service')}spec:\n  ty▮pe: ClusterIP\n`)?.facts, [
      '타입 `string`',
      '기본값 `ClusterIP`',
      '값 `ClusterIP`, `ExternalName`, `LoadBalancer`, `NodePort`',
    ]);
    assert.deepEqual(contentAt(deployment('tem▮plate: {}'))?.facts, ['타입 `PodTemplateSpec`', '필수']);
    assert.deepEqual(contentAt(container('resources:\n  limits:\n    mem▮ory: 1Gi'))?.facts, ['타입 `quantity`']);
    assert.equal(contentAt(`${head('v1', 'Pod')}spec:\n  host▮Aliases: []\n`)?.title, '`hostAliases`');
  });

  it('knows the manifest under the cursor', () => {
    const two = `${head('v1', 'Service')}spec:\n  selector: {}\n---\n# 둘째\n${head('apps/v1', 'Deployment')}spec:\n  selector: {}\n`;
    const second = two.lastIndexOf('selector');
    assert.equal(noteAt(`${two.slice(0, second)}▮${two.slice(second)}`), 'kubernetes/DeploymentSpec#selector');
    assert.equal(noteAt(two.replace('selector', 'sel▮ector')), 'kubernetes/ServiceSpec#selector');
  });

  it('knows the items of a list', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    spec:\n      type: NodePort\n  - apiVersion: apps/v1\n    kind: Deployment\n    spec:\n      repl▮icas: 1\n';
    assert.equal(noteAt(list), 'kubernetes/DeploymentSpec#replicas');
    assert.equal(noteAt(list.replace('▮', '').replace('NodePort', 'Node▮Port')), 'kubernetes/ServiceSpec#type');
  });

  it('works in Helm templates, with Windows line breaks, and around tabs', () => {
    assert.equal(
      noteAt(
        '{{- if .Values.web }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  rep▮licas: {{ .Values.replicas }}\n{{- end }}\n',
      ),
      'kubernetes/DeploymentSpec#replicas',
    );
    assert.equal(noteAt(container('image: nginx\nreadinessProbe:\n  http▮Get: {}').replaceAll('\n', '\r\n')), 'kubernetes/Probe#httpGet');
    assert.equal(noteAt('apiVersion: v1\nkind: Service\nspec:\n  ty▮pe:\tClusterIP\n'), 'kubernetes/ServiceSpec#type');
    assert.equal(noteAt('apiVersion: v1\nkind: Serv▮ice\nspec:\n\ttype: ClusterIP\n'), 'kubernetes/Service');
  });

  it('works while a line is being typed', () => {
    assert.equal(noteAt('apiVersion: apps/v1\nkind: Deployment\nspec:\n  rep▮licas: 2\n  sel\n'), 'kubernetes/DeploymentSpec#replicas');
    assert.equal(noteAt('apiVersion: apps/v1\nkind: Deployment\nspec:\n  sel▮ector:\n'), 'kubernetes/DeploymentSpec#selector');
    assert.equal(noteAt('apiVersion: apps/v9\nkind: Deploy▮ment\n'), 'kubernetes/Deployment');
    assert.equal(
      noteAt('apiVersion: apps/v1\nkind: Deployment\nspec:\n  rep▮licas: "2\n  template: {}\n'),
      'kubernetes/DeploymentSpec#replicas',
    );
  });

  describe('of a kustomization', () => {
    const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
    const at = (marked: string, path = 'base/kustomization.yaml'): string | undefined => {
      const { text, offset } = readCursor(marked);
      const model = kubernetes.parse(TextDocument.create(`file:///${path}`, 'yaml', 1, text));
      const content = kubernetes.hover(model, offset, { ...contextIn('ko'), path });
      return content && `${content.noteId ?? ''}${content.brief ? ' in brief' : ''}`;
    };

    it('explains its fields, and those inside them', () => {
      assert.equal(at(`${kustomization}res▮ources: [app.yaml]\n`), 'kubernetes/Kustomization#resources');
      assert.equal(at(`${kustomization}patches:\n  - tar▮get: {kind: Deployment}\n`), 'kubernetes/Kustomization#patches.target');
      assert.equal(at(`${kustomization}labels:\n  - include▮Selectors: true\n`), 'kubernetes/Kustomization#labels.includeSelectors');
      assert.equal(at(`${kustomization}secretGenerator:\n  - en▮vs: [.env]\n`), 'kubernetes/Kustomization#configMapGenerator.envs');
      assert.equal(at(`${kustomization.replaceAll('\n', '\r\n')}name▮Prefix: dev-\r\n`), 'kubernetes/Kustomization#namePrefix');
    });

    it('explains values and fields without a note in brief', () => {
      assert.equal(at(`${kustomization}resources: [app▮.yaml]\n`), 'kubernetes/Kustomization#resources in brief');
      assert.equal(at(`${kustomization}images:\n  - na▮me: web\n`), 'kubernetes/Kustomization#images in brief');
      assert.equal(at(`${kustomization}patches:\n  - target: {ki▮nd: Pod}\n`), 'kubernetes/Kustomization#patches.target in brief');
      assert.equal(at(`${kustomization}secretGenerator:\n  - ty▮pe: Opaque\n`), 'kubernetes/Kustomization#secretGenerator in brief');
    });

    it('explains what the file is', () => {
      assert.equal(at(kustomization.replace('Kustom', 'Kust▮om')), 'kubernetes/Kustomization');
      assert.equal(at(kustomization.replace('apiV', 'api▮V')), 'kubernetes/Kustomization in brief');
      assert.equal(at('apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Comp▮onent\n'), 'kubernetes/Component');
      assert.equal(at('apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npat▮ches: []\n'), 'kubernetes/Kustomization#patches');
    });

    it('needs the name of the file where apiVersion and kind are left out', () => {
      assert.equal(at('resources: [app.yaml]\nname▮space: shop\n'), 'kubernetes/Kustomization#namespace');
      assert.equal(at('resources: [app.yaml]\nname▮space: shop\n---\napiVersion: v1\nkind: Pod\n', 'app.yaml'), undefined);
    });

    it('is silent on what it does not know, on texts of several lines, and on kinds of others', () => {
      assert.equal(at(`${kustomization}open▮api: {}\n`), undefined);
      assert.equal(at(`${kustomization}resources: []\nconstructor▮: 1\n`), undefined);
      assert.equal(at(`${kustomization}patches:\n  - patch: |\n      - op: re▮move\n        path: /a\n`), undefined);
      assert.equal(at('apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  pat▮ches: []\n', 'flux.yaml'), undefined);
    });
  });

  it('is silent where there is nothing of ours', () => {
    for (const marked of [
      '▮',
      'a▮: b\n',
      'apiVersion: v▮2\nname: chart\n',
      'apiVersion: argoproj.io/v1alpha1\nkind: Roll▮out\nspec:\n  replicas: 1\n',
      'apiVersion: argoproj.io/v1alpha1\nkind: Deploy▮ment\n',
      'apiVersion: apps/v1\nkind: Deployment\nno▮Such: 1\n',
      'apiVersion: apps/v1\nkind: Deployment\n# comm▮ent\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  script: |\n    echo ▮hello\n    exit\n',
      'apiVersion: v1\nkind: constructor▮\n',
      '\0\x01\x02▮\uD800\n',
      'apiVersion: &a [*a]\nkind▮: *a\n',
    ])
      assert.equal(contentAt(marked)?.noteId ?? contentAt(marked)?.title, undefined, JSON.stringify(marked));
  });
});
