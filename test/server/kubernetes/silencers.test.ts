import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import { lint } from '../../../server/lint.ts';
import { settle } from '../../../server/settings.ts';
import { createWorkspace } from '../../../server/workspace.ts';

/** The ids of the findings that count, and of those that are silenced. */
function run(text: string): { readonly findings: readonly string[]; readonly silenced: readonly string[] } {
  const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, text));
  const place = { workspace: createWorkspace(), path: 'app.yaml' };
  const { findings, silenced } = lint(kubernetes, model, settle([]), place, (message) => assert.fail(message));
  const ids = (of: typeof findings): readonly string[] =>
    of.map(({ rule, resource }) => `${rule.id.slice('kubernetes/'.length)} ${resource ?? ''}`.trim());
  return { findings: ids(findings), silenced: ids(silenced) };
}

const pod = (name: string, metadata = '', container = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n${metadata}spec:\n  containers:\n    - name: ${name}\n${container}      image: nginx\n`;
const resources = '      resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}\n';

describe('silencing findings in manifests', () => {
  it('finds everything without a comment', () => {
    assert.deepEqual(run(pod('web')), { findings: ['resources Pod/web', 'no-latest-tag Pod/web'], silenced: [] });
  });

  it('works by comments, above and beside', () => {
    assert.deepEqual(run(pod('web', '', '      # mulgil ignore=kubernetes/no-latest-tag 실습용\n')).silenced, ['no-latest-tag Pod/web']);
    assert.deepEqual(run(pod('web').replace('- name: web', '- name: web # mulgil ignore=kubernetes/resources short')).silenced, [
      'resources Pod/web',
    ]);
  });

  it("works by kube-linter's annotations, for the one resource and the one check", () => {
    const annotated = pod('web', '  annotations:\n    ignore-check.kube-linter.io/latest-tag: "실습용"\n', resources);
    assert.deepEqual(run(annotated), { findings: [], silenced: ['no-latest-tag Pod/web'] });
    assert.deepEqual(run(`${annotated}---\n${pod('api', '', resources)}`).findings, ['no-latest-tag Pod/api']);
    assert.deepEqual(run(pod('web', '  annotations: {kube-linter.io/ignore-all: ""}\n')).findings, []);
  });

  it("works by kube-score's annotation", () => {
    assert.deepEqual(run(pod('web', '  annotations:\n    kube-score/ignore: container-image-tag, container-resources\n')).findings, []);
    assert.deepEqual(run(pod('web', '  annotations:\n    kube-score/ignore: pod-probes\n')).findings.length, 2);
  });

  it("works by Polaris' annotations", () => {
    const annotated = (annotation: string): string => pod('web', `  annotations:\n    polaris.fairwinds.com/${annotation}\n`, resources);
    assert.deepEqual(run(annotated('tagNotSpecified-exempt: "true"')), { findings: [], silenced: ['no-latest-tag Pod/web'] });
    assert.deepEqual(run(annotated('exempt: "true"')).findings, []);
    assert.deepEqual(run(annotated('exempt: "false"')).findings, ['no-latest-tag Pod/web']);
  });

  it('leaves the half of a finding that an annotation does not mean', () => {
    const annotated = pod('web', '  annotations:\n    ignore-check.kube-linter.io/unset-cpu-requirements: 아직 모릅니다\n');
    assert.deepEqual(run(annotated), { findings: ['resources Pod/web', 'no-latest-tag Pod/web'], silenced: ['resources Pod/web'] });
  });

  it('works for one item of a list', () => {
    const item = (name: string, annotation: string): string =>
      pod(name, annotation, resources)
        .replace(/^(?=.)/gm, '    ')
        .replace('    ', '  - ');
    const list = `apiVersion: v1\nkind: List\nitems:\n${item('a', '')}${item('b', '  annotations: {kube-linter.io/ignore-all: x}\n')}`;
    assert.deepEqual(run(list), { findings: ['no-latest-tag Pod/a'], silenced: ['no-latest-tag Pod/b'] });
  });
});
