/** The library panel in a real VS Code: searching, walking by keyboard, what is kept, where links lead. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';
import { assertLanguage, korean, openText, rest, screenshot, search, textOf, until } from './support.ts';

const logs = 'cheatsheets/docker-logs-f-tail-100-container';

const count = async (selector: string): Promise<number> => Number(await onPage('count', { selector, inFrames: true }));
const press = (text: string): Promise<unknown> => onPage('press', { text });
const click = (selector: string): Promise<unknown> => onPage('click', { selector, inFrames: true });

/** Hides the panel, which ends its page, and shows it again. */
async function reload(): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.explorer');
  await until(async () => assert.equal(await count('.bar'), 0));
  await vscode.commands.executeCommand('mulgil.openLibrary');
  await until(async () => assert.ok((await count('.home')) > 0));
}

describe(`the library in VS Code (${vscode.env.language}, ${process.env['TEST_EXTENSION_HOST'] ?? ''} host)`, () => {
  before(function () {
    if (!hasPage) this.skip();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows its sections in the content language', async () => {
    await vscode.commands.executeCommand('mulgil.openLibrary');
    const text = await textOf('main:has(.section)');
    assert.match(text, /kubectl/i);
    assertLanguage(text.replaceAll(/Dockerfile|Kubernetes/g, ''));
    await screenshot('panel');
  });

  it('finds entries of every kind as one types: Korean, initial consonants, English, options', async () => {
    for (const [query, found] of [
      ['배포', 'kubectl apply'],
      ['ㅂㅍ', 'kubectl apply'],
      ['rollout', 'kubectl rollout'],
      ['--previous', 'kubectl logs'],
      ['crashloop', 'CrashLoopBackOff'],
      ['copy --from', '--from'],
    ] as const) {
      await search(query);
      await until(async () => assert.match(await textOf('.results'), new RegExp(found), query));
    }
    await search('zzzz');
    await until(async () => assert.equal(await count('.entry:visible'), 0));
    await search('ㅂㅍ');
    await until(async () => assert.match(await textOf('header .status'), /\d/));
    await screenshot('panel-search');
  });

  it('filters by kind', async () => {
    await search('image');
    await until(async () => assert.ok((await count('.entry.command')) > 0 && (await count('.entry.reference')) > 0));
    await click(`.chip:has-text("${korean ? '명령어' : 'Commands'}")`);
    await until(async () => assert.deepEqual([(await count('.entry.command')) > 0, await count('.entry.reference')], [true, 0]));
    await press('Escape');
    await until(async () => assert.equal(await count('.chip'), 0));
  });

  it('takes what is typed on the page for the search', async () => {
    await click('.home h2');
    await onPage('type', { text: 'rollout' });
    await until(async () => assert.match(await textOf('.results'), /kubectl rollout/));
    await press('Escape');
    await until(async () => assert.equal(await count('.chip'), 0));
  });

  it('is walked by keyboard alone: to an entry, into favourites, into the editor, and back', async () => {
    const { document } = await openText('shellscript', '');
    // The editor that was opened last may take the focus once more.
    await until(async () => {
      await vscode.commands.executeCommand('mulgil.openLibrary');
      await rest(200);
      assert.equal(await count('input[type=search]:focus'), 1);
    });
    await onPage('type', { text: 'docker logs' });
    await until(async () => assert.match(await textOf('.results .entry:first-child'), /docker logs -f/));
    await press('ArrowDown');
    await until(async () => assert.equal(await count(`.entry[data-id="${logs}"]:focus`), 1));
    await press('f');
    await until(async () => assert.equal(await count(`.entry[data-id="${logs}"] .star[aria-pressed=true]`), 1));
    await screenshot('panel-focus');
    await press('Shift+Enter');
    await until(() => assert.match(document.getText(), /^docker logs -f --tail 100 <container>$/));
    await vscode.commands.executeCommand('mulgil.openLibrary');
    // The panel has the focus a moment after its command has ended.
    await until(async () => {
      await press('Escape');
      assert.equal(await count('.chip'), 0);
    });
    await press('ArrowDown');
    await press('/');
    await until(async () => assert.equal(await count('input[type=search]:focus'), 1));
    await press('ArrowDown');
    await until(async () => assert.equal(await count('[data-section="kept favourites"] > summary:focus'), 1));
    await press('Enter');
    await press('ArrowDown');
    await until(async () => assert.equal(await count(`[data-section="kept favourites"] .entry[data-id="${logs}"]:focus`), 1));
  });

  it('keeps favourites, what was used, what stands open, and the ticks of a checklist over a reload', async () => {
    const item = '[data-section^="checklist"] .entry:first-child li:first-child input';
    await click('[data-section^="checklist"] > summary');
    await click(item);
    await until(async () => assert.match(await textOf('[data-section^="checklist"] .progress-text'), /^1\D/));
    await screenshot('panel-checklist');
    await reload();
    await until(async () => assert.match(await textOf('[data-section^="checklist"] .progress-text'), /^1\D/));
    assert.equal(await count(`${item}:checked`), 1);
    for (const kept of ['favourites', 'recent']) assert.equal(await count(`[data-section="kept ${kept}"] .count:text("1")`), 1, kept);
    await click(item);
    await until(async () => assert.match(await textOf('[data-section^="checklist"] .progress-text'), /^0\D/));
  });

  it('stands on the entry that a link leads to, and on what it asks for', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('mulgil.openLibrary', logs);
    await until(async () => assert.equal(await count(`.linked .entry[data-id="${logs}"]:focus`), 1));
    await screenshot('panel-link');
    await vscode.commands.executeCommand('mulgil.openLibrary', 'troubleshooting/CrashLoopBackOff');
    await until(async () => assert.match(await textOf('.linked .entry:focus'), /CrashLoopBackOff/));
    await press('Enter');
    await until(async () => assert.match(await textOf('main > h1'), /CrashLoopBackOff/));
    await vscode.commands.executeCommand('mulgil.openLibrary', '--previous');
    await until(async () => assert.match(await textOf('.results'), /kubectl logs/));
    await press('Escape');
  });

  it('changes its language in place, and leaves the setting alone', async () => {
    const before = vscode.workspace.getConfiguration('mulgil').get('language');
    const other = korean ? /Troubleshooting/ : /문제 해결/;
    await click('.language');
    await until(async () => assert.match(await textOf('.home'), other));
    assert.equal(vscode.workspace.getConfiguration('mulgil').get('language'), before);
    await click('.language');
    await until(async () => assert.doesNotMatch(await textOf('.home'), other));
  });
});
