/**
 * The side of on-page.mjs that has the browser: carries out what a test inside the extension host asks of the page.
 */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} PageRequest
 * @property {string} id names the file of the answer: `<artifacts>/<id>.json`
 * @property {'screenshot' | 'press' | 'type' | 'click' | 'hover' | 'text' | 'attribute' | 'count' | 'inject'} action
 * @property {string} [selector] a Playwright selector; an action that needs an element waits until it is visible
 * @property {boolean} [inFrames] looks in every frame: a webview is a frame in a frame
 * @property {string} [text] what to type, the chord to press (`Control+Space`), the attribute's name, or the screenshot's
 * @property {{x: number, y: number}} [position] where in the element to point, in pixels from its corner; else its middle
 * @property {('Alt' | 'Control' | 'Meta' | 'Shift')[]} [modifiers] keys held down while clicking
 * @property {number} [timeout] milliseconds to wait for the selector
 *
 * @typedef {{ok: true, value?: unknown} | {ok: false, error: string}} PageAnswer
 */

/** @typedef {import('playwright-core').Page} Page */

/** @type {Record<PageRequest['action'], (page: Page, request: PageRequest, artifacts: string) => Promise<unknown>>} */
const actions = {
  screenshot: async (page, { text, id }, artifacts) => {
    const path = join(artifacts, `${text ?? id}.png`);
    await page.screenshot({ path });
    return path;
  },
  press: (page, { text = '' }) => page.keyboard.press(text),
  type: async (page, request) => {
    if (request.selector) await (await find(page, request)).click();
    await page.keyboard.type(request.text ?? '');
  },
  click: async (page, request) => (await find(page, request)).click({ modifiers: request.modifiers ?? [], ...place(request) }),
  hover: async (page, request) => (await find(page, request)).hover(place(request)),
  text: async (page, request) => (await find(page, request)).innerText(),
  attribute: async (page, request) => (await find(page, request)).getAttribute(request.text ?? ''),
  inject: async (page, { text = '' }) => {
    const injected = await Promise.all(page.frames().map((frame) => frame.evaluate(injection(text)).catch(() => 0)));
    return injected.reduce((sum, count) => sum + Number(count), 0);
  },
  count: async (page, request) => {
    const matches = frames(page, request).map((frame) => frame.locator(request.selector ?? ''));
    const counts = await Promise.all(matches.map((match) => match.count().catch(() => 0)));
    return counts.reduce((sum, count) => sum + count, 0);
  },
};

/**
 * What runs in a frame: it puts markup and a script at the end of a page of Mulgil, as a mistake of ours might let a stranger do.
 *
 * @param {string} markup
 * @returns {string} an expression: 1 in a page of ours, else 0
 */
const injection = (markup) => `(() => {
  if (document.title !== 'Mulgil' || !document.querySelector('link[href$="-style.css"]')) return 0;
  document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)});
  const script = document.createElement('script');
  script.textContent = 'document.body.dataset.ran = 1';
  document.body.append(script);
  return 1;
})()`;

/**
 * Does what is asked and writes the answer, in one step, so that no reader sees half of it.
 *
 * @param {Page} page
 * @param {PageRequest} request
 * @param {string} artifacts
 */
export async function answer(page, request, artifacts) {
  /** @type {PageAnswer} */
  let result;
  try {
    const value = await actions[request.action](page, request, artifacts);
    result = { ok: true, value };
  } catch (error) {
    result = { ok: false, error: `${request.action}: ${/** @type {Error} */ (error).message}` };
  }
  const file = join(artifacts, `${request.id}.json`);
  await writeFile(`${file}.part`, JSON.stringify(result));
  await rename(`${file}.part`, file);
}

/**
 * @param {Page} page
 * @param {PageRequest} request
 * @returns {Promise<import('playwright-core').Locator>} the first visible element
 */
async function find(page, request) {
  const { selector = '', timeout = 10_000 } = request;
  for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(50)) {
    for (const frame of frames(page, request)) {
      const element = frame.locator(selector).filter({ visible: true }).first();
      if (await element.isVisible().catch(() => false)) return element; // a frame can be gone meanwhile
    }
  }
  throw new Error(`nothing visible matches ${selector} after ${timeout} ms`);
}

/** @param {PageRequest} request */
function place({ position }) {
  return position ? { position } : {};
}

/**
 * @param {Page} page
 * @param {PageRequest} request
 */
function frames(page, { inFrames }) {
  return inFrames ? page.frames() : [page.mainFrame()];
}
