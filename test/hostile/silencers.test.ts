import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kubernetes } from '../../server/kubernetes/language.ts';
import { lint } from '../../server/lint.ts';
import { settle } from '../../server/settings.ts';
import { createWorkspace } from '../../server/workspace.ts';

/** How many findings count. */
function countFindings(text: string): number {
  const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, text));
  const place = { workspace: createWorkspace(), path: 'app.yaml' };
  return lint(kubernetes, model, settle([]), place, (message) => assert.fail(message)).findings.length;
}

const pod = (metadata: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${metadata}spec:\n  containers:\n    - name: web\n      image: nginx\n`;

describe('hostile manifests', () => {
  it('survives annotations of any shape', () => {
    for (const annotations of ['[]', 'x', '{a: [b]}', '{kube-score/ignore: }', '{kube-score/ignore: {}}', '{? [a] : b}', '&a {b: *a}'])
      assert.ok(countFindings(pod(`  annotations: ${annotations}\n`)) > 0, annotations);
  });
});
