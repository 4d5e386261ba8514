import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../../server/kubernetes/parse.ts';
import { containersOf, podPath, sharesVolume } from '../../../server/kubernetes/workload.ts';
import type { Manifest } from '../../../server/kubernetes/model.ts';

function manifestOf(text: string): Manifest {
  const [manifest] = parse(TextDocument.create('file:///manifest.yaml', 'yaml', 1, text)).manifests;
  assert.ok(manifest);
  return manifest;
}

describe('workloads of Kubernetes', () => {
  it('knows where each kind keeps its Pods, under groups that are old or forgotten too', () => {
    const pathOf = (apiVersion: string, kind: string): string | undefined =>
      podPath(manifestOf(`apiVersion: ${apiVersion}\nkind: ${kind}\n`))?.join('.');
    assert.equal(pathOf('v1', 'Pod'), '');
    for (const apiVersion of ['apps/v1', 'apps/v1beta1', 'extensions/v1beta1', 'v1'])
      assert.equal(pathOf(apiVersion, 'Deployment'), 'spec.template', apiVersion);
    assert.equal(pathOf('v1', 'CronJob'), 'spec.jobTemplate.spec.template');
    assert.equal(pathOf('apps.openshift.io/v1', 'DeploymentConfig'), 'spec.template');
    for (const [apiVersion, kind] of [
      ['example.com/v1', 'Deployment'],
      ['apps/v1', 'Pod'],
      ['v1', 'toString'],
      ['constructor/v1', 'Pod'],
    ] as const)
      assert.equal(pathOf(apiVersion, kind), undefined, `${apiVersion} ${kind}`);
  });

  it('tells main containers, init containers and sidecars apart', () => {
    const pod = manifestOf(
      'apiVersion: v1\nkind: Pod\nspec:\n  initContainers: [{name: a}, {name: b, restartPolicy: Always}, 1]\n  containers: [{name: c}, {}]\n',
    );
    assert.deepEqual(
      containersOf(pod).map(({ name, role }) => [name, role]),
      [
        ['c', 'main'],
        [undefined, 'main'],
        ['a', 'init'],
        ['b', 'sidecar'],
      ],
    );
  });

  it('knows whether Pods share a volume that they write', () => {
    const pod = (volume: string): Manifest => manifestOf(`apiVersion: v1\nkind: Pod\nspec:\n  volumes: [{name: data, ${volume}}]\n`);
    assert.equal(sharesVolume(pod('persistentVolumeClaim: {claimName: data}')), true);
    assert.equal(sharesVolume(pod('persistentVolumeClaim: {claimName: data, readOnly: true}')), false);
    assert.equal(sharesVolume(pod('emptyDir: {}')), false);
    assert.equal(sharesVolume(pod('persistentVolumeClaim: []')), false);
  });
});
