import assert from 'node:assert/strict';
import { openManifests } from './workspace.ts';

const pod = (name: string, label: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  labels:\n    app: ${label}\nspec:\n  containers: []\n`;

describe('kubernetes cluster index', () => {
  it('finds resources by kind and name, wherever they stand', () => {
    const { cluster } = openManifests({ 'a.yaml': `${pod('one', 'x')}---\n${pod('two', 'y')}`, 'b/c.yaml': pod('one', 'z') });
    assert.deepEqual(
      cluster.named('/Pod', 'one').map(({ path, line }) => `${path}:${line}`),
      ['a.yaml:0', 'b/c.yaml:0'],
    );
    assert.deepEqual(
      cluster.named('/Pod', 'two').map(({ line }) => line),
      [8],
    );
    assert.equal(cluster.podMakers().length, 3);
  });

  it('keeps lines true when documents above grow, without telling others', () => {
    const workspace = openManifests({ 'a.yaml': `${pod('one', 'x')}---\n${pod('two', 'y')}` });
    const before = workspace.cluster.revision();
    const [two] = workspace.cluster.named('/Pod', 'two');
    workspace.write('a.yaml', `# 하나\n# 둘\n${pod('one', 'x')}---\n${pod('two', 'y')}`);
    assert.equal(workspace.cluster.named('/Pod', 'two')[0], two);
    assert.equal(two?.line, 10);
    assert.equal(workspace.cluster.revision(), before);
    assert.equal(workspace.write('a.yaml', `${pod('one', 'z')}---\n${pod('two', 'y')}`), true);
  });

  it('tells of a change only the kinds that changed', () => {
    const workspace = openManifests({ 'a.yaml': pod('one', 'x'), 'b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n' });
    const { cluster } = workspace;
    const before = { pods: cluster.revision('pods'), maps: cluster.revision('/ConfigMap') };
    assert.equal(workspace.write('b.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: d\n'), true);
    assert.equal(cluster.revision('pods'), before.pods);
    assert.notEqual(cluster.revision('/ConfigMap'), before.maps);
    assert.equal(workspace.write('b.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: d\n'), false);
  });

  it('forgets files that are gone, and files that are no manifests any more', () => {
    const workspace = openManifests({ 'a.yaml': pod('one', 'x'), 'b.yaml': pod('two', 'x') });
    assert.equal(workspace.remove('a.yaml'), true);
    assert.equal(workspace.write('b.yaml', 'just: yaml\n'), true);
    assert.deepEqual(workspace.cluster.everything(), []);
    assert.deepEqual(workspace.cluster.podMakers(), []);
    assert.deepEqual(workspace.cluster.named('/Pod', 'two'), []);
  });

  it('knows patches and generated ConfigMaps of kustomizations', () => {
    const { cluster } = openManifests({
      'overlays/prod/kustomization.yaml':
        'resources: [../../base]\npatches:\n  - path: ../web.yaml\nconfigMapGenerator:\n  - name: web\n    literals: [mode=fast]\n    files: [conf/app.properties, other=x.txt]\n',
    });
    assert.ok(cluster.isPatch('overlays/web.yaml'));
    assert.ok(!cluster.isPatch('web.yaml'));
    const [web] = cluster.named('/ConfigMap', 'web');
    assert.deepEqual(
      web?.resource.keys?.map(({ text }) => text),
      ['mode', 'app.properties', 'other'],
    );
  });

  it('survives anchors that hold themselves', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: &spec\n  again: *spec\n  selector: {app: web}\n';
    const workspace = openManifests({ 'a.yaml': text });
    assert.equal(workspace.write('a.yaml', `${text}# changed\n`), false);
    assert.equal(workspace.cluster.named('/Service', 'web')[0]?.resource.object, undefined);
  });

  it('keeps nothing of templates', () => {
    const { cluster } = openManifests({ 'a.yaml': pod('{{ .Release.Name }}', 'x') });
    assert.deepEqual(cluster.everything(), []);
  });

  it('finds names by any part, for symbols of the workspace', () => {
    const { indexes } = openManifests({ 'a.yaml': pod('shop-web', 'x') });
    const names = (query: string) =>
      indexes.all
        .get('kubernetes')
        ?.search?.(query)
        .map(({ name }) => name);
    assert.deepEqual(names('web'), ['shop-web']);
    assert.deepEqual(names('pod/shop'), ['shop-web']);
    assert.deepEqual(names('none'), []);
  });
});
