/** What happens in VS Code when the language server ends as no protocol knows. In the Node host only, where it is a process of its own. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { assertLanguage, hoverAt, korean, mulgilDiagnostics, openText, screenshot, until } from './support.ts';

const text = (stopsignal: string): string => `FROM node:24-alpine\nSTOPSIGNAL ${stopsignal}\nUSER node\nCMD ["node", "server.js"]\n`;
const notification = '.notifications-center .notification-list-item';

describe('a language server that was killed', function () {
  this.retries(0); // each crash counts
  this.timeout(90_000);
  before(function () {
    // Processes are looked up where Linux lists them.
    if (process.env['TEST_EXTENSION_HOST'] === 'worker' || process.platform !== 'linux') this.skip();
  });

  it('is started again, and answers about what is open', async () => {
    const { document } = await openText('dockerfile', text('SIGKILL'));
    await reported(document, ['dockerfile/no-kill-stopsignal']);
    await kill();
    // What was typed meanwhile counts.
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 5, 0, 19), 'node:latest');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await reported(document, ['dockerfile/no-latest-tag', 'dockerfile/no-kill-stopsignal']);
    assert.match(await hoverAt(document, 'STOPSIGNAL'), /SIGTERM/);
    if (!hasPage) return;
    await vscode.commands.executeCommand('notifications.showList');
    assert.equal(await onPage('count', { selector: notification }), 0, 'nobody was bothered');
  });

  it('is given up when that goes on, which is told once, with a way to start it again', async () => {
    const { document } = await openText('dockerfile', text('SIGKILL'));
    await reported(document, ['dockerfile/no-kill-stopsignal']);
    for (let crashes = 2; crashes <= 5; crashes++) await kill();
    if (hasPage) {
      await vscode.commands.executeCommand('notifications.showList');
      await until(async () => assert.equal(await onPage('count', { selector: notification }), 1));
      const told = String(await onPage('text', { selector: notification }));
      assert.match(told, korean ? /언어 서버가 자꾸 멈춰서/ : /language server keeps stopping/);
      assertLanguage(told);
      await screenshot('given-up');
      await onPage('click', { selector: `${notification} .monaco-button >> text=${korean ? '다시 시작' : 'Start Again'}` });
    } else await vscode.commands.executeCommand('mulgil.restartServer');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 5, 0, 19), 'node:latest');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await reported(document, ['dockerfile/no-latest-tag', 'dockerfile/no-kill-stopsignal']);
    assert.match(await hoverAt(document, 'STOPSIGNAL'), /SIGTERM/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('notifications.hideList');
  });
});

function reported(document: vscode.TextDocument, rules: readonly string[]): Promise<void> {
  return until(() =>
    assert.deepEqual(
      mulgilDiagnostics(document).map(({ code }) => (typeof code === 'object' ? code.value : code)),
      rules,
    ),
  );
}

/** Kills the server and waits until its process is gone. */
async function kill(): Promise<void> {
  let server: number | undefined;
  await until(() => {
    [server] = servers();
    assert.ok(server, 'a server runs');
  });
  assert.ok(server);
  process.kill(server, 'SIGKILL');
  await until(() => assert.ok(!servers().includes(server ?? 0)));
}

/** The processes that this one, the extension host, started with the server’s bundle. */
function servers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
        return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js');
      } catch {
        return false; // it ended meanwhile
      }
    })
    .map(Number);
}
