import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { documented, isInstalled, workplace } from './documented.ts';

// The modes are packages of their own; Eglot looks at their names only. Debian keeps the package of Eglot for Emacs 28 where -Q does not look.
const before = `
(let ((packages "/usr/share/emacs/site-lisp/elpa"))
  (when (and (< emacs-major-version 29) (file-directory-p packages))
    (dolist (folder (directory-files packages t "^[a-z]"))
      (add-to-list 'load-path folder))))
(unless (fboundp 'dockerfile-mode) (define-derived-mode dockerfile-mode prog-mode "Dockerfile"))
(require 'eglot)
(setq eglot-sync-connect 20 eglot-connect-timeout 20)
`;
const after = `
(find-file (getenv "MULGIL_FILE"))
(dockerfile-mode)
(let ((server (apply #'eglot (eglot--guess-contact))))
  (goto-char (point-min))
  (forward-line 1)
  (forward-char 3)
  (eglot--managed-mode 1)
  (let ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
    (princ (format "HOVER %s" (plist-get (plist-get hover :contents) :value))))
  (eglot-shutdown server))
`;

describe('Emacs', () => {
  const { folder, environment } = workplace();

  it('starts the server with the documented configuration, and explains', function () {
    this.timeout(60_000);
    const env = environment();
    folder.write({ 'init.el': `${before}${documented('## Emacs', 'elisp')}\n(setq dockerfile-mode-hook nil)\n`, 'drive.el': after });
    const emacs = (...args: string[]) =>
      spawnSync('emacs', ['-Q', '--batch', ...args], {
        env: { ...env, MULGIL_FILE: join(folder.path, 'project/Dockerfile') },
        cwd: join(folder.path, 'project'),
        encoding: 'utf8',
        timeout: 50_000,
      });
    if (!isInstalled('emacs') || emacs('-l', join(folder.path, 'init.el')).status !== 0) {
      console.log('      emacs with eglot is not installed: skipped');
      this.skip();
    }
    const known = emacs(
      '-l',
      join(folder.path, 'init.el'),
      '--eval',
      '(princ (format "%S" (assoc \'dockerfile-mode eglot-server-programs (lambda (modes mode) (member mode (ensure-list modes))))))',
    );
    assert.match(known.stdout, /"mulgil" "lsp" "--stdio"/, known.stderr);
    const { stdout, stderr } = emacs('-l', join(folder.path, 'init.el'), '-l', join(folder.path, 'drive.el'));
    assert.match(stdout, /HOVER .*STOPSIGNAL.*SIGTERM/s, stderr);
  });
});
