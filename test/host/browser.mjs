import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { cache } from './paths.mjs';

/** Chromium as tests want it: without a sandbox (containers have none), a GPU, or talk to its maker's servers. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} BrowserOptions
 * @property {string} [locale] such as `ko`
 * @property {{width: number, height: number}} [viewport] 1280 × 800 if absent
 * @property {'light' | 'dark' | 'high-contrast'} [theme] VS Code follows it; `light` if absent
 * @property {string} [artifacts] the folder for console.log, which gets the page's console and its uncaught errors
 *
 * @typedef {object} Browser
 * @property {import('playwright-core').Page} page
 * @property {Promise<never>} crashed rejects when the page dies
 * @property {() => Promise<void>} close
 */

/**
 * @param {BrowserOptions} [options]
 * @returns {Promise<Browser>} with an empty page
 */
export async function openBrowser(options = {}) {
  const { locale = 'en', viewport = { width: 1280, height: 800 }, theme = 'light' } = options;
  const artifacts = resolve(options.artifacts ?? join(cache, 'artifacts/server'));
  const browser = await chromium.launch({ executablePath: await findChromium(), args: flags });
  const page = await browser.newPage({
    locale,
    viewport,
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'high-contrast' ? 'active' : 'none',
  });

  mkdirSync(artifacts, { recursive: true });
  const file = createWriteStream(join(artifacts, 'console.log'));
  const log = (/** @type {string} */ kind, /** @type {string} */ text) => {
    file.write(`[${kind}] ${text}\n`);
  };
  page.on('console', (message) => log(message.type(), message.text().replace(/^%c\s*\w+ color: \S+ /, '')));
  page.on('pageerror', (error) => log('uncaught', error.stack ?? error.message));
  /** @type {Promise<never>} */
  const crashed = new Promise((_, reject) => {
    page.on('crash', () => reject(new Error('the page crashed')));
    browser.on('disconnected', () => reject(new Error('the browser ended')));
  });
  crashed.catch(() => {});

  const close = async () => {
    await browser.close();
    file.end();
  };
  return { page, crashed, close };
}
