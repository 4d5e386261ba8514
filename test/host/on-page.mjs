/**
 * For tests inside the extension host: drives and reads VS Code's real page, which only the process around VS Code can
 * reach. The request goes out as a line on the console, the answer comes back as a file.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const artifacts = process.env.CODE_HOST_ARTIFACTS;

/** Whether there is a page to drive; on a desktop VS Code there is none, and such a test should skip itself. */
export const hasPage = artifacts !== undefined;

/**
 * @param {import('./page-actions.mjs').PageRequest['action']} action
 * @param {Omit<import('./page-actions.mjs').PageRequest, 'id' | 'action'>} [options]
 * @returns {Promise<any>} `text`: the element's text; `attribute`: the attribute's value or null; `count`: how many match; `screenshot`: the file; else nothing.
 *   Rejects when the page could not do it.
 */
export async function onPage(action, options = {}) {
  if (!artifacts) throw new Error('There is no page to drive: see hasPage.');
  const id = randomUUID();
  console.log(`##page ${JSON.stringify({ id, action, ...options })}`);
  const file = join(artifacts, `${id}.json`);
  const end = Date.now() + (options.timeout ?? 10_000) + 10_000;
  while (!existsSync(file)) {
    if (Date.now() > end) throw new Error(`The page did not answer: ${action} ${options.selector ?? options.text ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  /** @type {import('./page-actions.mjs').PageAnswer} */
  const answer = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
