/** What runs here was installed from the package, as a user installs it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

declare const MULGIL_VERSION: string;

// VS Code lists to an extension host, such as that of the tests, only what runs in it.
const isListed = process.env['TEST_EXTENSION_HOST'] === 'node';

if (isListed)
  describe('the package in VS Code', () => {
    const extension = (): vscode.Extension<unknown> => vscode.extensions.getExtension('mulgil.mulgil') ?? assert.fail('it is not listed');

    it('is listed by its name and version, where VS Code installs extensions', () => {
      assert.equal((extension().packageJSON as { readonly version?: string }).version, MULGIL_VERSION);
      assert.ok(extension().extensionUri.path.endsWith(`/extensions/mulgil.mulgil-${MULGIL_VERSION}`), extension().extensionUri.path);
    });
    it('is what was packed, not the folder that it was packed from', () =>
      assert.ok(!('devDependencies' in (extension().packageJSON as object))));
  });
