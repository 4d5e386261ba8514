// Takes the pictures of the READMEs: a real VS Code with the packaged extension, a hover, findings and the panel.
//   npm run screenshots
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/host/browser.mjs';
import { startCodeServer } from '../test/host/server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const artifacts = join(root, 'test/artifacts/screenshots');

/**
 * What is shown of each: a word under the mouse, with the panel or without, and `says`, what the hover must hold before the picture is taken.
 * @type {readonly {locale: string, file: string, word: string, says: string, panel: boolean, picture: string}[]}
 */
const pictures = ['en', 'ko'].flatMap((locale) => [
  { locale, file: 'poor/Dockerfile', word: 'STOPSIGNAL', says: 'STOPSIGNAL', panel: true, picture: `${locale}.png` },
  {
    locale,
    file: 'poor/k8s/service.yaml',
    word: 'bookshop-databse',
    says: 'deployment.yaml',
    panel: false,
    picture: `${locale}-across-files.png`,
  },
]);

for (const { locale, file, word, says, panel, picture } of pictures) {
  const server = await startCodeServer({
    folder: join(root, 'examples'),
    locale,
    vsix: [join(root, 'mulgil.vsix')],
    artifacts,
    settings: {
      'window.autoDetectColorScheme': true,
      'editor.minimap.enabled': false,
      'editor.fontSize': 14,
      'breadcrumbs.enabled': false,
      'workbench.layoutControl.enabled': false,
    },
  });
  const { page, close } = await openBrowser({ locale, theme: 'dark', viewport: { width: 1360, height: 820 }, artifacts });
  try {
    await page.goto(server.url);
    await page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(`${file}:${lineOf(file, word)}`);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.waitForTimeout(1000); // the list settles on the file
    await page.keyboard.press('Enter');
    await page.locator('.view-line').first().waitFor();
    if (panel) await page.locator('.activitybar .action-label[aria-label="Mulgil"]').first().click();
    const target = page.locator('.view-line span span', { hasText: word }).first();
    await page.waitForTimeout(4000); // the extension starts, the findings arrive
    await target.scrollIntoViewIfNeeded();
    await target.hover();
    await page.locator('.monaco-hover:visible', { hasText: says }).first().waitFor({ timeout: 15_000 });
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(root, 'docs/images', picture) });
    console.log(`docs/images/${picture}`);
  } catch (error) {
    await page.screenshot({ path: join(artifacts, 'failed.png') });
    throw error;
  } finally {
    await close();
    await server.stop();
  }
}

/**
 * @param {string} file in examples/
 * @param {string} word
 */
function lineOf(file, word) {
  const text = readFileSync(join(root, 'examples', file), 'utf8');
  return text.slice(0, text.indexOf(word)).split('\n').length;
}
