import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../../../server/languages.ts';

const languageOf = (text: string, path = 'app.yaml'): string | undefined =>
  languages.find((language) => language.recognises(TextDocument.create(`file:///${path}`, 'yaml', 1, text)))?.id;

describe('a manifest that is being begun', () => {
  it('is recognised by its first words', () => {
    for (const text of [
      'api',
      '# 주석\n---\nkind',
      'kind: Dep',
      'apiVersion: apps/v1\n',
      'apiVersion: apps/v1\nki',
      'kind: Job\r\napiVersion:',
    ])
      assert.equal(languageOf(text), 'kubernetes', text);
  });

  it('is recognised by its place while it is empty', () => {
    for (const path of ['k8s/app.yaml', 'a/manifests/base/x.yaml', 'deployment.yaml', 'web-service.yml'])
      assert.equal(languageOf('', path), 'kubernetes', path);
    for (const path of ['app.yaml', 'deployments.yaml', 'k8s.d/x.yaml', 'k8sx/app.yaml'])
      assert.equal(languageOf('', path), undefined, path);
  });

  it('is not seen in other files', () => {
    for (const text of [
      'a',
      'name',
      'kind: Job\nname: x',
      'apiVersion: v2\nname: chart',
      'kind: [a]',
      'x: 1\nkind: Job',
      'apiVersion: v1\na\nb',
    ])
      assert.equal(languageOf(text), undefined, text);
    assert.equal(languageOf('apiVersion: v2\n', 'chart/Chart.yaml'), undefined);
  });
});
