import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../../server/languages.ts';
import { library } from '../../server/library.ts';
import { createService } from '../../server/service.ts';
import { createWorkspace } from '../../server/workspace.ts';

function hoverOn(name: string, marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = TextDocument.create(`file:///${name}`, 'yaml', 1, text);
  const service = createService({ languages, library, log: (message) => assert.fail(message) });
  const asked = { locale: 'en', workspace: createWorkspace(), path: name } as const;
  const hover = service.hover(document, document.positionAt(offset), asked, { commandLinks: false });
  return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
}

describe('what means the same elsewhere', () => {
  it('stands in the hover of a Compose key, in one line', () =>
    assert.match(
      hoverOn('compose.yaml', 'services:\n  web:\n    image: x\n    working|_dir: /srv\n'),
      /\n\nThe same elsewhere: `docker run --workdir` · Kubernetes `Container\.workingDir`\n\n/,
    ));
  it('stands in the hover of a Kubernetes field', () =>
    assert.match(
      hoverOn('pod.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: x\n      a|rgs: [a]\n'),
      /\n\nThe same elsewhere: Compose `command` — Mind the names/,
    ));
  it('does not stand where the author chose the name', () => {
    assert.doesNotMatch(hoverOn('compose.yaml', 'services:\n  web:\n    image: x\n    environment:\n      A|B: 1\n'), /The same elsewhere/);
    assert.doesNotMatch(hoverOn('pod.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    a|b: x\n'), /The same elsewhere/);
  });
});
