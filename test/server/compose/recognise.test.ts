import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../../../server/languages.ts';

const languageOf = (path: string, text: string, languageId = 'yaml'): string | undefined =>
  languages.find((language) => language.recognises(TextDocument.create(`file:///work/${path}`, languageId, 1, text)))?.id;

describe('recognising Compose files', () => {
  it('goes by the name', () => {
    for (const path of [
      'compose.yaml',
      'compose.yml',
      'docker-compose.yml',
      'docker-compose.yaml',
      'compose.override.yaml',
      'compose-dev.yml',
      'docker-compose.prod.yml',
      'Docker-Compose.YML',
      'a/compose.yaml',
    ])
      assert.equal(languageOf(path, ''), 'compose', path);
  });

  it('goes by the language id', () => {
    assert.equal(languageOf('stack.yaml', '', 'dockercompose'), 'compose');
  });

  it('goes by the content', () => {
    for (const text of [
      'services:\n  web:\n    image: nginx\n',
      '# 개발용\r\nname: shop\r\nservices: # 서비스\r\n  web:\r\n    build: .\r\n',
      '\uFEFFservices:\n  web:\n    image: nginx\n',
      'version: "3"\n\nservices :\n  web:\n    image: nginx\n',
    ])
      assert.equal(languageOf('stack.yaml', text), 'compose', text);
  });

  it('is silent on other YAML', () => {
    for (const text of [
      'services:\n  - docker:dind\nimage: node\n',
      'services:\n  web:\n    url: https://example.com\n',
      'jobs:\n  test:\n    services:\n      db:\n        image: postgres\n',
      'stages: [a]\nservices:\n  x:\n    image: y\n',
      'composer: 1\n',
      '',
    ])
      assert.equal(languageOf('stack.yaml', text), undefined, text);
    assert.equal(languageOf('decompose.yaml', 'a: b\n'), undefined);
    assert.equal(languageOf('compose.json', 'services:\n  web:\n    image: nginx\n', 'json'), undefined);
    assert.equal(languageOf('compose.yaml.tmpl', '', 'plaintext'), undefined);
  });

  it('leaves manifests to Kubernetes', () => {
    assert.equal(languageOf('stack.yaml', 'apiVersion: v1\nkind: ConfigMap\nservices:\n  web:\n    image: nginx\n'), 'kubernetes');
  });
});
