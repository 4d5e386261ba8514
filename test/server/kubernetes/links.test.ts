import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kubernetes } from '../../../server/kubernetes/language.ts';

describe('kubernetes links', () => {
  it('leads from a kustomization to its files and folders, and not out of the file system', () => {
    const text =
      'resources:\n  - ../base\n  - web.yaml\n  - "a b.yaml"\n  - https://github.com/example/shop/deploy?ref=v1\n  - ../../../../../x.yaml\n  - /etc/passwd\n';
    const document = TextDocument.create('file:///shop/overlays/prod/kustomization.yaml', 'yaml', 1, text);
    assert.deepEqual(
      kubernetes.links(kubernetes.parse(document)).map(({ range, target }) => [document.getText(range), target]),
      [
        ['../base', 'file:///shop/overlays/base/kustomization.yaml'],
        ['web.yaml', 'file:///shop/overlays/prod/web.yaml'],
        ['a b.yaml', 'file:///shop/overlays/prod/a%20b.yaml'],
        ['https://github.com/example/shop/deploy?ref=v1', 'https://github.com/example/shop/deploy?ref=v1'],
      ],
    );
  });
});
