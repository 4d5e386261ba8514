import assert from 'node:assert/strict';
import { isPatch } from '../../../server/kubernetes/patch.ts';
import { createWorkspace } from '../../../server/workspace.ts';

const workspace = createWorkspace(
  [
    ['base/kustomization.yaml', 'resources: [web.yaml, db.yaml]\n'],
    ['prod/kustomization.yml', 'patches:\n  - path: ./web.yaml\n    target: {kind: Deployment}\n  - patch: "- op: remove"\n'],
    ['test/Kustomization', 'patchesStrategicMerge:\n  - web.yaml\n'],
    ['odd/kustomization.yaml', 'patches: {a: [\n'],
  ],
  'missing',
);

describe('isPatch', () => {
  it('goes by the name of the file or its folder', () => {
    for (const path of ['patch.yaml', 'a/web-patch.yaml', 'web_patch.yml', 'patches/web.yaml', 'a/patch/web.yaml', 'Patch-web.yaml'])
      assert.ok(isPatch({ workspace, path }), path);
    for (const path of ['web.yaml', 'dispatch.yaml', 'dispatcher/web.yaml']) assert.ok(!isPatch({ workspace, path }), path);
  });

  it('goes by the kustomization in the same folder', () => {
    assert.ok(isPatch({ workspace, path: 'prod/web.yaml' }));
    assert.ok(isPatch({ workspace, path: 'test/web.yaml' }));
    for (const path of ['base/web.yaml', 'prod/db.yaml', 'odd/web.yaml', 'other/web.yaml']) assert.ok(!isPatch({ workspace, path }), path);
  });

  it('is none where nothing is known of other files', () => {
    assert.ok(!isPatch({ workspace: createWorkspace(), path: 'prod/web.yaml' }));
  });
});
