import assert from 'node:assert/strict';
import { servedElsewhere } from '../../client/served-elsewhere.ts';

const served = (installed: readonly string[], settings: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  servedElsewhere({ runs: (id) => installed.includes(id), setting: (name) => settings[name] });

describe('languages served by other extensions', () => {
  it('are none without others', () => assert.deepEqual(served([]), []));
  it('are Dockerfile and Compose beside Container Tools', () => {
    assert.deepEqual(served(['ms-azuretools.vscode-containers']), ['compose', 'dockerfile']);
    assert.deepEqual(served(['ms-azuretools.vscode-containers'], { 'containers.enableComposeLanguageService': false }), ['dockerfile']);
  });
  it('are Compose alone beside Docker DX', () => {
    assert.deepEqual(served(['docker.docker']), ['compose']);
    assert.deepEqual(served(['docker.docker'], { 'docker.extension.enableComposeLanguageServer': false }), []);
  });
  it('are what the YAML extension has a schema for', () => {
    assert.deepEqual(served(['redhat.vscode-yaml']), ['compose']);
    assert.deepEqual(served(['redhat.vscode-yaml'], { 'yaml.schemaStore.enable': false }), []);
    assert.deepEqual(served(['redhat.vscode-yaml'], { 'yaml.schemas': { kubernetes: '*.yaml' } }), ['compose', 'kubernetes']);
    assert.deepEqual(served(['redhat.vscode-yaml'], { 'yaml.completion': false, 'yaml.schemas': { kubernetes: '*.yaml' } }), []);
  });
  it('are Kubernetes where its extension finds the one for YAML', () => {
    assert.deepEqual(served(['ms-kubernetes-tools.vscode-kubernetes-tools']), []);
    assert.deepEqual(served(['ms-kubernetes-tools.vscode-kubernetes-tools', 'redhat.vscode-yaml']), ['compose', 'kubernetes']);
  });
});
