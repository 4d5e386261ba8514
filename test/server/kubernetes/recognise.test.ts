import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../../../server/languages.ts';

const languageOf = (text: string, path = 'app.yaml', languageId = 'yaml'): string | undefined =>
  languages.find((language) => language.recognises(TextDocument.create(`file:///${path}`, languageId, 1, text)))?.id;

describe('recognising manifests', () => {
  it('goes by content', () => {
    for (const text of [
      'apiVersion: v1\nkind: Pod\n',
      'kind: Pod\napiVersion: v1\n',
      '# 주석\n---\napiVersion: v1\r\nkind: Pod\r\n',
      '\uFEFFapiVersion: v1\nkind: Pod\n',
      '"apiVersion": v1\n\'kind\': Pod\n',
      'a: b\n---\napiVersion: v1\nkind: Pod\n',
      'apiVersion: {{ .Values.api }}\nkind: {{ .Values.kind }}\n',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
      'apiVersion : v1\nkind : Pod\n',
    ])
      assert.equal(languageOf(text), 'kubernetes', text);
  });

  it('is silent on other YAML', () => {
    for (const text of [
      '',
      'a: b\n',
      'apiVersion: v2\nname: chart\n',
      'x:\n  apiVersion: v1\n  kind: Pod\n',
      'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    services:\n      db:\n        image: postgres\n',
      'stages: [build]\nbuild:\n  image: node\n  services:\n    - docker:dind\n',
      'openapi: 3.1.0\npaths: {}\n',
      '- hosts: all\n  tasks: []\n',
      'apiVersionx: 1\nkindly: 2\n',
    ])
      assert.equal(languageOf(text), undefined, text);
  });

  it('goes by the file name or the language id where the content could be any', () => {
    const text = 'apiVersion: v1\nkind: Pod\n';
    assert.equal(languageOf(text, 'app.yml', ''), 'kubernetes');
    assert.equal(languageOf(text, 'app.txt', 'plaintext'), undefined);
    assert.equal(languageOf(text, 'untitled', 'yaml'), 'kubernetes');
    assert.equal(languageOf(text, 'app.json', 'json'), undefined);
  });
});

describe('recognising manifests in JSON', () => {
  const languageOfJson = (text: string): string | undefined => languageOf(text, 'app.json', 'json');
  it('goes by the keys of the outermost object', () => {
    for (const text of [
      '{"apiVersion": "v1", "kind": "Pod"}',
      '{\n  "kind" : "List",\n  "items": [{"apiVersion": "x"}],\n  "apiVersion" : "v1"\n}\n',
      '\uFEFF{"metadata": {"a": "}\\"{"}, "apiVersion": "v1", "kind": "Pod"}',
    ])
      assert.equal(languageOfJson(text), 'kubernetes', text);
    for (const text of [
      '',
      '{}',
      '[]',
      '{"kind": "a"}',
      '{"a": {"apiVersion": "v1", "kind": "Pod"}}',
      '{"a": "\\"apiVersion\\": 1, \\"kind\\": 2"}',
      '{"x": "apiVersion", "y": "kind"}',
      '[{"apiVersion": "v1", "kind": "Pod"}]',
    ])
      assert.equal(languageOfJson(text), undefined, text);
    assert.equal(languageOf('{"apiVersion": "v1", "kind": "Pod"}', 'app.txt', 'plaintext'), undefined);
  });
});
