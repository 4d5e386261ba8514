import { format } from 'node:util';
import { answer } from './page-actions.mjs';

/**
 * Listens to tests that run inside the extension host. VS Code calls two functions of its page, if they exist:
 * `codeAutomationLog` with everything its extension hosts print, and `codeAutomationExit` when the tests have ended.
 *
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} artifacts
 * @returns {Promise<() => Promise<void>>} call it, then wait: resolves when tests ran and all passed, rejects otherwise
 */
export async function testsPassed({ page }, artifacts) {
  /** @type {{passes: number, failures: number} | undefined} */
  let result;
  /** @type {(code: number) => void} */
  let end;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    end = resolve;
  });

  /** @type {Record<string, (rest: string) => void>} */
  const lines = {
    '##test': (rest) => console.log(rest),
    '##result': (rest) => {
      result = JSON.parse(rest);
    },
    '##page': (rest) => {
      answer(page, JSON.parse(rest), artifacts).catch(console.error);
    },
  };
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _level, /** @type {unknown[]} */ values) => {
    const [, mark, rest = ''] = /^(##\w+) ?(.*)$/s.exec(format(...values)) ?? [];
    if (mark) lines[mark]?.(rest);
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end(code));

  return async () => {
    const code = await ended;
    // VS Code says 0 when an extension host was killed or exited: only a result counts.
    if (!result) throw new Error(`the extension host ended (${code}) without a test result; see ${artifacts}`);
    const { passes, failures } = result;
    if (code !== 0 || failures || !passes) throw new Error(`${failures} failed, ${passes} passed; see ${artifacts}`);
  };
}
